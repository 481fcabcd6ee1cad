using System.Globalization;
using System.Text.Json;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios.Faults;

/// <summary>
/// A class of fifty plays a quiz while something goes wrong, in the middle of their presses. Whatever it is, in the end every acknowledged answer
/// is stored once, results, podium and channel are right, nobody was left without an answer that Discord would still have taken, and Discord has
/// no reason to be angry with the bot.
/// </summary>
public abstract class FaultScenario(Classroom classroom) : IAsyncLifetime
{
    private const int Students = 50;
    private const int Seconds = 60;

    /// <summary>Discord waits three seconds; what reaches the bot in the last half second of them cannot be held against it.</summary>
    private static readonly TimeSpan _answerable = TimeSpan.FromSeconds(2.5);

    private readonly List<RoundInPlay> _rounds = [];
    private Random _random = new(0);
    private long _begin;
    private Tally _tally = null!;
    private TimeSpan _time;

    internal Classroom Classroom { get; } = classroom;

    internal PressBook Book { get; } = new();

    internal QuizRun Quiz { get; private set; } = null!;

    internal IReadOnlyList<ScriptedMember> Class { get; private set; } = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            TestContext.Current.TestOutputHelper?.WriteLine($"{Classroom.Bot.Story}\n{Classroom.Playground.Story}");
        if (Classroom.Bot.HasExited)
            await Classroom.StartBotAsync();
        await Classroom.ClearChannelsAsync();
        await Classroom.CheckTrafficAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Plays a whole quiz with the row's faults, and checks everything.</summary>
    internal async Task PlayAsync(int run, FaultRow row)
    {
        await OpenAsync(run, row.Questions);
        for (var number = 1; number <= row.Questions; number++)
        {
            var round = await NextRoundAsync();
            Assert.Equal(number, round.Number);
            var strikes = row.Rounds.Count == 0 || row.Rounds.Contains(number);
            await PlayRoundAsync(round, row.Spread, () => strikes ? OrderAsync(row.Faults) : Task.CompletedTask);
        }

        await CheckAsync(row.Latency);
    }

    /// <summary>Opens a quiz, lets the class join, and starts it.</summary>
    internal async Task OpenAsync(int run, int questions, int seconds = Seconds)
    {
        _time = TimeSpan.FromSeconds(seconds);
        _random = new Random(run);
        Class = await Classroom.SameStudentsAsync(Students);
        _tally = new Tally(await Classroom.KeyAsync());
        _begin = await RequestCount.LastEntryAsync(Classroom.Playground);
        Quiz = await QuizRun.OpenAsync(Classroom.Teacher, Classroom.Channel(0), questions, seconds);
        await Quiz.JoinAsync(Class);
        await Quiz.BeginAsync();
    }

    internal async Task<RoundInPlay> NextRoundAsync()
    {
        var posted = await Quiz.NextRoundAsync();
        var round = new RoundInPlay(posted, _tally.Open(posted, _time));
        _rounds.Add(round);
        return round;
    }

    /// <summary>
    /// Everyone presses within a time, and some change their minds; a third into it something happens. One waits for the rest, because the round
    /// closes with the last first answer.
    /// </summary>
    internal async Task PlayRoundAsync(RoundInPlay round, TimeSpan spread, Func<Task> happens)
    {
        var plans = Class.Select(student => (student, Presses: PressesOf(round, spread))).ToList();
        await Task.WhenAll([AfterAsync(spread / 3, happens), .. plans.SkipLast(1).Select(async plan =>
        {
            foreach (var (wait, option) in plan.Presses)
                await AfterAsync(wait, () => Book.PressAsync(plan.student, round, option));
        })]);
        await Book.PressAsync(plans[^1].student, round, plans[^1].Presses[0].Option);
    }

    internal async Task OrderAsync(IEnumerable<object> faults)
    {
        foreach (var fault in faults)
            await Classroom.Playground.AddFaultAsync(fault);
    }

