using System.Net;

namespace SinoSovietBot.Discord.Rest.RateLimits;

/// <summary>
/// Keeps requests to Discord's limits. A <em>route</em> is a method with a path template; Discord's replies say which <em>bucket</em> a route
/// counts in, and each major parameter (channel, webhook) has a bucket of its own by that name. As long as a route's bucket is <em>unknown</em>
/// its first request goes alone. On top lies the <em>global</em> limit.
/// </summary>
internal sealed class RateLimiter(TimeProvider time) : IDisposable
{
    /// <summary>Nobody is made to wait longer than this for a 429: the caller hears of it instead.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan _betweenSweeps = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();

    /// <summary>
    /// Which bucket an endpoint counts in; null for one that has none. Never forgotten, so that a burst after a quiet hour need not learn again.
    /// </summary>
    private readonly Dictionary<Endpoint, string?> _bucketNames = [];

    private readonly Dictionary<string, int> _limits = [];
    private readonly Dictionary<(string Name, string Major), Bucket> _buckets = [];
    private GlobalLimit? _global;
    private long _lastSweep = time.GetTimestamp();

    /// <summary>Buckets in memory.</summary>
    public int BucketCount
    {
        get
        {
            lock (_gate) return _buckets.Count;
        }
    }

    /// <summary>Waits until <paramref name="route"/> may be called.</summary>
    /// <param name="route">Where to.</param>
    /// <param name="again">It was refused and goes before those that have not been tried.</param>
    /// <param name="patience">The longest 429 to sit out; null for <see cref="LongestWait"/>, which it never passes.</param>
    /// <param name="cancellation">Gives up the place.</param>
    /// <exception cref="DiscordRestException">A 429 forbids it for longer.</exception>
    public async ValueTask<Permit> EnterAsync(Route route, bool again, TimeSpan? patience, CancellationToken cancellation)
    {
        if (route.Endpoint.Limits == LimitedBy.Nothing) return new Permit(route, null);
        TimeSpan longest = patience < LongestWait ? patience.Value : LongestWait;
        Task<Turnstile?>? turn = EnterBucket(route, again, longest, cancellation);
        var bucket = (Bucket?)(turn is null ? null : await turn.ConfigureAwait(false));
        if (route.Endpoint.Limits == LimitedBy.Bucket) return new Permit(route, bucket);
        try
        {
            await EnterGlobal(route, again, longest, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or DiscordRestException)
        {
            Leave(new Permit(route, bucket), null, null, null);
            throw;
        }

        return new Permit(route, bucket);
    }

    /// <summary>The request is over.</summary>
    /// <param name="permit">From <see cref="EnterAsync"/>.</param>
    /// <param name="status">What came back, or null when nothing did.</param>
    /// <param name="told">What the reply said about its bucket.</param>
    /// <param name="refusal">Set for a 429.</param>
    public void Leave(Permit permit, HttpStatusCode? status, RateHeaders? told, Refusal? refusal)
    {
        if (permit.Route.Endpoint.Limits == LimitedBy.Nothing) return;
        lock (_gate)
        {
            permit.Bucket?.Left();
            Bucket? bucket = told is { } headers ? Learn(permit, headers) : permit.Bucket;
            if (refusal is { } refused) Refuse(permit.Route, bucket, refused);
            else if (told is null && permit.Bucket is { IsUnknown: true } unknown && status is >= (HttpStatusCode)200 and < (HttpStatusCode)300)
            {
                HasNoBucket(permit.Route, unknown);
            }

            bucket?.LetThrough();
            if (!ReferenceEquals(bucket, permit.Bucket)) permit.Bucket?.LetThrough();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (Bucket bucket in _buckets.Values) bucket.Dispose();
            _global?.Dispose();
        }
    }

    private Task<Turnstile?>? EnterBucket(Route route, bool again, TimeSpan longest, CancellationToken cancellation)
    {
        lock (_gate)
        {
            Sweep();
            bool known = _bucketNames.TryGetValue(route.Endpoint, out string? name);
            if (known && name is null && !_buckets.ContainsKey((route.Endpoint.Name, route.Major))) return null;
            Bucket bucket = Find(name ?? route.Endpoint.Name, route.Major);
            if (bucket.BlockedFor > longest) throw TooLong(route, bucket.BlockedFor);
            return bucket.EnterAsync(again, cancellation);
        }
    }

    private Task<Turnstile?> EnterGlobal(Route route, bool again, TimeSpan longest, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _global ??= new GlobalLimit(time, _gate);
            if (_global.BlockedFor > longest) throw TooLong(route, _global.BlockedFor);
            return _global.EnterAsync(again, cancellation);
        }
    }

    private Bucket Learn(Permit permit, RateHeaders told)
    {
        _bucketNames[permit.Route.Endpoint] = told.Bucket;
        _limits[told.Bucket] = told.Limit;
        Bucket bucket = Find(told.Bucket, permit.Route.Major);
        bucket.Learn(told);
        if (permit.Bucket is { } passed && passed.Name != told.Bucket) passed.MoveLineTo(bucket);
        return bucket;
    }

    private void HasNoBucket(Route route, Bucket unknown)
    {
        _bucketNames.TryAdd(route.Endpoint, null);
        _buckets.Remove((route.Endpoint.Name, route.Major));
        unknown.Open();
    }

    private void Refuse(Route route, Bucket? bucket, Refusal refusal)
    {
        if (refusal.Global)
        {
            _global ??= new GlobalLimit(time, _gate);
            _global.Block(refusal.Wait);
        }
        else
        {
            (bucket ?? Find(route.Endpoint.Name, route.Major)).Block(refusal.Wait);
        }
    }

    private Bucket Find(string name, string major)
    {
        if (_buckets.TryGetValue((name, major), out Bucket? bucket)) return bucket;
        int? limit = _limits.TryGetValue(name, out int known) ? known : null;
        bucket = new Bucket(time, _gate, name, limit);
        _buckets.Add((name, major), bucket);
        return bucket;
    }

    private void Sweep()
    {
        if (time.GetElapsedTime(_lastSweep) < _betweenSweeps) return;
        _lastSweep = time.GetTimestamp();
        foreach (((string Name, string Major) key, Bucket bucket) in _buckets)
        {
            if (!bucket.IsIdle) continue;
            _buckets.Remove(key);
            bucket.Dispose();
        }
    }

    private static DiscordRestException TooLong(Route route, TimeSpan wait) => new(
        route.ToString(),
        new RestError(HttpStatusCode.TooManyRequests, 0, $"the rate limit stays exhausted for another {Math.Ceiling(wait.TotalSeconds):0} s", []));
}
