namespace SinoSovietBot.Playground.Worlds;

/// <summary>The playground's clock and its mint of ids. Thread-safe.</summary>
internal sealed class Snowflakes(TimeProvider time)
{
    private const long EpochMilliseconds = 1_420_070_400_000;
    private const int IdsPerMillisecond = 4096;
    private readonly Lock _gate = new();
    private long _lastMillisecond;
    private int _increment;
    private long _skewMilliseconds;

    public TimeProvider Time { get; } = time;

    /// <summary>How far this clock is ahead of the one handed in: a fault, so zero as a rule.</summary>
    public TimeSpan Skew
    {
        get => TimeSpan.FromMilliseconds(Volatile.Read(ref _skewMilliseconds));
        set => Volatile.Write(ref _skewMilliseconds, (long)value.TotalMilliseconds);
    }

    /// <summary>Now, on the playground's clock.</summary>
    public DateTimeOffset Now => Time.GetUtcNow() + Skew;

    /// <summary>A new id. Ids grow, except when the clock is set back.</summary>
    public ulong Mint()
    {
        long now = Now.ToUnixTimeMilliseconds() - EpochMilliseconds;
        lock (_gate)
        {
            // 4,096 ids fit into a millisecond; those beyond borrow from the next one.
            bool borrowed = _lastMillisecond > now && _lastMillisecond - now < 1_000;
            if (now == _lastMillisecond || borrowed)
            {
                _increment++;
                if (_increment == IdsPerMillisecond)
                {
                    _increment = 0;
                    _lastMillisecond++;
                }
            }
            else
            {
                _lastMillisecond = now;
                _increment = 0;
            }

            return ((ulong)_lastMillisecond << 22) | (1UL << 17) | (uint)_increment;
        }
    }

    /// <summary>When an id was made.</summary>
    public static DateTimeOffset MomentOf(ulong id) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + EpochMilliseconds);
}
