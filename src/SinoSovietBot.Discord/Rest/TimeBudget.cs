namespace SinoSovietBot.Discord.Rest;

/// <summary>
/// How long a request may be tried. It runs from the first attempt: a place in the line of a rate limit that keeps moving is no failure.
/// </summary>
/// <param name="whole">Null for no bound.</param>
/// <param name="time">The clock.</param>
internal sealed class TimeBudget(TimeSpan? whole, TimeProvider time)
{
    private long? _begun;

    /// <summary>Never negative; null for no bound.</summary>
    public TimeSpan? Left
    {
        get
        {
            if (whole is not { } all || _begun is not { } begun) return whole;
            TimeSpan left = all - time.GetElapsedTime(begun);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>The first attempt begins now; later calls change nothing.</summary>
    public void Begin() => _begun ??= time.GetTimestamp();

    /// <summary>There would still be time after waiting that long.</summary>
    public bool Allows(TimeSpan wait) => !(wait >= Left);

    /// <summary>At most half of the whole, so that one silence leaves time for a second attempt, and no more than is left.</summary>
    /// <param name="usual">Without a bound.</param>
    public TimeSpan ForOneAttempt(TimeSpan usual)
    {
        if (whole is not { } all || Left is not { } left) return usual;
        TimeSpan most = all / 2 < left ? all / 2 : left;
        return usual < most ? usual : most;
    }
}
