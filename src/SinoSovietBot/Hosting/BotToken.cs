namespace SinoSovietBot.Hosting;

/// <summary>Finds the bot's token.</summary>
internal static class BotToken
{
    public const string Missing =
        "There is no bot token. Set Discord:Token (by user-secrets, or as the environment variable Discord__Token) or Discord:TokenFile. "
        + "To try the bot without a Discord account, start the playground: dotnet run --project src/SinoSovietBot.Playground";

    private const int ShortestToken = 40;

    /// <summary>The token, or null when no setting holds one (<see cref="Fault"/> says why).</summary>
    public static string? Of(DiscordOptions options) => Find(options).Token;

    /// <summary>Why there is no token, in one sentence that names the setting; null when there is one.</summary>
    public static string? Fault(DiscordOptions options) => Find(options).Fault;

    private static (string? Token, string? Fault) Find(DiscordOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.Token))
            return (options.Token.Trim(), null);
        if (string.IsNullOrWhiteSpace(options.TokenFile))
            return (null, Missing);
        if (LooksLikeAToken(options.TokenFile))
            return (null, "Discord:TokenFile looks like the token itself. Put that into Discord:Token, or into a file that this setting names.");
        try
        {
            string text = File.ReadAllText(options.TokenFile).Trim();
            return text.Length > 0 ? (text, null) : (null, $"Discord:TokenFile names '{options.TokenFile}', which is empty: put the bot's token there.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"Discord:TokenFile names '{options.TokenFile}', which cannot be read: {exception.Message}");
        }
    }

    // A mistake that is easily made, and the sentence about a file that is missing would print it.
    private static bool LooksLikeAToken(string path) =>
        path.Length >= ShortestToken && path.Count(c => c == '.') == 2 && path.IndexOfAny(['/', '\\']) < 0 && !File.Exists(path);
}
