namespace SinoSovietBot.Discord.Gateway;

/// <summary>Where the gateway is. Only TLS is accepted, or loopback: the first frame we send holds the bot's token.</summary>
internal static class GatewayAddress
{
    private const string Query = "v=10&encoding=json";

    /// <summary>The address with version and encoding asked for; null when it is none that may be used.</summary>
    public static Uri? TryRead(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address)) return null;
        bool safe = address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && address.IsLoopback);
        return safe ? new UriBuilder(address) { Query = Query, Fragment = "" }.Uri : null;
    }
}
