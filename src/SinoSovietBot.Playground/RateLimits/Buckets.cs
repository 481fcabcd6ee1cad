namespace SinoSovietBot.Playground.RateLimits;

/// <summary>
/// Real rate limits, off unless a <c>rate_limit</c> fault brings <c>limit</c> (requests) and <c>window</c> (seconds): then every matching
/// request is counted per route and top-level resource in fixed windows. Thread-safe.
/// </summary>
internal sealed class Buckets(Snowflakes snowflakes)
{
    private static readonly string[] TopLevel = ["{channel}", "{guild}", "{application}", "{token}"];
    private readonly Dictionary<string, (long Start, int Used)> _buckets = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Counts a request.</summary>
    /// <returns>The bucket's state; <paramref name="allowed"/> is false when it was full.</returns>
    public BucketState Count(ApiRoute route, string[] path, int limit, double window, out bool allowed)
    {
        TimeProvider time = snowflakes.Time;
        IEnumerable<string> resources = route.Segments.Zip(path).Where(pair => TopLevel.Contains(pair.First)).Select(pair => pair.Second);
        string key = $"{route.Method} {route.Template} {string.Join(' ', resources)}";
        lock (_gate)
        {
            long now = time.GetTimestamp();
            if (!_buckets.TryGetValue(key, out var bucket) || time.GetElapsedTime(bucket.Start, now).TotalSeconds >= window) bucket = (now, 0);
            allowed = bucket.Used < limit;
            if (allowed) bucket.Used++;
            _buckets[key] = bucket;
            double left = Math.Max(0, window - time.GetElapsedTime(bucket.Start, now).TotalSeconds);
            return new BucketState(limit, limit - bucket.Used, left, snowflakes.Now.AddSeconds(left));
        }
    }

    public void Clear()
    {
        lock (_gate) _buckets.Clear();
    }
}
