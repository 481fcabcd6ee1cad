using System.Globalization;
using Microsoft.Extensions.Logging;
using Xunit;

namespace SinoSovietBot.EndToEnd.OneClock;

[Collection(OneClockCollection.Name)]
public sealed class DaysTests
{
    private const long MostMemory = 4_000_000;

    [Fact]
    public async Task TwoDaysWithAQuizEachEveningLeaveNothingBehind()
    {
        await using var school = await School.OpenAsync();
        await PlayAsync(school);
        var timers = school.BotClock.Timers;
        var moreMemory = 0L;
        for (var day = 1; day <= 2; day++)
        {
            // Between the quizzes alone: of those the playground and the test keep every word.
            moreMemory -= GC.GetTotalMemory(forceFullCollection: true);
            await school.Pump.PassAsync(TimeSpan.FromDays(1), grain: TimeSpan.FromSeconds(15));
            moreMemory += GC.GetTotalMemory(forceFullCollection: true);
            await PlayAsync(school);
        }

        var moreTimers = school.BotClock.Timers - timers;
        var beats = school.Recorded("command").Count(command => command.Route == "OP 1");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Two days: {beats} heartbeats, {school.BotClock.ConnectionsTried} connections, {school.Log.Lines} log lines, "
            + $"{moreMemory / 1024} KiB and {moreTimers} timers more."));
        Assert.Equal(1, school.BotClock.ConnectionsTried);
        Assert.Equal(0, school.Driver.BotResumes);
        Assert.InRange(beats, 4_100, 4_300);
        Assert.InRange(moreTimers, -3, 3);
        Assert.True(moreMemory < MostMemory, $"{moreMemory} bytes more are in use after two days.");
        Assert.Empty(school.Log.At(LogLevel.Warning));
    }

    private static async Task PlayAsync(School school)
    {
        var quiz = await ClassQuiz.StartAsync(school, questions: 3, seconds: 20);
        await quiz.FinishAsync(from: 1);
    }
}
