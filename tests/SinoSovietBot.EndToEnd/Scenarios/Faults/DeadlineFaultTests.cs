using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios.Faults;

public class DeadlineFaultTests(Classroom classroom) : FaultScenario(classroom), IClassFixture<Classroom>
{
    private const int Seconds = 10;
    private const int Last = 9;

    /// <summary>
    /// Discord is away around the deadline, so that the last presses reach the bot when it would have shown the answer long ago. When it comes
    /// back is partly chance: a press that reaches the bot too late to be answered may fail, but none may be told that it was too late.
    /// </summary>
    [Theory, Runs]
    public async Task WhatWasPressedInTimeCountsAlthoughTheConnectionComesBackAfterTheDeadline(int run)
    {
        await OpenAsync(run, 1, Seconds);
        var round = await NextRoundAsync();
        var deadline = Snowflakes.TimeOf(round.Posted.Message.Id) + TimeSpan.FromSeconds(Seconds);
        await Task.WhenAll(Class.SkipLast(Last + 1).Select(student => Book.PressAsync(student, round, 0)));
        await UntilAsync(deadline - TimeSpan.FromSeconds(1));
        await OrderAsync([new { kind = "offline", ms = 1600 }]);
        await UntilAsync(deadline - TimeSpan.FromMilliseconds(300));
        var presses = await Task.WhenAll(Class.SkipLast(1).TakeLast(Last).Select(student => Book.PressOnceAsync(student, round, 1)));
        Assert.All(presses, press => Assert.True(press.Sent.At < deadline, $"This machine is too slow: pressed at {press.Sent.At}."));
        await CheckAsync(silent: 1 + presses.Count(press => !press.IsLockedIn));
    }

    private static async Task UntilAsync(DateTimeOffset moment)
    {
        var wait = moment - TimeProvider.System.GetUtcNow();
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, TimeProvider.System, Patience.TestCancellation);
    }
}
