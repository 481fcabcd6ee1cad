using System.Globalization;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.RateLimits;

/// <summary>Discord's rate limit headers and 429 bodies.</summary>
internal static class RateLimitHeaders
{
    /// <summary>A 429. A shared limit speaks of the resource; a global one names no bucket.</summary>
    public static Answer Refuse(HttpResponse response, ApiRoute route, string scope, BucketState state)
    {
        double retryAfter = state.ResetAfter;
        response.Headers.RetryAfter = ((int)Math.Ceiling(retryAfter)).ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Scope"] = scope;
        if (scope == "global") response.Headers["X-RateLimit-Global"] = "true";
        else Write(response, route, state);
        return new Answer(429, Json.Bytes(new JsonObject
        {
            ["message"] = scope == "shared" ? "The resource is being rate limited." : "You are being rate limited.",
            ["code"] = 0,
            ["retry_after"] = Math.Round(retryAfter, 3),
            ["global"] = scope == "global",
        }));
    }

    public static void Write(HttpResponse response, ApiRoute route, BucketState state)
    {
        response.Headers["X-RateLimit-Limit"] = state.Limit.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Remaining"] = state.Remaining.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Reset-After"] = state.ResetAfter.ToString("0.000", CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Reset"] = (state.ResetAt.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Bucket"] = BucketName(route);
    }

    /// <summary>Those that a response carries.</summary>
    public static IReadOnlyList<(string Name, string Value)> In(HttpResponse response) =>
        [.. response.Headers
            .Where(header => header.Key == "Retry-After" || header.Key.StartsWith("X-RateLimit-", StringComparison.Ordinal))
            .Select(header => (header.Key, header.Value.ToString()))];

    /// <summary>One name per route, the same at every start.</summary>
    private static string BucketName(ApiRoute route)
    {
        byte[] name = System.Text.Encoding.UTF8.GetBytes($"{route.Method} {route.Template}");
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(name).AsSpan(0, 16));
    }
}

/// <summary>How full a bucket is after a request.</summary>
internal readonly record struct BucketState(int Limit, int Remaining, double ResetAfter, DateTimeOffset ResetAt);
