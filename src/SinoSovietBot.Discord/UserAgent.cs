namespace SinoSovietBot.Discord;

/// <summary>Who we say we are. Discord blocks clients that do not name themselves in this form.</summary>
internal static class UserAgent
{
    public const string Project = "https://github.com/sinosovietbot/sinosovietbot";

    public static string Value { get; } = $"DiscordBot ({Project}, {Version()})";

    private static string Version() => typeof(UserAgent).Assembly.GetName().Version is { } version ? version.ToString(3) : "0.0.0";
}
