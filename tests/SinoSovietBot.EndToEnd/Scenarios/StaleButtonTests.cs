using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary>
/// No press ends in "This interaction failed", however old the button. Discord refuses presses on buttons that a message no longer has, so the
/// edits that take them away are made slow.
/// </summary>
public class StaleButtonTests(Classroom classroom) : Scenario(classroom)
{
    private static readonly TimeSpan _time = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task APressAfterTheRoundHasClosedIsNotCountedAndSaysSo()
    {
        var students = await Classroom.StudentsAsync(2);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await BeginAsync(0, 2, students[0]);
        var first = await quiz.NextRoundAsync();
        await SlowEditsAsync(1);
        await AnswerAsync(tally, students[0], first);

        var late = await students[1].PressIdAsync(first.Message, first.Buttons[0].CustomId);
        Assert.True(late.Succeeded, late.Failure);
        await late.IsToldAsync("not counted");

        await AnswerAsync(tally, students[0], await quiz.NextRoundAsync());
        await quiz.EndAsync();
        using var database = Classroom.OpenDatabase();
        Ledger.HoldsExactly(database, database.LastQuizIn(quiz.Channel), tally);
    }

    [Fact]
    public async Task ButtonsOfAnEndedQuizAreAnsweredPolitely()
    {
        var students = await Classroom.StudentsAsync(2);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await BeginAsync(1, 1, students[0]);
        var round = await quiz.NextRoundAsync();
        // The lobby losing its Start button may come before or after this; then the reveal, then the lobby losing the rest.
        await SlowEditsAsync(3);
        await AnswerAsync(tally, students[0], round);
        await IsToldItIsOverAsync(students[1], round.Message, round.Buttons[0].CustomId);
        await quiz.EndAsync();
        await IsToldItIsOverAsync(students[1], quiz.Lobby, quiz.Lobby.Button("Join").CustomId);

        using var database = Classroom.OpenDatabase();
        Ledger.HoldsExactly(database, database.LastQuizIn(quiz.Channel), tally);
    }

    [Fact]
    public async Task ButtonsOfAQuizThatNobodyRemembersAreAnsweredPolitely()
    {
        var student = (await Classroom.StudentsAsync(1))[0];
        var quiz = await BeginAsync(2, 1, Teacher);
        var round = await quiz.NextRoundAsync();
        await Classroom.Bot.KillAsync();
        Classroom.TakeNewDatabase();
        await Classroom.StartBotAsync();

        await IsToldItIsOverAsync(student, round.Message, round.Buttons[0].CustomId);
        await IsToldItIsOverAsync(student, quiz.Lobby, quiz.Lobby.Button("Join").CustomId);
    }

    private static async Task AnswerAsync(Tally tally, ScriptedMember member, RoundOnScreen round)
    {
        tally.Open(round, _time);
        await tally.PressAsync(member, round, 0);
    }

    private static async Task IsToldItIsOverAsync(ScriptedMember member, ChatMessage message, string customId)
    {
        var pressed = await member.PressIdAsync(message, customId);
        Assert.True(pressed.Succeeded, pressed.Failure);
        var reply = await pressed.ReplyAsync();
        Assert.True(reply.IsEphemeral, reply.ToString());
        Assert.True(reply.Says("over") || reply.Says("finished") || reply.Says("not counted"), reply.Text);
    }

    private async Task<QuizRun> BeginAsync(int channel, int questions, ScriptedMember member)
    {
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(channel), questions, (int)_time.TotalSeconds);
        await quiz.JoinAsync(member);
        await quiz.BeginAsync();
        return quiz;
    }

    private Task SlowEditsAsync(int count) =>
        Classroom.Playground.AddFaultAsync(new { kind = "slow", ms = 1500, on = "PATCH /channels/*/messages/*", count });
}
