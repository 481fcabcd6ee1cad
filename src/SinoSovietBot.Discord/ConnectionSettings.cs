namespace SinoSovietBot.Discord;

/// <summary>Checks options before anything is sent.</summary>
internal static class ConnectionSettings
{
    /// <exception cref="DiscordConnectionException">They cannot work; the sentence names the setting.</exception>
    public static void Check(DiscordConnectionOptions options)
    {
        CheckToken(options);
        Uri address = options.ApiBase;
        bool tls = address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps;
        bool loopback = address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttp && Loopback.Holds(address);
        if (!tls && !loopback)
        {
            throw new DiscordConnectionException(
                $"{options.ApiBaseSetting} must begin with https://, or with http:// on this machine: "
                + "anything else would show the bot's token to the network.");
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            throw new DiscordConnectionException(
                $"{options.ApiBaseSetting} must be a plain address such as {DiscordConnectionOptions.DefaultApiBase}.");
        }
    }

    private static void CheckToken(DiscordConnectionOptions options)
    {
        if (options.Token.Length == 0) throw new DiscordConnectionException($"{options.TokenSetting} is empty: put the bot's token there.");
        if (options.Token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase))
        {
            throw new DiscordConnectionException($"{options.TokenSetting} must hold the token alone, without the word \"Bot\" before it.");
        }

        if (options.Token.Any(static c => c is <= ' ' or >= '\u007F'))
        {
            throw new DiscordConnectionException($"{options.TokenSetting} holds a space, a line break or another character that no token has.");
        }
    }
}
