using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

public class QuizCommandTests(Classroom classroom) : Scenario(classroom)
{
    private const ulong ViewChannel = 1UL << 10;
    private const ulong SendMessages = 1UL << 11;
    private const ulong EmbedLinks = 1UL << 14;
    private const ulong ReadMessageHistory = 1UL << 16;
    private const ulong SendMessagesInThreads = 1UL << 38;
    private const ulong Usual = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory | SendMessagesInThreads;

    [Fact]
    public async Task AStudentMayNotStartAQuiz()
    {
        var student = (await Classroom.StudentsAsync(1))[0];
        var sent = await student.RunCommandAsync("quiz start", Classroom.Channel(0), ("deck", Classroom.DeckId));
        await RefusedPrivatelyAsync(sent, "Manage Messages");
    }

    [Fact]
    public async Task AChannelHasOneLiveQuizAtATime()
    {
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(0), 1);
        var second = await Teacher.RunCommandAsync("quiz start", quiz.Channel, ("deck", Classroom.DeckId));
        await RefusedPrivatelyAsync(second, "is running");
        var elsewhere = await QuizRun.OpenAsync(Teacher, Classroom.Channel(1), 1);
        await StopAsync(elsewhere.Channel);
        await StopAsync(quiz.Channel);
        await StopAsync((await QuizRun.OpenAsync(Teacher, quiz.Channel, 1)).Channel);
    }

    [Theory]
    [InlineData(ViewChannel | EmbedLinks | ReadMessageHistory, "Send Messages")]
    [InlineData(ViewChannel | SendMessages | ReadMessageHistory, "Embed Links")]
    [InlineData(SendMessages | EmbedLinks | ReadMessageHistory, "View Channel")]
    // What a channel's settings usually look like when somebody has taken just one right away.
    [InlineData(Usual & ~SendMessages, "Send Messages")]
    public async Task ARightTheBotLacksIsNamedBeforeTheLobbyOpens(ulong permissions, string missing)
    {
        var channel = Classroom.Channel(2);
        await Classroom.Playground.SetBotPermissionsAsync(channel, permissions);
        var sent = await Teacher.RunCommandAsync("quiz start", channel, ("deck", Classroom.DeckId));
        await RefusedPrivatelyAsync(sent, missing);
        Assert.DoesNotContain(await Teacher.MessagesAsync(channel), message => message.Buttons.Count > 0);
    }

    [Theory]
    [InlineData("questions", 0, "1")]
    [InlineData("questions", 51, "50")]
    [InlineData("time", 9, "10")]
    [InlineData("time", 241, "240")]
    public async Task ANumberOutsideTheRangeStartsNothing(string option, int value, string limit)
    {
        var mark = Teacher.Events.Now;
        var sent = await Teacher.RunCommandAsync("quiz start", Classroom.Channel(0), ("deck", Classroom.DeckId), (option, value));
        // Discord itself refuses what the registered command does not allow; what comes through all the same, the bot refuses in words.
        if (sent.Succeeded)
            await sent.IsToldAsync(limit);
        else
            Assert.Contains($" {limit}.", sent.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain(Teacher.Events.Since(mark), happened => happened.Message is { IsEphemeral: false });
    }

    [Fact]
    public async Task AnUnknownDeckIsRefusedByItsName()
    {
        var sent = await Teacher.RunCommandAsync("quiz start", Classroom.Channel(0), ("deck", "no-such-deck"));
        await RefusedPrivatelyAsync(sent, "no-such-deck");
    }

    [Fact]
    public async Task DecksAndTopicsAreSuggestedWhileTyping()
    {
        var all = await Teacher.SuggestAsync("quiz start", Classroom.Channel(0), "deck", "");
        Assert.Contains(all, choice => choice.Value == Classroom.DeckId);
        var some = await Teacher.SuggestAsync("quiz start", Classroom.Channel(0), "deck", "sino");
        Assert.Contains(some, choice => choice.Value == Classroom.DeckId);
        Assert.Empty(await Teacher.SuggestAsync("quiz start", Classroom.Channel(0), "deck", "zzz"));
        Assert.NotEmpty(await Teacher.SuggestAsync("quiz start", Classroom.Channel(0), "topic", "", ("deck", Classroom.DeckId)));
    }

    [Fact]
    public async Task StoppingAsksFirstAndKeepsTheScores()
    {
        var students = await Classroom.StudentsAsync(2);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(0), 3);
        await quiz.JoinAsync(students);
        await quiz.BeginAsync();
        var round = await quiz.NextRoundAsync();
        var right = tally.Open(round, TimeSpan.FromSeconds(20));
        await tally.PressAsync(students[0], round, right);
        await tally.PressAsync(students[1], round, right);
        await quiz.NextRoundAsync();

        await RefusedPrivatelyAsync(await students[0].RunCommandAsync("quiz stop", quiz.Channel), "host");
        var asked = await (await Teacher.RunCommandAsync("quiz stop", quiz.Channel)).ReplyAsync();
        Assert.True(asked.IsEphemeral);
        Assert.True((await Teacher.PressAsync(asked, "End")).Succeeded);

        var end = await quiz.EndAsync();
        Assert.All(students, student => Assert.True(end.Says(student.Name), end.Text));
        await RefusedPrivatelyAsync(await Teacher.RunCommandAsync("quiz stop", quiz.Channel), "no quiz");
        using var database = Classroom.OpenDatabase();
        Ledger.ResultsAre(database, database.LastQuizIn(quiz.Channel), tally);
    }

    [Fact]
    public async Task AStudentCannotBeginTheHostsQuiz()
    {
        var student = (await Classroom.StudentsAsync(1))[0];
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(0), 1);
        await RefusedPrivatelyAsync(await student.PressAsync(quiz.Lobby, "Start now"), "host");
        await StopAsync(quiz.Channel);
    }

    [Fact]
    public async Task TheStatusSaysWhereTheQuizStands()
    {
        var student = (await Classroom.StudentsAsync(1))[0];
        await RefusedPrivatelyAsync(await student.RunCommandAsync("quiz status", Classroom.Channel(0)), "no quiz");
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(0), 3);
        await quiz.JoinAsync(student);
        await quiz.BeginAsync();
        await quiz.NextRoundAsync();
        await (await student.RunCommandAsync("quiz status", quiz.Channel)).IsToldAsync("1 of 3");
        await StopAsync(quiz.Channel);
    }

    [Fact]
    public async Task MyResultsAreForMyselfAlone()
    {
        var students = await Classroom.StudentsAsync(2);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(0), 1);
        await quiz.JoinAsync(students);
        await quiz.BeginAsync();
        var round = await quiz.NextRoundAsync();
        var right = tally.Open(round, TimeSpan.FromSeconds(20));
        await tally.PressAsync(students[0], round, right);
        await tally.PressAsync(students[1], round, (right + 1) % round.Options.Count);

        var end = await quiz.EndAsync();
        await (await students[0].PressAsync(end, "My results")).IsToldAsync("1 of 1");
        await (await students[1].PressAsync(end, "My results")).IsToldAsync("0 of 1");
        Assert.DoesNotContain(await Teacher.MessagesAsync(quiz.Channel), message => message.Says("0 of 1 correct"));
    }

    private static async Task RefusedPrivatelyAsync(SentInteraction sent, string reason)
    {
        Assert.True(sent.Succeeded, sent.Failure);
        var reply = await sent.ReplyAsync();
        Assert.True(reply.IsEphemeral, $"This should be private: {reply}");
        Assert.Contains(reason, reply.Text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task StopAsync(string channel)
    {
        var mark = Teacher.Events.Now;
        var asked = await (await Teacher.RunCommandAsync("quiz stop", channel)).ReplyAsync();
        Assert.True((await Teacher.PressAsync(asked, "End")).Succeeded);
        await Teacher.WaitForMessageAsync(message => message.ChannelId == channel && !message.IsEphemeral, "the end of the quiz", mark);
    }
}
