using Microsoft.Extensions.Time.Testing;

namespace SinoSovietBot.Tests.Support;

/// <summary>A clock that moves by hand and notes each timer, so that a test moves it only once the timer is there.</summary>
internal sealed class WatchedTime(Journal journal) : FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        journal.Add(new TimerSet(dueTime));
        return timer;
    }
}

internal sealed record TimerSet(TimeSpan Due);
