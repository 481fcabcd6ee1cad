using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using SinoSovietBot.EndToEnd.Harness;
using SinoSovietBot.Playground.Driving;
using Xunit;

namespace SinoSovietBot.EndToEnd.OneClock;

/// <summary>A quiz played by the class: everyone joins, and answers when told to.</summary>
internal sealed partial class ClassQuiz
{
    private const int PressTogether = 10;

    private static readonly TimeSpan BetweenPresses = TimeSpan.FromMilliseconds(310);
    private static readonly SemaphoreSlim OneExport = new(1, 1);
    private static DeckKey? s_key;

    private readonly Random _random = new(20260304);
    private readonly int _questions;
    private readonly TimeSpan _time;
    private int _mark;

    private ClassQuiz(School school, Notebook notebook, ChatMessage lobby, int questions, TimeSpan time, int mark) =>
        (School, Notebook, Lobby, _questions, _time, _mark) = (school, notebook, lobby, questions, time, mark);

    public School School { get; }

    public Notebook Notebook { get; }

    public ChatMessage Lobby { get; }

    /// <summary>Opens the lobby, and nobody is in yet.</summary>
    public static async Task<ClassQuiz> OpenAsync(School school, int questions, int seconds)
    {
        var key = await KeyAsync();
        var mark = school.Events.Now;
        var opened = await school.CommandAsync(
            school.Teacher, "quiz start", ("deck", Classroom.DeckId), ("questions", questions), ("type", "choice"), ("time", seconds));
        Assert.Contains("The lobby is open", opened.Text, StringComparison.Ordinal);
        var lobby = await school.SeeAsync(
            message => message.Buttons.Any(button => button.Label == "Join"), "the lobby", mark, TimeSpan.FromSeconds(5));
        return new ClassQuiz(school, new Notebook(key), lobby, questions, TimeSpan.FromSeconds(seconds), mark);
    }

    /// <summary>Opens a quiz, lets everyone join, and starts it.</summary>
    public static async Task<ClassQuiz> StartAsync(School school, int questions, int seconds)
    {
        var quiz = await OpenAsync(school, questions, seconds);
        await quiz.JoinAsync();
        await quiz.BeginAsync();
        return quiz;
    }

    public async Task JoinAsync()
    {
        foreach (var joined in await Task.WhenAll(School.Class.Select(pupil => School.PressAsync(pupil, Lobby, "Join"))))
            Assert.StartsWith("You are in.", joined.Text, StringComparison.Ordinal);
    }

    public async Task BeginAsync() => Assert.Equal("Here we go.", (await School.PressAsync(School.Teacher, Lobby, "Start now")).Text);

    /// <summary>Lets time pass until the next question appears.</summary>
    public async Task<RoundOnScreen> NextAsync(TimeSpan? limit = null)
    {
        var mark = _mark;
        var appears = School.Events.WaitAsync(
            mark,
            "the next question",
            happened =>
            {
                mark++;
                return happened.Type == "MESSAGE_CREATE" ? RoundOnScreen.TryRead(happened.Message!) : null;
            },
            School.RealTime);
        var round = await School.Pump.UntilAsync(appears, "the next question", limit ?? TimeSpan.FromMinutes(1));
        _mark = mark;
        Notebook.Open(round, _time);
        return round;
    }

    /// <summary>Some of the class answer, ten at a time; each of them hears that it is locked in.</summary>
    public async Task AnswerAsync(RoundOnScreen round, IEnumerable<Pupil> who)
    {
        var right = Notebook.Open(round, _time);
        foreach (var together in who.Chunk(PressTogether))
        {
            // Chosen before they press beside one another: the dice are not shared.
            var choices = together.Select(pupil => (pupil, Choose(round, right))).ToList();
            await Task.WhenAll(choices.Select(choice => PressAsync(round, choice.pupil, choice.Item2)));
            await School.Pump.PassAsync(BetweenPresses);
        }
    }

    /// <summary>Everyone answers, some change their minds, and the question closes early.</summary>
    public async Task<ChatMessage> PlayAsync(RoundOnScreen round)
    {
        await AnswerAsync(round, School.Class.Take(5));
        await AnswerAsync(round, School.Class);
        return await RevealAsync(round, TimeSpan.FromSeconds(10));
    }

    /// <summary>Begins presses that Discord will call failed.</summary>
    public IReadOnlyList<Task<Press>> BeginFailing(RoundOnScreen round, IEnumerable<Pupil> who) =>
        [.. who.Select(pupil => FailAsync(round, pupil, Choose(round, 0)))];

    /// <summary>Lets time pass until the answer to a question is shown in its own message.</summary>
    public Task<ChatMessage> RevealAsync(RoundOnScreen round, TimeSpan limit) => School.SeeAsync(
        message => message.Id == round.Message.Id && RoundOnScreen.TryRead(message) is null, $"the answer to question {round.Number}", 0, limit);

