using System.Globalization;
using System.Net.Http.Headers;

namespace SinoSovietBot.Discord.Rest.RateLimits;

/// <summary>What a reply says about its bucket.</summary>
/// <param name="Bucket">Discord's name for the limit, without the major parameter.</param>
/// <param name="Limit">Requests a window.</param>
/// <param name="Remaining">Left in this window.</param>
/// <param name="ResetAfter">Until the window ends.</param>
internal readonly record struct RateHeaders(string Bucket, int Limit, int Remaining, TimeSpan ResetAfter)
{
    /// <summary>Null when the reply names no bucket.</summary>
    public static RateHeaders? Read(HttpResponseHeaders headers)
    {
        HttpHeadersNonValidated raw = headers.NonValidated;
        if (Text(raw, "X-RateLimit-Bucket") is not { } bucket) return null;
        if (Number(raw, "X-RateLimit-Limit") is not { } limit || Number(raw, "X-RateLimit-Remaining") is not { } remaining) return null;
        double reset = Number(raw, "X-RateLimit-Reset-After") ?? 0;
        return new RateHeaders(bucket, (int)limit, (int)remaining, TimeSpan.FromSeconds(Math.Clamp(reset, 0, 86_400)));
    }

    /// <summary>One of Discord's words, or empty: it ends up in the log, where a peer must not write what it likes.</summary>
    public static string Scope(HttpHeadersNonValidated headers) => Text(headers, "X-RateLimit-Scope") switch
    {
        "user" => "user",
        "shared" => "shared",
        "global" => "global",
        _ => "",
    };

    public static string? Text(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out HeaderStringValues values) ? values.ToString() : null;

    public static double? Number(HttpHeadersNonValidated headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : null;
}