    /// <summary>The quiz ends, and is held against everything that the test knows.</summary>
    /// <param name="latency">How long an answer of the bot is on its way.</param>
    /// <param name="silent">How many answers were not given.</param>
    internal async Task CheckAsync(TimeSpan latency = default, int silent = 0)
    {
        var podium = await Quiz.EndAsync();
        var faults = (await Classroom.Playground.GetAsync("/playground/faults")).EnumerateArray().ToList();
        await Classroom.Playground.ClearFaultsAsync();
        foreach (var round in _rounds)
            await Quiz.RevealAsync(round.Posted);
        using (var database = Classroom.OpenDatabase())
        {
            var quiz = database.LastQuizIn(Quiz.Channel);
            foreach (var press in QuizAudit.Answers(database, quiz, Book))
                _tally.Note(press);
            Ledger.ResultsAre(database, quiz, _tally);
            Assert.Equal((Class.Count * _rounds.Count) - silent, _tally.Presses.Count(press => press.Member != Classroom.Teacher));
        }

        Podium.Shows(podium, _tally.Places(), _rounds.Count);
        var messages = await Classroom.Teacher.MessagesAsync(Quiz.Channel);
        QuizAudit.Screen([.. messages.TakeWhile(message => message.Id != Quiz.Lobby.Id)], _rounds);
        await CheckAnswersAsync(latency, Struck(faults, "expire_token"));
        await CheckRequestsAsync(faults);
    }

    private async Task CheckAnswersAsync(TimeSpan latency, int killed)
    {
        var fates = await InteractionFate.SinceAsync(Classroom.Playground, Quiz.Lobby.Id);
        var failed = fates.Where(fate => !fate.Answered).ToList();
        var owed = failed.Where(fate => fate.SentAfter + latency < _answerable).ToList();
        var latest = fates.Where(fate => fate.Answered).Max(fate => fate.SentAfter)?.TotalMilliseconds;
        Report($"{fates.Count} interactions, {failed.Count} failed, {failed.Count - owed.Count} unanswerable; the latest came after {latest} ms");
        Assert.True(owed.Count <= killed, $"{owed.Count} interactions went unanswered, {killed} of them by order: {string.Join(", ", owed)}");
    }

    /// <summary>A refusal that the row ordered is the playground's doing; each further one is the bot's.</summary>
    private async Task CheckRequestsAsync(List<JsonElement> faults)
    {
        var count = await RequestCount.SinceAsync(Classroom.Playground, _begin);
        var ordered = Struck(faults.Where(fault => !fault.TryGetProperty("limit", out _)), "rate_limit");
        Report(string.Create(
            CultureInfo.InvariantCulture,
            $"{count.All} requests, {count.Invalid} invalid ({100.0 * count.Invalid / count.All:0.00} %), {ordered} of these by order"));
        Assert.True(
            count.Invalid - ordered < 0.01 * count.All,
            $"{count.Invalid} of {count.All} requests were invalid, {ordered} of these by order.");
    }

    /// <summary>What one student does, one after the other: mostly one press, the right one more often than not.</summary>
    private List<(TimeSpan Wait, int Option)> PressesOf(RoundInPlay round, TimeSpan spread)
    {
        int Draw() => _random.Next(3) > 0 ? round.Right : _random.Next(round.Posted.Options.Count);
        TimeSpan Wait(TimeSpan most) => most * _random.NextDouble();
        var first = Draw();
        var second = Draw();
        return second == first || _random.Next(2) > 0
            ? [(Wait(spread), first)]
            : [(Wait(spread * 0.6), first), (Wait(spread * 0.4), second)];
    }

    private static async Task AfterAsync(TimeSpan wait, Func<Task> act)
    {
        await Task.Delay(wait, TimeProvider.System, Patience.TestCancellation);
        await act();
    }

    private static int Struck(IEnumerable<JsonElement> faults, string kind) =>
        faults.Where(fault => fault.GetProperty("kind").GetString() == kind).Sum(fault => fault.GetProperty("struck").GetInt32());

    private static void Report(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
