namespace SinoSovietBot.Discord.Rest.RateLimits;

/// <summary>
/// At most <see cref="DiscordLimits.RequestsPerSecond"/> requests in any second, kept before Discord has to refuse: ten thousand refusals in ten
/// minutes get the whole machine banned.
/// </summary>
internal sealed class GlobalLimit(TimeProvider time, Lock gate) : Turnstile(time, gate)
{
    /// <summary>A little over a second: requests a second apart here may arrive closer together there.</summary>
    private static readonly TimeSpan _window = TimeSpan.FromMilliseconds(1025);

    private readonly Queue<long> _passed = new(DiscordLimits.RequestsPerSecond);

    protected override bool TryTake(long now)
    {
        if (now < HasPlaceAt()) return false;
        if (_passed.Count == DiscordLimits.RequestsPerSecond) _passed.Dequeue();
        _passed.Enqueue(now);
        return true;
    }

    protected override long? HasPlaceAt() => _passed.Count == DiscordLimits.RequestsPerSecond ? After(_passed.Peek(), _window) : null;
}