    public Task<ChatMessage> EndAsync() =>
        School.SeeAsync(message => message.Buttons.Any(button => button.Label == "My results"), "the podium", _mark, TimeSpan.FromMinutes(1));

    /// <summary>Plays all questions that are left, up to the podium, and holds everything to what it should be.</summary>
    public async Task FinishAsync(int from, bool mayReportErrors = false)
    {
        for (var number = from; number <= _questions; number++)
        {
            var round = await NextAsync();
            Assert.Equal(number, round.Number);
            await PlayAsync(round);
        }

        await IsRightAsync(mayReportErrors);
    }

    /// <summary>The end: the answers, the screen, the requests and the log are as they should be.</summary>
    public async Task IsRightAsync(bool mayReportErrors = false)
    {
        var podium = await EndAsync();
        await School.Pump.SettleAsync();
        Notebook.IsOnThePodium(podium, _questions);
        using (var database = School.OpenDatabase())
            Notebook.IsStoredIn(database, database.LastQuizIn(School.Channel.ToString(CultureInfo.InvariantCulture)));
        ScreenIsRight(podium);
        var invalid = School.Recorded("response").Count(response => response.Status is 401 or 403 or 429);
        Assert.True(invalid * 100 < School.Recorded("request").Count, $"{invalid} requests were invalid.");
        if (!mayReportErrors)
            Assert.Empty(School.Log.At(LogLevel.Error));
    }

    /// <summary>The moment at which a question closes, as its message tells everyone.</summary>
    public static DateTimeOffset Closes(ChatMessage message) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp().Match(message.Text).Groups["at"].Value, CultureInfo.InvariantCulture));

    /// <summary>Presses an option, and notes it once the bot has said that it counts.</summary>
    public async Task PressAsync(RoundOnScreen round, Pupil who, int option)
    {
        var result = await School.PressAsync(who, round.Message, round.Buttons[option].CustomId);
        Assert.True(result.Accepted, $"{who.Name}'s press on question {round.Number} went unanswered.");
        if (result.Text!.StartsWith($"Locked in already: {(char)('A' + option)}", StringComparison.Ordinal))
        {
            Notebook.Confirm(who, round.Number, option);
            return;
        }

        Assert.StartsWith($"Locked in: {(char)('A' + option)}", result.Text, StringComparison.Ordinal);
        Notebook.Accept(Noted(round, who, option, result));
    }

    /// <summary>Each question stands there once, with its answer and nothing left to press; the podium once, below them.</summary>
    private void ScreenIsRight(ChatMessage podium)
    {
        var shown = School.OnScreen().SkipWhile(message => message.Id != Lobby.Id).ToList();
        Assert.DoesNotContain(shown, IsQuestion);
        for (var number = 1; number <= _questions; number++)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"Question {number} of {_questions} ");
            var message = Assert.Single(shown, message => message.Says(title));
            Assert.True(message.Says("✅") && (message.Says(" correct") || message.Says("Nobody answered")), $"No answer is shown: {message}");
        }

        Assert.Equal(podium.Id, Assert.Single(shown, message => message.Buttons.Any(button => button.Label == "My results")).Id);
        Assert.Equal(podium.Id, shown[^1].Id);
        Assert.Equal(_questions + 2, shown.Count);
    }

    private async Task<Press> FailAsync(RoundOnScreen round, Pupil who, int option)
    {
        var result = await School.BeginPress(who, round.Message, round.Buttons[option].CustomId);
        Assert.False(result.Accepted, $"Discord was away and yet answered {who.Name} with: {result.Text}");
        var press = Noted(round, who, option, result);
        Notebook.Fail(press);
        return press;
    }

    private static Press Noted(RoundOnScreen round, Pupil who, int option, PressResult result)
    {
        var at = Snowflakes.TimeOf(result.Interaction.ToString(CultureInfo.InvariantCulture));
        return new Press(who, round.Number, option, result.Interaction, at, at - Snowflakes.TimeOf(round.Message.Id));
    }

    private int Choose(RoundOnScreen round, int right) => _random.Next(10) < 6 ? right : _random.Next(round.Buttons.Count);

    private static bool IsQuestion(ChatMessage message) => RoundOnScreen.TryRead(message) is not null;

    private static async Task<DeckKey> KeyAsync()
    {
        await OneExport.WaitAsync(Patience.TestCancellation);
        try
        {
            using var folder = new TemporaryFolder("export");
            return s_key ??= await DeckKey.ExportAsync(Classroom.DeckId, folder.Path);
        }
        finally
        {
            OneExport.Release();
        }
    }

    [GeneratedRegex(@"Closes <t:(?<at>\d+):R>")]
    private static partial Regex Timestamp();
}
