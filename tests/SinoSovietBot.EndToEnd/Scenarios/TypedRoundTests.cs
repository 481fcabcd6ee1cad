using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary>Questions that have to be typed, over the sockets; what counts is worked out here, by hand, and held against the database.</summary>
public class TypedRoundTests(TypedDecks classroom) : Scenario<TypedDecks>(classroom)
{
    private const int Seconds = 120;

    private static readonly string[] _right = ["right"];

    [Fact]
    public async Task AClassTypesChangesItsMindAndIsMarked()
    {
        var students = await Classroom.StudentsAsync(6);
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(0), 3, Seconds, "typed", TypedDecks.Deck);
        await quiz.JoinAsync(students);
        await quiz.BeginAsync();
        var book = new List<Entry>();
        for (var number = 1; number <= 3; number++)
        {
            var round = await quiz.NextAsync(TypedOnScreen.TryRead);
            Assert.Equal(number, round.Number);
            if (round.IsList)
                await PlayListAsync(round, students, book);
            else if (round.Message.Says("Who gave"))
                await PlayNameAsync(round, students, book);
            else
                await PlayYearAsync(round, students, book);
            CheckReveal(await quiz.RevealAsync(round), book.Where(entry => entry.Round == number));
        }

        var end = await quiz.EndAsync();
        using var database = Classroom.OpenDatabase();
        CheckDatabase(database, database.LastQuizIn(quiz.Channel), book);
        await CheckResultsAsync(students, end, book);
    }

    [Fact]
    public async Task FormsThatComeTooLateAreToldSoAndNeverCount()
    {
        var student = (await Classroom.StudentsAsync(1))[0];
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(1), 2, 10, "typed", TypedDecks.Deck);
        await quiz.JoinAsync(student);
        await quiz.BeginAsync();
        var first = await quiz.NextAsync(TypedOnScreen.TryRead);
        var open = await first.OpenAsync(student);
        await quiz.RevealAsync(first);
        var second = await quiz.NextAsync(TypedOnScreen.TryRead);
        Assert.True((await open.SendAsync(student, "Khrushchev")).Says("not counted"));

        var other = await second.OpenAsync(student);
        var asked = await (await Teacher.RunCommandAsync("quiz stop", quiz.Channel)).ReplyAsync();
        Assert.True((await Teacher.PressAsync(asked, "End")).Succeeded);
        await quiz.EndAsync();
        Assert.True((await other.SendAsync(student, "1956")).Says("not counted"));
        await (await student.RunCommandAsync("quiz answer", quiz.Channel, ("text", "1956"))).IsToldAsync("No quiz is running");
        using var database = Classroom.OpenDatabase();
        Assert.Empty(database.AnswersOf(database.LastQuizIn(quiz.Channel)));
    }

    [Fact]
    public async Task NeitherAKillNorAnEditOfTheDeckChangesWhatAnAnswerMeant()
    {
        var students = await Classroom.StudentsAsync(4);
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(2), 3, Seconds, "typed", TypedDecks.Draft);
        await quiz.JoinAsync(students);
        await quiz.BeginAsync();
        var round = await quiz.NextAsync(TypedOnScreen.TryRead);
        while (!round.Message.Says("Who gave"))
        {
            await Task.WhenAll(students.Select(student => round.TypeAsync(student, "no idea")));
            round = await quiz.NextAsync(TypedOnScreen.TryRead);
        }

        var texts = new[] { "Khrushchev", "the Soviet leader", "Stalin", "Khruschev" };
        for (var i = 0; i < 3; i++)
            await round.TypeAsync(students[i], texts[i]);
        var open = await round.OpenAsync(students[3]);
        await Classroom.Bot.KillAsync();
        Classroom.Write(TypedDecks.Draft, "Joseph Stalin", "Stalin");
        await Classroom.StartBotWithoutWaitingAsync();

        var again = await quiz.NextAsync(TypedOnScreen.TryRead);
        Assert.Equal(round.Number, again.Number);
        Assert.True(again.Message.Says("I restarted") && again.Message.Says("3 answers"), again.Message.Text);
        Assert.Equal("the Soviet leader", (await again.OpenAsync(students[1])).Standing);
        Assert.True((await open.SendAsync(students[3], texts[3])).Says("Locked in: ‘Khruschev’"));

        var reveal = await quiz.RevealAsync(again);
        Assert.True(reveal.Says("Nikita Khrushchev") && reveal.Says("2 of 4 correct"), reveal.Text);
        using var database = Classroom.OpenDatabase();
        var typed = database.TypedOf(database.LastQuizIn(quiz.Channel)).Where(answer => answer.Round == round.Number - 1).ToList();
        Assert.Equal(
            students.Select(student => student.Name).Zip(texts, ["right", "vague", "wrong", "right"]).Order(),
            typed.Select(answer => (students.Single(student => student.Id == answer.Member).Name, answer.Raw, answer.Verdict)).Order());
        Assert.Equal("ok", database.CheckIntegrity());
    }

    private static async Task PlayNameAsync(TypedOnScreen round, IReadOnlyList<ScriptedMember> students, List<Entry> book)
    {
        await TypeAsync(round, students[0], "Mao", "wrong", book);
        var changed = await TypedOnScreen.TypeAsync(students[0], round.Message, round.Button, "Khrushchev", standing: "Mao");
        Assert.True(changed.Says("Locked in: ‘Khrushchev’ instead of ‘Mao’. You can change it until the question closes."), changed.Text);
        book.Add(new Entry(round.Number, students[0], "Khrushchev", "right"));
        await TypeAsync(round, students[1], "khruschev", "right", book);

        var hint = await round.TypeAsync(students[2], "the Soviet leader");
        Assert.True(hint.Says("That is on the way: be more specific"), hint.Text);
        book.Add(new Entry(round.Number, students[2], "the Soviet leader", "vague"));
        var better = await TypedOnScreen.TypeAsync(students[2], hint, hint.Buttons[0], "Nikita Khrushchev", standing: "the Soviet leader");
        Assert.True(better.Says("instead of ‘the Soviet leader’"), better.Text);
        book.Add(new Entry(round.Number, students[2], "Nikita Khrushchev", "right"));

        foreach (var (student, text) in students.Skip(3).Zip(["Mao", "mao.", "MAO @everyone"]))
            await TypeAsync(round, student, text, "wrong", book);
    }

    private static async Task PlayYearAsync(TypedOnScreen round, IReadOnlyList<ScriptedMember> students, List<Entry> book)
    {
        foreach (var (student, text) in students.Zip(["1956", "1957", " 1956. ", "1965", "1956", "1957"]))
            await TypeAsync(round, student, text, text.Contains("1956", StringComparison.Ordinal) ? "right" : "wrong", book);
    }

    private static async Task PlayListAsync(TypedOnScreen round, IReadOnlyList<ScriptedMember> students, List<Entry> book)
    {
        await TypeAsync(round, students[0], "trade\nideology", "right", book);
        await TypeAsync(round, students[1], "trade", "partly", book);
        await TypeAsync(round, students[2], "weather, food, trade, aid", "wrong", book);
        var tooLong = await (await students[3].RunCommandAsync("quiz answer", round.Message.ChannelId, ("text", "..."))).ReplyAsync();
        Assert.True(tooLong.Says("nothing has changed"), tooLong.Text);
        var command = await (await students[3].RunCommandAsync("quiz answer", round.Message.ChannelId, ("text", "aid; trade"))).ReplyAsync();
        Assert.True(command.IsEphemeral && command.Says("Locked in: ‘aid; trade’"), command.Text);
        book.Add(new Entry(round.Number, students[3], "aid; trade", "right"));
        await TypeAsync(round, students[4], "1. ideology 2. aid", "right", book);
        await TypeAsync(round, students[5], "the weather", "wrong", book);
    }

    private static async Task TypeAsync(TypedOnScreen round, ScriptedMember member, string text, string verdict, List<Entry> book)
    {
        var told = await round.TypeAsync(member, text);
        Assert.True(told.Says("Locked in: ‘"), told.Text);
        Assert.False(told.Says("right") || told.Says("wrong") || told.Says("correct"), told.Text);
        book.Add(new Entry(round.Number, member, text, verdict));
    }

    private static void CheckReveal(ChatMessage reveal, IEnumerable<Entry> entries)
    {
        var verdicts = Standing(entries).CountBy(entry => entry.Verdict).ToDictionary();
        Assert.True(reveal.Says($"{verdicts.GetValueOrDefault("right")} right"), reveal.Text);
        Assert.True(reveal.Says($"{verdicts.GetValueOrDefault("wrong")} wrong"), reveal.Text);
        Assert.True(verdicts.GetValueOrDefault("partly") is var partly && (partly == 0 || reveal.Says($"{partly} partly right")), reveal.Text);
        Assert.True(reveal.Says($"{verdicts.GetValueOrDefault("right")} of 6 correct"), reveal.Text);
        if (reveal.Says("secret speech?"))
            Assert.True(reveal.Says("Not right: ‘Mao’ ×2\n"), reveal.Text);
        Assert.Empty(reveal.Buttons);
    }

    private static void CheckDatabase(SqliteProbe database, long quiz, List<Entry> book)
    {
        Assert.Equal(
            book.Select(entry => (entry.Round - 1, entry.Member.Id, entry.Text, entry.Verdict)).Order(),
            database.TypedOf(quiz).Select(typed => (typed.Round, typed.Member, typed.Raw, typed.Verdict)).Order());
        Assert.Equal(book.Count, database.AnswersOf(quiz).Count);
        Assert.All(database.AnswersOf(quiz), answer => Assert.Equal(-1, answer.Option));
        Assert.Equal(
            Standing(book).Select(entry => (entry.Round - 1, entry.Member.Id, entry.Verdict == "right", true)).Order(),
            database.ResultsOf(quiz).Select(result => (result.Round, result.Member, result.Correct, result.Ranked)).Order());
        Assert.Equal("ok", database.CheckIntegrity());
    }

    private static async Task CheckResultsAsync(IReadOnlyList<ScriptedMember> students, ChatMessage end, List<Entry> book)
    {
        foreach (var student in students)
        {
            var own = Standing(book).Where(entry => entry.Member == student).ToList();
            var right = own.Count(entry => _right.Contains(entry.Verdict));
            if (right > 0)
                Assert.Contains(end.Text.Split('\n'), line => line.Contains(student.Name, StringComparison.Ordinal) && line.Contains($"{right} of 3", StringComparison.Ordinal));
            var results = await (await student.PressAsync(end, "My results")).IsToldAsync($"{right} of 3");
            Assert.All(own, entry => Assert.True(results.Says($"‘{entry.Text.Trim().Replace('\n', ' ')}’"), results.Text));
        }
    }

    /// <summary>The last answer of each member in each round.</summary>
    private static IEnumerable<Entry> Standing(IEnumerable<Entry> entries) => entries.GroupBy(entry => (entry.Round, entry.Member)).Select(group => group.Last());

    /// <summary>Something that a member typed and the bot called locked in, and what it is worth.</summary>
    private sealed record Entry(int Round, ScriptedMember Member, string Text, string Verdict);
}
