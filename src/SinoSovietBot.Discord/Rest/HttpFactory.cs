namespace SinoSovietBot.Discord.Rest;

/// <summary>Builds the HTTP stacks.</summary>
internal static class HttpFactory
{
    /// <summary>Plain HTTP/1.1 opens a connection for each request in flight; this many are enough for one machine.</summary>
    public const int ConnectionsWithoutTls = 32;

    /// <summary>
    /// For REST. Cookies, redirects and tracing headers are off: Discord uses none of them, and each costs on every press. An idle connection is kept
    /// (and pinged, with HTTP/2), so that the first press after a quiet time does not wait for a new one.
    /// </summary>
    public static SocketsHttpHandler ForRest(Uri apiBase)
    {
        bool tls = apiBase.Scheme == Uri.UriSchemeHttps;
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = tls,
            ActivityHeadersPropagator = null,
            ConnectTimeout = RestTimes.Connect,
            MaxResponseHeadersLength = PeerLimits.ReplyHeaders,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(20),
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always,
            MaxConnectionsPerServer = tls ? int.MaxValue : ConnectionsWithoutTls,
        };
    }

    /// <summary>For the gateway's sockets.</summary>
    public static SocketsHttpHandler ForGateway(Uri apiBase) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = apiBase.Scheme == Uri.UriSchemeHttps,
        ActivityHeadersPropagator = null,
        ConnectTimeout = RestTimes.Connect,
        MaxResponseHeadersLength = PeerLimits.ReplyHeaders,
    };
}
