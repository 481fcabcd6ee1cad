namespace SinoSovietBot.Discord.Rest.RateLimits;

/// <summary>
/// Discord's count of requests that share a limit, as far as the replies have told.
/// <list type="bullet">
/// <item>Nothing known yet: one request at a time, until a reply names the limit.</item>
/// <item>Known: each request takes one place; when none is left the line waits for the reset that the last reply announced.</item>
/// <item>The window has passed: all places are back, less those whose replies are still under way, which the new window may count.</item>
/// </list>
/// </summary>
internal sealed class Bucket(TimeProvider time, Lock gate, string name, int? limit) : Turnstile(time, gate)
{
    /// <summary>Two announcements of one reset differ by the network's jitter; a later one than this belongs to a new window.</summary>
    private static readonly TimeSpan _jitter = TimeSpan.FromMilliseconds(250);

    private int? _limit = limit;
    private int _left = limit ?? 0;
    private int _inFlight;
    private long? _resetsAt;

    /// <summary>Discord's name for it, or the endpoint as long as Discord has not named one.</summary>
    public string Name { get; } = name;

    public bool IsUnknown => _limit is null;

    /// <summary>Nobody would notice if it were forgotten: a new one, full by its known limit, would act the same.</summary>
    public bool IsIdle => _inFlight == 0 && Waiting == 0 && !(_resetsAt > Now) && BlockedFor == TimeSpan.Zero;

    /// <summary>A request that passed is over.</summary>
    public void Left() => _inFlight--;

    public void Learn(RateHeaders told)
    {
        long now = Now;
        Refill(now);
        long reset = After(now, told.ResetAfter);
        if (_limit is null) _left = told.Remaining;
        else if (_resetsAt is { } known && reset > After(known, _jitter)) _left = Math.Max(0, told.Remaining - _inFlight);
        else _left = Math.Min(_left, told.Remaining);
        _limit = Math.Max(1, told.Limit);
        _resetsAt = _resetsAt is { } earlier ? Math.Max(earlier, reset) : reset;
    }

    protected override bool TryTake(long now)
    {
        Refill(now);
        // A probe where nothing is left and no reset is known: its reply will tell.
        bool probe = _inFlight == 0 && (_limit is null || _resetsAt is null);
        if (_left <= 0 && !probe) return false;
        if (_left > 0) _left--;
        _inFlight++;
        return true;
    }

    protected override long? HasPlaceAt() => _resetsAt;

    private void Refill(long now)
    {
        if (_resetsAt is not { } reset || now < reset) return;
        _resetsAt = null;
        _left = Math.Max(0, (_limit ?? 0) - _inFlight);
    }
}
