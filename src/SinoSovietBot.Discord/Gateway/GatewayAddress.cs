namespace SinoSovietBot.Discord.Gateway;

/// <summary>
/// Where the gateway is. The first frame we send holds the bot's token, so an address that somebody names is believed only if it is one of Discord's
/// hosts or belongs to the API that the operator configured.
/// </summary>
internal static class GatewayAddress
{
    private const string Query = "v=10&encoding=json";

    private static readonly string[] _domains = ["discord.gg", "discord.com"];

    /// <summary>The address with version and encoding asked for; null when it is none that may be used.</summary>
    /// <param name="text">What was named.</param>
    /// <param name="apiBase">The configured API.</param>
    public static Uri? TryRead(string? text, Uri apiBase)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || address.UserInfo.Length > 0) return null;
        return IsDiscords(address) || IsBeside(address, apiBase) ? new UriBuilder(address) { Query = Query, Fragment = "" }.Uri : null;
    }

    private static bool IsDiscords(Uri address) =>
        address.Scheme == Uri.UriSchemeWss && address.Port == 443 && _domains.Any(domain => IsWithin(address.IdnHost, domain));

    // A playground's ports are several, and it may call itself 127.0.0.1 where the operator wrote localhost.
    private static bool IsBeside(Uri address, Uri apiBase)
    {
        bool tls = address.Scheme == Uri.UriSchemeWss;
        if (!tls && address.Scheme != Uri.UriSchemeWs) return false;
        if (Loopback.Holds(apiBase)) return Loopback.Holds(address);
        return tls && IsWithin(address.IdnHost, apiBase.IdnHost);
    }

    private static bool IsWithin(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase)
        || (host.Length > domain.Length && host[^(domain.Length + 1)] == '.' && host.EndsWith(domain, StringComparison.OrdinalIgnoreCase));
}
