using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary>No press ends in "This interaction failed", however old the button.</summary>
public class StaleButtonTests(Classroom classroom) : Scenario(classroom)
{
    [Fact]
    public async Task APressAfterTheRoundHasClosedIsNotCountedAndSaysSo()
    {
        var students = await Classroom.StudentsAsync(2);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(0), 2);
        await quiz.JoinAsync(students[0]);
        await quiz.BeginAsync();
        var first = await quiz.NextRoundAsync();
        tally.Open(first, TimeSpan.FromSeconds(20));
        await tally.PressAsync(students[0], first, 0);
        await quiz.RevealAsync(first);

        var late = await students[1].PressIdAsync(first.Message, first.Buttons[0].CustomId);
        Assert.True(late.Succeeded, late.Failure);
        await late.IsToldAsync("not counted");

        var second = await quiz.NextRoundAsync();
        tally.Open(second, TimeSpan.FromSeconds(20));
        await tally.PressAsync(students[0], second, 0);
        await quiz.EndAsync();
        using var database = Classroom.OpenDatabase();
        Ledger.HoldsExactly(database, database.LastQuizIn(quiz.Channel), tally);
    }

    [Fact]
    public async Task ButtonsOfAnEndedQuizAreAnsweredPolitely()
    {
        var students = await Classroom.StudentsAsync(2);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(1), 1);
        await quiz.JoinAsync(students[0]);
        await quiz.BeginAsync();
        var round = await quiz.NextRoundAsync();
        tally.Open(round, TimeSpan.FromSeconds(20));
        await tally.PressAsync(students[0], round, 0);
        await quiz.EndAsync();

        foreach (var (message, customId) in new[]
                 {
                     (round.Message, round.Buttons[0].CustomId),
                     (quiz.Lobby, quiz.Lobby.Button("Join").CustomId),
                     (quiz.Lobby, quiz.Lobby.Button("Start now").CustomId),
                 })
        {
            var pressed = await students[1].PressIdAsync(message, customId);
            Assert.True(pressed.Succeeded, pressed.Failure);
            Assert.True((await pressed.ReplyAsync()).IsEphemeral);
        }

        using var database = Classroom.OpenDatabase();
        Ledger.HoldsExactly(database, database.LastQuizIn(quiz.Channel), tally);
    }
}
