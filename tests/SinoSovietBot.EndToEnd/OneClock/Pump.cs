using Microsoft.Extensions.Time.Testing;

namespace SinoSovietBot.EndToEnd.OneClock;

/// <summary>
/// Moves the common clock. It goes from timer to timer, and only while nobody is at work: so nothing times out because the machine is slow, and
/// nothing depends on how slow it is. Nobody is at work when no request and no write is under way, the thread pool is idle, and a fence that is
/// passed then brings nothing new. It works on a thread of its own, because the pool's are what it watches.
/// </summary>
/// <param name="clock">The common clock.</param>
/// <param name="sides">Those who live by it.</param>
/// <param name="fence">Lets arrive what is under way.</param>
/// <param name="work">Whether somebody is at work, and a number that changes with whatever is done.</param>
internal sealed class Pump(FakeTimeProvider clock, IReadOnlyList<SideClock> sides, Fence fence, Func<(bool Busy, long Movements)> work)
{
    /// <summary>Real time. Only a test that hangs takes this long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Waits, with the clock standing still, until nobody is at work.</summary>
    public Task SettleAsync() => OnItsOwnThreadAsync(Settle);

    /// <summary>Lets time pass until something has happened.</summary>
    /// <param name="awaited">Completes when it has.</param>
    /// <param name="what">What it is, for the complaint.</param>
    /// <param name="limit">So much time passes in vain before the test fails.</param>
    public async Task<T> UntilAsync<T>(Task<T> awaited, string what, TimeSpan limit)
    {
        await OnItsOwnThreadAsync(() =>
        {
            var end = clock.GetUtcNow() + limit;
            Settle();
            while (!awaited.IsCompleted)
            {
                if (clock.GetUtcNow() >= end)
                    throw new TimeoutException($"{limit} passed without {what}.");
                Step(end - clock.GetUtcNow(), TimeSpan.Zero);
            }
        });
        return await awaited;
    }

    /// <summary>Lets so much time pass.</summary>
    /// <param name="span">How much.</param>
    /// <param name="grain">
    /// Timers closer than this are fired together, which makes long times cheap; zero fires each by itself. Choose it well below what anybody waits
    /// for an answer.
    /// </param>
    public Task PassAsync(TimeSpan span, TimeSpan grain = default) => OnItsOwnThreadAsync(() =>
    {
        var end = clock.GetUtcNow() + span;
        Settle();
        while (clock.GetUtcNow() < end)
            Step(end - clock.GetUtcNow(), grain);
    });

    private void Step(TimeSpan most, TimeSpan grain)
    {
        var next = sides.Min(side => side.UntilNextTimer) ?? most;
        // A timer may be set for now: time has to go on all the same.
        var step = new[] { next, grain, TimeSpan.FromTicks(1) }.Max();
        clock.Advance(step < most ? step : most);
        Settle();
    }

    private void Settle()
    {
        var begun = TimeProvider.System.GetTimestamp();
        long before;
        do
        {
            before = UntilIdle(begun);
            fence.Pass();
        }
        while (UntilIdle(begun) != before);
    }

    private long UntilIdle(long begun)
    {
        var spin = default(SpinWait);
        while (true)
        {
            var (busy, movements) = work();
            if (!busy && WorkingThreads() == 0 && ThreadPool.PendingWorkItemCount == 0 && work() == (false, movements))
                return movements;
            if (TimeProvider.System.GetElapsedTime(begun) > Longest)
                throw new TimeoutException($"After {Longest.TotalSeconds:0} s in which the clock stood still there is still work: {Describe(busy)}");
            spin.SpinOnce();
        }
    }

    private static int WorkingThreads()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var available, out _);
        return most - available;
    }

    private static string Describe(bool busy) =>
        $"{(busy ? "a request or a write" : "none of the bot's")}, {WorkingThreads()} threads, {ThreadPool.PendingWorkItemCount} waiting items.";

    private static Task OnItsOwnThreadAsync(Action act) =>
        Task.Factory.StartNew(act, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
