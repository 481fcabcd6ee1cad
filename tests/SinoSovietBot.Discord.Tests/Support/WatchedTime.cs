using Microsoft.Extensions.Time.Testing;

namespace SinoSovietBot.Discord.Tests.Support;

/// <summary>Fake time that tells when somebody has begun to wait, so that a test advances it neither too early nor by polling.</summary>
public sealed class WatchedTime : FakeTimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _waits = [];
    private readonly List<(Predicate<TimeSpan> Wanted, TaskCompletionSource<TimeSpan> Source)> _watchers = [];

    /// <summary>Ends when a wait that fits has been begun which no earlier call was given.</summary>
    public Task<TimeSpan> WaitBegunAsync(Predicate<TimeSpan> wanted)
    {
        lock (_gate)
        {
            int index = _waits.FindIndex(wanted);
            if (index >= 0)
            {
                TimeSpan found = _waits[index];
                _waits.RemoveAt(index);
                return Task.FromResult(found);
            }

            var source = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((wanted, source));
            return source.Task.WaitAsync(Patience.Limit);
        }
    }

    /// <summary>Waits until such a wait has been begun, and lets exactly that time pass.</summary>
    public async Task<TimeSpan> PassAsync(Predicate<TimeSpan> wanted)
    {
        TimeSpan wait = await WaitBegunAsync(wanted);
        Advance(wait);
        return wait;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        Note(dueTime);
        return new WatchedTimer(this, timer);
    }

    private void Note(TimeSpan due)
    {
        if (due < TimeSpan.Zero) return;
        lock (_gate)
        {
            int index = _watchers.FindIndex(watcher => watcher.Wanted(due));
            if (index < 0)
            {
                _waits.Add(due);
                return;
            }

            _watchers[index].Source.TrySetResult(due);
            _watchers.RemoveAt(index);
        }
    }

    private sealed class WatchedTimer(WatchedTime owner, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool changed = inner.Change(dueTime, period);
            owner.Note(dueTime);
            return changed;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
