using Microsoft.Extensions.Time.Testing;

namespace SinoSovietBot.EndToEnd.OneClock;

/// <summary>
/// The common clock as one side sees it: all timers and the monotonic time are those of the common clock, the time of day may be off. Tells when its
/// next timer is due, and tells those who wait for time from those who wait for an answer. Thread-safe.
/// </summary>
internal sealed class SideClock(FakeTimeProvider common) : TimeProvider
{
    /// <summary>How long the bot waits for the gateway's first word; set for each connection it tries.</summary>
    private static readonly TimeSpan ForHello = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly HashSet<SideTimer> _timers = [];
    private long _movements;

    /// <summary>How far this side's time of day is ahead of the common one.</summary>
    public TimeSpan Ahead { get; set; }

    public override long TimestampFrequency => common.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Changes whenever a timer is set, moved, fired or thrown away.</summary>
    public long Movements => Volatile.Read(ref _movements);

    /// <summary>Timers that are set.</summary>
    public int Timers
    {
        get
        {
            lock (_gate)
                return _timers.Count;
        }
    }

    /// <summary>Requests under way: each has a time limit of its own, a <see cref="CancellationTokenSource"/>.</summary>
    public int Requests
    {
        get
        {
            lock (_gate)
                return _timers.Count(timer => timer.IsLimit);
        }
    }

    /// <summary>Requests that were begun, repetitions included.</summary>
    public int RequestsBegun { get; private set; }

    /// <summary>Gateway connections that were tried.</summary>
    public int ConnectionsTried { get; private set; }

    /// <summary>
    /// The time until the next timer, or null when none is set. Periodic ones are passed over: what looks about every few seconds is in no hurry.
    /// </summary>
    public TimeSpan? UntilNextTimer
    {
        get
        {
            lock (_gate)
            {
                var now = GetTimestamp();
                var next = _timers.Where(timer => !timer.IsPeriodic).Select(timer => timer.Due).DefaultIfEmpty(long.MaxValue).Min();
                return next == long.MaxValue ? null : GetElapsedTime(now, Math.Max(now, next));
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => common.GetUtcNow() + Ahead;

    public override long GetTimestamp() => common.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var isLimit = state is CancellationTokenSource;
        lock (_gate)
        {
            RequestsBegun += isLimit && dueTime != ForHello ? 1 : 0;
            ConnectionsTried += isLimit && dueTime == ForHello ? 1 : 0;
        }

        return new SideTimer(this, () => callback(state), isLimit && dueTime != ForHello, dueTime, period);
    }

    /// <summary>A timer of the common clock that this side knows of while it is set.</summary>
    private sealed class SideTimer : ITimer
    {
        private readonly SideClock _clock;
        private readonly ITimer _timer;
        private readonly Action _act;
        private TimeSpan _period;

        public SideTimer(SideClock clock, Action act, bool isLimit, TimeSpan due, TimeSpan period)
        {
            (_clock, _act, IsLimit) = (clock, act, isLimit);
            _timer = clock.Common.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Change(due, period);
        }

        public bool IsLimit { get; }

        public bool IsPeriodic => _period > TimeSpan.Zero;

        public long Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Note(dueTime, period);
            return _timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            Note(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire()
        {
            Note(IsPeriodic ? _period : Timeout.InfiniteTimeSpan, _period);
            _act();
        }

        private void Note(TimeSpan due, TimeSpan period)
        {
            lock (_clock._gate)
            {
                _clock._movements++;
                _period = period;
                Due = _clock.GetTimestamp() + (long)(due.TotalSeconds * _clock.TimestampFrequency);
                if (due < TimeSpan.Zero)
                    _clock._timers.Remove(this);
                else
                    _clock._timers.Add(this);
            }
        }
    }

    private FakeTimeProvider Common => common;
}
