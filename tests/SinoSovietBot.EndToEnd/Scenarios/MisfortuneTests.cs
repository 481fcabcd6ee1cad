using Microsoft.Data.Sqlite;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary>What goes wrong around a running quiz costs no answer and does not end the bot.</summary>
public class MisfortuneTests(Classroom classroom) : Scenario(classroom)
{
    private const int Seconds = 10;

    [Fact]
    public async Task ADeletedQuestionIsAskedAgainWithItsAnswers()
    {
        var students = await Classroom.StudentsAsync(3);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await BeginAsync(0, 1, students, 60);
        var round = await quiz.NextRoundAsync();
        tally.Open(round, TimeSpan.FromSeconds(60));
        await tally.PressAsync(students[0], round, 0);
        // The bot hears of no deletion; it notices when it brings the number of answers up to date.
        await Classroom.Playground.DeleteMessageAsync(round.Message);

        var again = await quiz.NextRoundAsync();
        Assert.Equal(round.Number, again.Number);
        Assert.Equal(round.Options, again.Options);
        Assert.True(again.Message.Says("deleted"), again.Message.Text);
        await tally.PressAsync(students[1], again, 0);
        await tally.PressAsync(students[2], again, 1);
        await quiz.EndAsync();
        Check(quiz.Channel, tally);
    }

    [Fact]
    public async Task ADeletedChannelEndsItsQuizAndNothingElse()
    {
        var students = await Classroom.StudentsAsync(2);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await BeginAsync(2, 2, students, Seconds);
        var round = await quiz.NextRoundAsync();
        tally.Open(round, TimeSpan.FromSeconds(Seconds));
        await tally.PressAsync(students[0], round, 0);
        var mark = Teacher.Events.Now;
        await Classroom.Playground.DeleteChannelAsync(quiz.Channel);

        await Teacher.WaitForMessageAsync(message => message.Says("can no longer write in"), "the direct message to the host", mark);
        using var database = Classroom.OpenDatabase();
        Ledger.HoldsExactly(database, database.LastQuizIn(quiz.Channel), tally);
        Assert.Equal(1, database.Count("SELECT count(*) FROM quizzes WHERE id = $1 AND phase = 'ended'", database.LastQuizIn(quiz.Channel)));
        Assert.True((await Teacher.RunCommandAsync("quiz status", Classroom.Channel(0))).Succeeded);
    }

    [Fact]
    public async Task AMemberWhoLeavesTheServerKeepsTheirAnswers()
    {
        var students = await Classroom.StudentsAsync(3);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await BeginAsync(0, 2, students, Seconds);
        var first = await quiz.NextRoundAsync();
        var right = tally.Open(first, TimeSpan.FromSeconds(Seconds));
        foreach (var student in students)
            await tally.PressAsync(student, first, right);
        var second = await quiz.NextRoundAsync();
        right = tally.Open(second, TimeSpan.FromSeconds(Seconds));
        await Classroom.Playground.RemoveMemberAsync(students[2].Id);
        await tally.PressAsync(students[0], second, right);
        await tally.PressAsync(students[1], second, right);

        var end = await quiz.EndAsync();
        Podium.Shows(end, tally.Places(), 2);
        Check(quiz.Channel, tally);
    }

    [Fact]
    public async Task WhileTheDatabaseIsLockedNothingIsClaimedToBeSaved()
    {
        var students = await Classroom.StudentsAsync(2);
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await BeginAsync(0, 1, students, 120);
        var round = await quiz.NextRoundAsync();
        tally.Open(round, TimeSpan.FromSeconds(120));
        SentInteraction pressed;
        using (Lock())
        {
            pressed = await students[0].PressAsync(round.Message, round.Buttons[0].CustomId);
            Assert.True(pressed.Succeeded, pressed.Failure);
            using var database = Classroom.OpenDatabase();
            Assert.Empty(database.AnswersOf(database.LastQuizIn(quiz.Channel)));
            Assert.DoesNotContain(students[0].Events.Since(pressed.Mark), happened => happened.Message?.Says("Locked in") == true);
        }

        // Whichever the bot says in the end, the database must agree with it.
        var reply = await pressed.ReplyAsync();
        using (var database = Classroom.OpenDatabase())
            Assert.Equal(reply.Says("Locked in") ? 1 : 0, database.AnswersOf(database.LastQuizIn(quiz.Channel)).Count);
    }

    private async Task<QuizRun> BeginAsync(int channel, int questions, IReadOnlyList<ScriptedMember> students, int seconds)
    {
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(channel), questions, seconds);
        await quiz.JoinAsync(students);
        await quiz.BeginAsync();
        return quiz;
    }

    private void Check(string channel, Tally tally)
    {
        using var database = Classroom.OpenDatabase();
        var quiz = database.LastQuizIn(channel);
        Ledger.HoldsExactly(database, quiz, tally);
        Ledger.ResultsAre(database, quiz, tally);
    }

    private SqliteLock Lock() => new(Classroom.DatabasePath);

    /// <summary>Another program that holds the database.</summary>
    private sealed class SqliteLock : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteTransaction _transaction;

        public SqliteLock(string path)
        {
            _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            _connection.Open();
            _transaction = _connection.BeginTransaction();
        }

        public void Dispose()
        {
            _transaction.Dispose();
            _connection.Dispose();
        }
    }
}
