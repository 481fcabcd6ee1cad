using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

public class ClassQuizTests(Classroom classroom) : Scenario(classroom)
{
    private const int Questions = 10;
    private const int Students = 30;

    /// <summary>Rounds in which somebody who joined does not answer: they last their full time, so there are few.</summary>
    private const int PatientRounds = 2;

    private static readonly TimeSpan _time = TimeSpan.FromSeconds(10);

    private readonly Random _random = new(20260701);

    [Fact]
    public async Task AClassOfThirtyPlaysTenQuestions()
    {
        var students = await Classroom.StudentsAsync(Students);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(0), Questions, (int)_time.TotalSeconds);
        await quiz.JoinAsync(students);
        await quiz.BeginAsync();

        var sleeper = students[^1];
        for (var number = 1; number <= Questions; number++)
        {
            var round = await quiz.NextRoundAsync();
            Assert.Equal(number, round.Number);
            var right = tally.Open(round, _time);
            if (number == PatientRounds + 1)
                Assert.True((await sleeper.PressAsync(quiz.Lobby, "Leave")).Succeeded);
            await PlayAsync(tally, round, right, [.. students.SkipLast(1)], everyone: number > PatientRounds);
            Assert.True((await quiz.RevealAsync(round)).Says(round.Options[right].TrimEnd('…')));
        }

        var podium = await quiz.EndAsync();
        using var database = Classroom.OpenDatabase();
        var id = database.LastQuizIn(quiz.Channel);
        Ledger.HoldsExactly(database, id, tally);
        Ledger.ResultsAre(database, id, tally);
        Assert.NotEmpty(tally.Presses.Except(tally.Standing));
        Assert.DoesNotContain(Teacher.Events.Since(0), happened => happened.Message?.Says("Locked in") == true);
        Podium.Shows(podium, tally.Places(), Questions);
        await BoardShowsAsync(database, tally, students);
        using var backup = await Classroom.OpenBackupAsync();
        Ledger.HoldsExactly(backup, id, tally);
    }

    /// <summary>
    /// Some change their minds, one presses everything twice. Where everyone answers, one waits for the rest, because the round closes with the
    /// last first answer.
    /// </summary>
    private async Task PlayAsync(Tally tally, RoundOnScreen round, int right, List<ScriptedMember> students, bool everyone)
    {
        var plans = students
            .Where(_ => everyone || _random.Next(5) > 0)
            .Select(student => (student, Options: OptionsOf(round, right)))
            .ToList();
        await Task.WhenAll(plans.SkipLast(1).Select(async plan =>
        {
            foreach (var option in plan.Options)
            {
                var press = await tally.PressAsync(plan.student, round, option);
                if (plan.student == students[0])
                    await Tally.RepeatAsync(press, round);
            }
        }));
        await tally.PressAsync(plans[^1].student, round, plans[^1].Options[0]);
    }

    /// <summary>What one student presses, one after the other: mostly one option, the right one more often than not.</summary>
    private List<int> OptionsOf(RoundOnScreen round, int right)
    {
        int Draw() => _random.Next(3) > 0 ? right : _random.Next(round.Options.Count);
        var first = Draw();
        var second = Draw();
        return second == first || _random.Next(3) > 0 ? [first] : [first, second];
    }

    private async Task BoardShowsAsync(SqliteProbe database, Tally tally, IReadOnlyList<ScriptedMember> students)
    {
        var points = tally.Places().ToDictionary(place => place.Member.Id, place => (long)place.Right);
        Assert.Equal(
            points.OrderBy(entry => entry.Key, StringComparer.Ordinal),
            database.TotalsOf(Classroom.Playground.World.GuildId)
                .Where(entry => entry.Value > 0)
                .OrderBy(entry => entry.Key, StringComparer.Ordinal));

        var asker = students[0];
        var asked = await asker.RunCommandAsync("leaderboard", Classroom.Channel(0));
        Assert.True(asked.Succeeded, asked.Failure);
        await Board.ShowsAsync(asker, await asked.ReplyAsync(), tally.Places());
    }
}
