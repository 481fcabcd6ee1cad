using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

public class RestartTests(Classroom classroom) : Scenario(classroom)
{
    private const int Seconds = 120;

    private static readonly TimeSpan _time = TimeSpan.FromSeconds(Seconds);

    [Fact]
    public async Task KilledMidRoundTheQuizContinues()
    {
        var students = await Classroom.StudentsAsync(6);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(0), 4, Seconds);
        await quiz.JoinAsync(students);
        await quiz.BeginAsync();
        await EveryoneAnswersAsync(tally, await quiz.NextRoundAsync(), students);

        var cut = await quiz.NextRoundAsync();
        tally.Open(cut, _time);
        await AnswerAsync(tally, cut, students.Take(4));
        await tally.PressAsync(students[0], cut, 1);
        await Classroom.Bot.KillAsync();
        await Classroom.StartBotWithoutWaitingAsync();

        var again = await quiz.NextRoundAsync();
        Assert.Equal(2, again.Number);
        Assert.Equal(cut.Options, again.Options);
        Assert.True(again.Message.Says("I restarted"), again.Message.Text);
        Assert.True(again.Message.Says("4 answers"), again.Message.Text);
        await EveryoneAnswersAsync(tally, again, [students[4], students[5]]);
        await EveryoneAnswersAsync(tally, await quiz.NextRoundAsync(), students);
        await EveryoneAnswersAsync(tally, await quiz.NextRoundAsync(), students);

        var end = await quiz.EndAsync();
        using var database = Classroom.OpenDatabase();
        var id = database.LastQuizIn(quiz.Channel);
        Ledger.HoldsExactly(database, id, tally);
        Ledger.ResultsAre(database, id, tally);
        Assert.All(tally.Places().Where(place => place.Place <= 3), place => Assert.True(end.Says(place.Member.Name), end.Text));
    }

    [Fact]
    public async Task WhatWasAcknowledgedInAStormOfPressesSurvivesTheKill()
    {
        var students = await Classroom.StudentsAsync(20);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(1), 1, Seconds);
        await quiz.JoinAsync(Teacher);
        await quiz.BeginAsync();
        var round = await quiz.NextRoundAsync();
        tally.Open(round, _time);

        var acknowledged = new List<string>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var storm = students.Select(async student =>
        {
            for (var press = 0; !enough.Task.IsCompleted; press++)
            {
                var sent = await student.PressAsync(round.Message, round.Buttons[press % 2].CustomId);
                if (!sent.Succeeded || !await SaysLockedInAsync(sent))
                    return;
                lock (acknowledged)
                {
                    acknowledged.Add(sent.Id!);
                    if (acknowledged.Count == 100)
                        enough.SetResult();
                }
            }
        }).ToList();
        await Patience.For(Task.WhenAny(enough.Task, Task.WhenAll(storm)), Patience.ForAProcess, () => "Too few presses were acknowledged.");
        await Classroom.Bot.KillAsync();
        await Task.WhenAll(storm);
        await Classroom.StartBotWithoutWaitingAsync();

        var again = await quiz.NextRoundAsync();
        await tally.PressAsync(Teacher, again, 0);
        await quiz.EndAsync();
        using var database = Classroom.OpenDatabase();
        var stored = database.AnswersOf(database.LastQuizIn(quiz.Channel)).Select(answer => answer.Press).ToList();
        Assert.Equal(stored.Distinct().Count(), stored.Count);
        Assert.Empty(acknowledged.Except(stored));
        Assert.Equal("ok", database.CheckIntegrity());
    }

    [Fact]
    public async Task StoppedByTheSystemItExitsCleanlyAndGoesOnLater()
    {
        var students = await Classroom.StudentsAsync(2);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(2), 2, Seconds);
        await quiz.JoinAsync(students);
        await quiz.BeginAsync();
        var round = await quiz.NextRoundAsync();
        tally.Open(round, _time);
        await tally.PressAsync(students[0], round, 0);

        Assert.Equal(0, await Classroom.Bot.StopAsync());
        await Classroom.StartBotWithoutWaitingAsync();
        await EveryoneAnswersAsync(tally, await quiz.NextRoundAsync(), [students[1]]);
        await EveryoneAnswersAsync(tally, await quiz.NextRoundAsync(), students);
        await quiz.EndAsync();
        using var database = Classroom.OpenDatabase();
        Ledger.HoldsExactly(database, database.LastQuizIn(quiz.Channel), tally);
    }

    private static async Task<bool> SaysLockedInAsync(SentInteraction sent) => (await sent.ReplyAsync()).Says("Locked in");

    private static async Task EveryoneAnswersAsync(Tally tally, RoundOnScreen round, IEnumerable<ScriptedMember> students)
    {
        tally.Open(round, _time);
        await AnswerAsync(tally, round, students);
    }

    private static async Task AnswerAsync(Tally tally, RoundOnScreen round, IEnumerable<ScriptedMember> students) =>
        await Task.WhenAll(students.Select((student, number) => tally.PressAsync(student, round, number % round.Buttons.Count)));
}
