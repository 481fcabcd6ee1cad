namespace SinoSovietBot.Discord.Rest;

/// <summary>A method and a path template: what Discord calls a route. Safe to print, unlike an address, which may hold a token.</summary>
internal sealed class Endpoint(HttpMethod method, string template, LimitedBy limits, int longestReply = PeerLimits.Reply)
{
    public HttpMethod Method { get; } = method;

    public LimitedBy Limits { get; } = limits;

    /// <summary>In bytes.</summary>
    public int LongestReply { get; } = longestReply;

    /// <summary>For people: <c>POST /channels/{channel.id}/messages</c>.</summary>
    public string Name { get; } = $"{method.Method} {template}";

    public override string ToString() => Name;
}

/// <summary>Which limits a route is under.</summary>
internal enum LimitedBy
{
    /// <summary>None that could be kept to: every callback has an address of its own.</summary>
    Nothing,

    /// <summary>Its bucket, not the global limit: Discord exempts interaction endpoints from that.</summary>
    Bucket,

    /// <summary>Both.</summary>
    BucketAndGlobal,
}

/// <summary>One address of an endpoint.</summary>
/// <param name="endpoint">Which route.</param>
/// <param name="path">Follows the API's base. May hold an interaction's token.</param>
/// <param name="major">The part of the path that has limits of its own: the channel, or the webhook with its token. May be empty.</param>
internal readonly struct Route(Endpoint endpoint, string path, string major)
{
    public Endpoint Endpoint { get; } = endpoint;

    public string Path { get; } = path;

    public string Major { get; } = major;

    public override string ToString() => Endpoint.ToString();
}
