using Microsoft.Extensions.Logging;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.OneClock;

/// <summary>Discord's clock and the bot's are minutes apart. Members live by Discord's.</summary>
[Collection(OneClockCollection.Name)]
public sealed class ClockSkewTests
{
    private const int Seconds = 30;

    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task AQuizIsThatOfACommonClock(int minutes)
    {
        await using var school = await School.OpenAsync();
        await school.SkewAsync(TimeSpan.FromMinutes(minutes));
        var quiz = await ClassQuiz.StartAsync(school, questions: 4, Seconds);
        for (var number = 1; number <= 4; number++)
        {
            var round = await quiz.NextAsync();
            ClosesOnDiscordsClock(round.Message);
            if (number % 2 == 0)
            {
                await quiz.PlayAsync(round);
                continue;
            }

            // Not everyone answers, so it runs to its end: the last press comes just in time, the next one too late.
            await quiz.AnswerAsync(round, school.Class.Take(30));
            var deadline = Snowflakes.TimeOf(round.Message.Id) + TimeSpan.FromSeconds(Seconds);
            await school.Pump.PassAsync(deadline - school.DiscordNow);
            await quiz.PressAsync(round, school.Class[40], 0);
            await school.Pump.PassAsync(TimeSpan.FromMilliseconds(100));
            var late = await school.PressAsync(school.Class[41], round.Message, "A");
            Assert.Equal($"Question {number} closed 0.1 s before your tap. Your answer was not counted.", late.Text);
            ClosesOnDiscordsClock(school.Look(ulong.Parse(round.Message.Id, System.Globalization.CultureInfo.InvariantCulture)));
        }

        await quiz.IsRightAsync();
        // What was right at once is not put right.
        Assert.DoesNotContain(school.Log.At(LogLevel.Information), line => line.StartsWith("Warning", StringComparison.Ordinal));
        var edits = school.Events.Since(0).Where(happened => happened.Type == "MESSAGE_UPDATE");
        Assert.DoesNotContain(edits, edit => edit.Message!.Says("Nobody has answered yet"));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task AClockThatIsSetBetweenRoundsIsFollowed(int minutes)
    {
        await using var school = await School.OpenAsync();
        var quiz = await ClassQuiz.StartAsync(school, questions: 3, Seconds);
        await quiz.PlayAsync(await quiz.NextAsync());
        await school.SkewAsync(TimeSpan.FromMinutes(minutes));

        var round = await quiz.NextAsync();
        await school.Pump.SettleAsync();
        ClosesOnDiscordsClock(school.Look(ulong.Parse(round.Message.Id, System.Globalization.CultureInfo.InvariantCulture)));
        await quiz.PlayAsync(round);
        ClosesOnDiscordsClock((await quiz.NextAsync()).Message);
        await quiz.AnswerAsync(RoundOnScreen.TryRead(school.OnScreen()[^1])!, school.Class);
        await quiz.IsRightAsync();
    }

    [Fact]
    public async Task AClockThatIsSetAheadInTheMiddleOfARoundEndsItForTheMembers()
    {
        await using var school = await School.OpenAsync();
        var quiz = await ClassQuiz.StartAsync(school, questions: 3, Seconds);
        var round = await quiz.NextAsync();
        await quiz.AnswerAsync(round, school.Class.Take(20));
        await school.SkewAsync(FiveMinutes);

        var late = await school.PressAsync(school.Class[30], round.Message, "A");
        Assert.StartsWith("Question 1 closed 2", late.Text, StringComparison.Ordinal);
        await quiz.RevealAsync(round, TimeSpan.FromSeconds(Seconds));
        await quiz.FinishAsync(from: 2);
    }

    [Fact]
    public async Task AClockThatIsSetBackInTheMiddleOfARoundCostsNobodyAnAnswer()
    {
        await using var school = await School.OpenAsync();
        var quiz = await ClassQuiz.StartAsync(school, questions: 3, Seconds);
        var round = await quiz.NextAsync();
        await school.SkewAsync(-FiveMinutes);

        foreach (var pupil in school.Class)
            Assert.StartsWith("Locked in: A", (await school.PressAsync(pupil, round.Message, "A")).Text, StringComparison.Ordinal);
        await quiz.RevealAsync(round, TimeSpan.FromSeconds(5));
        using var database = school.OpenDatabase();
        Assert.All(database.AnswersOf(database.LastQuizIn(round.Message.ChannelId)), answer => Assert.Equal(0, answer.ResponseMs));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task TheBotsOwnClockMayBeSetInTheMiddleOfAQuiz(int minutes)
    {
        await using var school = await School.OpenAsync();
        var quiz = await ClassQuiz.StartAsync(school, questions: 3, Seconds);
        var round = await quiz.NextAsync();
        await quiz.AnswerAsync(round, school.Class.Take(20));
        school.BotClock.Ahead = TimeSpan.FromMinutes(minutes);

        await quiz.AnswerAsync(round, school.Class.Skip(20).Take(20));
        await quiz.RevealAsync(round, TimeSpan.FromSeconds(Seconds));
        var next = await quiz.NextAsync();
        ClosesOnDiscordsClock(next.Message);
        await quiz.PlayAsync(next);
        await quiz.FinishAsync(from: 3);
    }

    [Theory]
    [InlineData(5, 58)]
    [InlineData(-5, 3)]
    public async Task TheDayOfABoardIsThatOfDiscordsClock(int minutes, int minuteOfTheHour)
    {
        // By the bot's clock the quiz lies on the other side of midnight.
        var at = School.Lesson.Date + TimeSpan.FromHours(minutes > 0 ? 23 : 24) + TimeSpan.FromMinutes(minuteOfTheHour - (minutes > 0 ? 1 : 3));
        await using var school = await School.OpenAsync(new SchoolSettings { At = new DateTimeOffset(at, TimeSpan.Zero) });
        await school.SkewAsync(TimeSpan.FromMinutes(minutes));
        var quiz = await ClassQuiz.StartAsync(school, questions: 2, seconds: 10);
        await quiz.PlayAsync(await quiz.NextAsync());
        // One closes by an answer, the other by the bot's timer: both belong to one day.
        var second = await quiz.NextAsync();
        await quiz.AnswerAsync(second, school.Class.Take(40));
        await quiz.IsRightAsync();

        var today = await school.CommandAsync(school.Class[0], "leaderboard", ("period", "today"));
        var best = quiz.Notebook.Points().Values.Max();
        Assert.Contains($" {best} points ", school.Look(today.Message!.Value).Text, StringComparison.Ordinal);
    }

    private static void ClosesOnDiscordsClock(ChatMessage message)
    {
        var off = ClassQuiz.Closes(message) - (Snowflakes.TimeOf(message.Id) + TimeSpan.FromSeconds(Seconds));
        Assert.True(off.Duration() <= TimeSpan.FromSeconds(1.5), $"The closing time is off by {off.TotalSeconds:0.0} s: {message}");
    }
}
