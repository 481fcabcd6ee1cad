using System.Globalization;
using Microsoft.Extensions.Logging;
using Xunit;

namespace SinoSovietBot.EndToEnd.OneClock;

[Collection(OneClockCollection.Name)]
public sealed class OfflineTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task AnHourOfflineInTheMiddleOfARoundLosesAndInventsNothing()
    {
        await using var school = await School.OpenAsync();
        var quiz = await ClassQuiz.StartAsync(school, questions: 5, seconds: 30);
        await quiz.PlayAsync(await quiz.NextAsync());
        var interrupted = await quiz.NextAsync();
        await quiz.AnswerAsync(interrupted, school.Class.Take(25));

        var hour = await SpendAnHourOfflineAsync(school, async () =>
        {
            for (var time = 0; time < 3; time++)
            {
                var failing = quiz.BeginFailing(interrupted, school.Class.Skip(25).Take(10));
                await school.Pump.PassAsync(TimeSpan.FromMinutes(10));
                await Task.WhenAll(failing);
            }
        });
        await quiz.RevealAsync(interrupted, TimeSpan.FromMinutes(1));
        await school.UntilTheBotIsBackAsync(hour.Record);
        Assert.StartsWith("The quiz on", (await school.CommandAsync(school.Teacher, "quiz status")).Text, StringComparison.Ordinal);
        await quiz.FinishAsync(from: 3);

        hour.IsThatOfAGoodCitizen();
        Assert.DoesNotContain(quiz.Notebook.Failed, failed => quiz.Notebook.Accepted.Any(press => press.Id == failed.Id));
    }

    [Fact]
    public async Task AnHourOfflineBetweenRoundsEndsWithAQuestionThatCanBeAnsweredAtOnce()
    {
        await using var school = await School.OpenAsync();
        var quiz = await ClassQuiz.StartAsync(school, questions: 4, seconds: 30);
        await quiz.PlayAsync(await quiz.NextAsync());

        var hour = await SpendAnHourOfflineAsync(school, () => school.Pump.PassAsync(TimeSpan.FromMinutes(5)));
        var next = await quiz.NextAsync();
        // Not a second passes between the question and the first press: what posts it brings the gateway back.
        await school.UntilTheBotIsBackAsync(hour.Record);
        await quiz.PlayAsync(next);
        await quiz.FinishAsync(from: 3);

        hour.IsThatOfAGoodCitizen();
    }

    [Fact]
    public async Task AMinuteOfflineIsResumed()
    {
        await using var school = await School.OpenAsync();
        var quiz = await ClassQuiz.StartAsync(school, questions: 3, seconds: 180);
        var interrupted = await quiz.NextAsync();
        await quiz.AnswerAsync(interrupted, school.Class.Take(25));
        var before = school.Server.Record.Last;

        await school.GoOfflineAsync(TimeSpan.FromMinutes(1));
        var failing = quiz.BeginFailing(interrupted, school.Class.Skip(25).Take(5));
        await school.Pump.PassAsync(TimeSpan.FromMinutes(1));
        await Task.WhenAll(failing);
        var away = await TimeUntilBackAsync(school, before);
        await quiz.AnswerAsync(interrupted, school.Class.Skip(25));
        await quiz.RevealAsync(interrupted, TimeSpan.FromSeconds(10));
        await quiz.FinishAsync(from: 2);

        Assert.Equal(1, school.Driver.BotResumes);
        Assert.DoesNotContain(school.Recorded("command", before), command => command.Route == "OP 2");
        Say($"A minute offline: resumed {away.TotalSeconds:0.0} s after Discord was back, {school.BotClock.ConnectionsTried} connections tried.");
    }

    [Fact]
    public async Task PressesMadeDuringABlinkAreReplayedAndAnswered()
    {
        await using var school = await School.OpenAsync();
        var quiz = await ClassQuiz.StartAsync(school, questions: 3, seconds: 60);
        var interrupted = await quiz.NextAsync();
        await quiz.AnswerAsync(interrupted, school.Class.Take(25));
        var before = school.Server.Record.Last;

        await school.GoOfflineAsync(TimeSpan.FromMilliseconds(800));
        var answering = quiz.AnswerAsync(interrupted, school.Class.Skip(25).Take(10));
        await TimeUntilBackAsync(school, before);
        await answering;
        await quiz.AnswerAsync(interrupted, school.Class.Skip(35));
        await quiz.RevealAsync(interrupted, TimeSpan.FromSeconds(10));
        await quiz.FinishAsync(from: 2);

        Assert.Equal(1, school.Driver.BotResumes);
    }

    [Fact]
    public async Task ASessionThatDiscordHasForgottenIsBegunAnew()
    {
        await using var school = await School.OpenAsync();
        var quiz = await ClassQuiz.StartAsync(school, questions: 3, seconds: 240);
        var interrupted = await quiz.NextAsync();
        await quiz.AnswerAsync(interrupted, school.Class.Take(25));
        var before = school.Server.Record.Last;

        // Longer than Discord keeps a session, and about as long as the bot tries to resume one.
        await school.GoOfflineAsync(TimeSpan.FromSeconds(185));
        await school.Pump.PassAsync(TimeSpan.FromSeconds(185));
        await TimeUntilBackAsync(school, before);
        await quiz.AnswerAsync(interrupted, school.Class.Skip(25));
        await quiz.RevealAsync(interrupted, TimeSpan.FromSeconds(10));
        await quiz.FinishAsync(from: 2);

        Assert.Equal(0, school.Driver.BotResumes);
        Assert.Single(school.Recorded("command", before), command => command.Route == "OP 2");
    }

    private static async Task<AnHour> SpendAnHourOfflineAsync(School school, Func<Task> meanwhile)
    {
        var hour = new AnHour(school);
        await school.GoOfflineAsync(Hour);
        var end = school.Clock.GetUtcNow() + Hour;
        await meanwhile();
        await school.Pump.PassAsync(end - school.Clock.GetUtcNow());
        hour.Over();
        return hour;
    }

    private static async Task<TimeSpan> TimeUntilBackAsync(School school, long since)
    {
        var begun = school.Clock.GetUtcNow();
        while (!school.Recorded("event", since).Any(entry => entry.Route is "READY" or "RESUMED"))
        {
            Assert.True(school.Clock.GetUtcNow() - begun < TimeSpan.FromMinutes(1), "The bot has not come back for a minute.");
            await school.Pump.PassAsync(TimeSpan.FromMilliseconds(50));
        }

        await school.Pump.SettleAsync();
        return school.Clock.GetUtcNow() - begun;
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    /// <summary>What the bot did in an hour without Discord.</summary>
    private sealed class AnHour
    {
        private const int MostConnections = 400;
        private const int MostRequests = 1500;
        private const int MostLines = 250;
        private const long MostMemory = 2_000_000;

        private readonly School _school;
        private int _connections;
        private int _requests;
        private int _lines;
        private int _timers;
        private long _memory;

        public AnHour(School school)
        {
            _school = school;
            Record = school.Server.Record.Last;
            (_connections, _requests, _lines) = (-school.BotClock.ConnectionsTried, -school.BotClock.RequestsBegun, -school.Log.Lines);
            (_timers, _memory) = (-school.BotClock.Timers, -GC.GetTotalMemory(forceFullCollection: true));
        }

        /// <summary>Where the record stood before it.</summary>
        public long Record { get; }

        public void Over()
        {
            _connections += _school.BotClock.ConnectionsTried;
            _requests += _school.BotClock.RequestsBegun;
            _lines += _school.Log.Lines;
            _timers += _school.BotClock.Timers;
            _memory += GC.GetTotalMemory(forceFullCollection: true);
        }

        public void IsThatOfAGoodCitizen()
        {
            var identified = _school.Recorded("command", Record).Count(command => command.Route == "OP 2");
            Say(string.Create(
                CultureInfo.InvariantCulture,
                $"An hour offline: {_connections} gateway connections and {_requests} requests tried, {_lines} log lines, "
                + $"{_memory / 1024} KiB and {_timers} timers more; {identified} IDENTIFY since."));
            Assert.InRange(_connections, 1, MostConnections);
            Assert.InRange(_requests, 1, MostRequests);
            Assert.InRange(_lines, 1, MostLines);
            Assert.True(_memory < MostMemory, $"{_memory} bytes more are in use after an hour offline.");
            Assert.InRange(_timers, -10, 10);
            Assert.Equal(1, identified);
            Assert.DoesNotContain(_school.Log.At(LogLevel.Information), line => line.Contains("\n   at ", StringComparison.Ordinal));
        }
    }
}
