using System.Net;
using SinoSovietBot.Discord.Rest.RateLimits;

namespace SinoSovietBot.Discord.Rest;

/// <summary>A complete reply.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The bytes; empty for 204.</param>
/// <param name="Told">What it says about its bucket; not read for callbacks.</param>
/// <param name="Refusal">Set for a 429.</param>
/// <param name="Scope">For a 429: <c>user</c>, <c>shared</c>, <c>global</c>, or empty.</param>
internal sealed record RestReply(HttpStatusCode Status, ReadOnlyMemory<byte> Body, RateHeaders? Told, Refusal? Refusal, string Scope)
{
    /// <summary>The reply of nearly every callback.</summary>
    public static RestReply NoContent { get; } = new(HttpStatusCode.NoContent, default, null, null, "");

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Discord stumbled, and may not the next time.</summary>
    public bool IsStumble => (int)Status is 500 or 502 or 503 or 504;
}
