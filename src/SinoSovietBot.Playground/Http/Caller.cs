namespace SinoSovietBot.Playground.Http;

/// <summary>Who sends a request: the bot, a member, or nobody known.</summary>
internal readonly record struct Caller(bool IsBot, Member? Member)
{
    public static Caller Nobody { get; } = new(false, null);

    public static Caller Bot { get; } = new(true, null);

    /// <summary>The user id of the bot or the member.</summary>
    public ulong Id(World world) => IsBot ? world.ApplicationId : Member?.Id ?? 0;
}
