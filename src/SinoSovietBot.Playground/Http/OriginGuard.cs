namespace SinoSovietBot.Playground.Http;

/// <summary>Keeps other sites' pages out: their requests carry a foreign Host (rebinding) or Origin.</summary>
internal static class OriginGuard
{
    /// <summary>Is this request meant for this server, and from its own page or from a program?</summary>
    public static bool Allows(HttpRequest request, Addresses addresses)
    {
        if (!IsOurs(request.Host, addresses)) return false;
        string origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttp
            && IsOurs(new HostString(uri.Host, uri.Port), addresses);
    }

    private static bool IsOurs(HostString host, Addresses addresses)
    {
        int port = host.Port ?? 80;
        return host.Host is "127.0.0.1" or "localhost" && (port == addresses.Port || port == addresses.Http2Port);
    }
}
