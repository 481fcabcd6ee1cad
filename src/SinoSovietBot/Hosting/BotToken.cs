namespace SinoSovietBot.Hosting;

/// <summary>Finds the bot's token.</summary>
internal static class BotToken
{
    public const string Missing =
        "There is no bot token. Set Discord:Token (by user-secrets, or as the environment variable Discord__Token) or Discord:TokenFile. "
        + "To try the bot without a Discord account, start the playground: dotnet run --project src/SinoSovietBot.Playground";

    /// <summary>The token, or null when no setting holds one.</summary>
    public static string? Of(DiscordOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.Token))
            return options.Token.Trim();
        if (options.TokenFile is not { } file || !File.Exists(file))
            return null;
        string text = File.ReadAllText(file).Trim();
        return text.Length == 0 ? null : text;
    }
}
