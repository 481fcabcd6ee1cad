using SinoSovietBot.Storage.Tests.Leaderboard;
using SinoSovietBot.Storage.Tests.Revision;
using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Tests.Quiz;
using Xunit;

namespace SinoSovietBot.Storage.Tests;

public sealed class BackupTests : IDisposable
{
    private static readonly string[] Three = ["Ann", "Ben", "Cid"];
    private readonly DatabaseFile file = new();

    private string Target => file.Beside("copy.db");

    [Fact]
    public async Task ABackupWhileTheBotWritesIsOneWholeMoment()
    {
        using var storage = file.Open();
        using var done = new CancellationTokenSource();
        ulong id = 0;
        long acknowledged = 0;
        var writing = Task.Run(
            async () =>
            {
                while (!done.IsCancellationRequested)
                {
                    await StoredQuiz.PlayAsync(storage, ++id, AQuiz.Opened.AddDays(id), Three);
                    Interlocked.Increment(ref acknowledged);
                }
            },
            DatabaseFile.Cancellation);
        for (int i = 0; i < 8; i++)
        {
            long before = Interlocked.Read(ref acknowledged);
            long size = SqliteBackup.Run(file.Path, Target, overwrite: true);
            Assert.Equal(new FileInfo(Target).Length, size);
            Assert.Equal("ok", file.Text("PRAGMA integrity_check", Target));
            Assert.True(file.Number("SELECT count(*) FROM quizzes WHERE phase = 'ended'", Target) >= before);
            Assert.Equal(Recount.Totals(file, TimeZoneInfo.Utc, Target), Recount.Stored(file, Target));
        }

        await done.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task ABackupHoldsWhatMembersLearned()
    {
        var step = ARevision.Graded(ARevision.Session(), ARevision.New(ARevision.War), 1);
        using (var storage = file.Open())
        {
            await storage.Revision.OpenAsync(ARevision.Session());
            await storage.Revision.StepAsync(step);
            SqliteBackup.Run(file.Path, Target, overwrite: false);
        }

        using var restored = new DatabaseFile();
        File.Copy(Target, restored.Path);
        using var again = restored.Open();
        var record = await again.Revision.SessionAsync(step.After.Id, ARevision.Morning, DatabaseFile.Cancellation);
        Assert.Equal(step.After, record!.Session);
        Assert.Equal([step.Memory!], record.Learner.Memories);
        Assert.Equal([step.Review!], record.Learner.Recent);
    }

    [Fact]
    public async Task ABackupIsOneFileThatOpensInTheDatabasesPlace()
    {
        var quiz = StoredQuiz.Opened(5, AQuiz.Opened, [0, 1]).Joined("Ann").Asking().Right("Ann").Next();
        using (var storage = file.Open())
        {
            await new StoredQuiz(storage, quiz).SaveAsync();
            SqliteBackup.Run(file.Path, Target, overwrite: false);
            Assert.Equal(["bot.db", "bot.db-shm", "bot.db-wal", "bot.db.lock", "copy.db"], file.Files());
            Assert.Equal("delete", file.Text("PRAGMA journal_mode", Target));
        }

        using var restored = new DatabaseFile();
        File.Copy(Target, restored.Path);
        using var again = restored.Open();
        QuizStates.AssertSame(quiz.State, Assert.Single(await QuizStates.LiveAsync(again)));
    }

    [Fact]
    public void AnExistingFileIsKeptUnlessItMayBeReplaced()
    {
        file.Open().Dispose();
        File.WriteAllText(Target, "precious");
        Assert.Contains("exists already", Refusal(file.Path, Target), StringComparison.Ordinal);
        Assert.Equal("precious", File.ReadAllText(Target));
        SqliteBackup.Run(file.Path, Target, overwrite: true);
        Assert.Equal("ok", file.Text("PRAGMA integrity_check", Target));
    }

    [Fact]
    public void TheDatabaseItselfIsNoBackup()
    {
        file.Open().Dispose();
        var refused = Assert.Throws<StorageException>(() => SqliteBackup.Run(file.Path, file.Beside("./bot.db"), overwrite: true));
        Assert.Contains("the database itself", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADatabaseThatIsOpenIsNeverReplaced()
    {
        file.Open().Dispose();
        using var other = new DatabaseFile();
        using (other.Open())
        {
            var refused = Assert.Throws<StorageException>(() => SqliteBackup.Run(file.Path, other.Path, overwrite: true));
            Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void WithoutADatabaseThereIsNoBackup()
    {
        Assert.Contains("no database", Refusal(file.Path, Target), StringComparison.Ordinal);
        Assert.Empty(file.Files());
    }

    [Fact]
    public void AFileThatIsNoDatabaseIsNamed()
    {
        File.WriteAllText(file.Path, string.Concat(Enumerable.Repeat("Dear diary. ", 500)));
        Assert.Contains($"'{file.Path}' is not a SQLite database", Refusal(file.Path, Target), StringComparison.Ordinal);
        Assert.Equal(["bot.db"], file.Files());
    }

    [Fact]
    public void AMissingFolderOfTheBackupIsNamed()
    {
        file.Open().Dispose();
        string target = Path.Combine(file.Beside("not-mounted"), "copy.db");
        Assert.Contains(target, Refusal(file.Path, target), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderInThePlaceOfTheBackupIsNamed()
    {
        file.Open().Dispose();
        Directory.CreateDirectory(Target);
        Assert.Contains(Target, Refusal(file.Path, Target), StringComparison.Ordinal);
        Assert.DoesNotContain(file.Files(), name => name.Contains(".partial", StringComparison.Ordinal));
    }

    [Fact]
    public void AFaultOfTheBackupsFileIsNotBlamedOnTheDatabase()
    {
        file.Open().Dispose();
        // SQLite cannot open a folder: the simplest fault of the copy that also happens to a privileged user.
        Directory.CreateDirectory(Path.Combine(Target + ".partial", "full"));
        string refused = Refusal(file.Path, Target);
        Assert.Contains(Target, refused, StringComparison.Ordinal);
        Assert.DoesNotContain($"'{file.Path}'", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADamagedDatabaseGivesNoBackup()
    {
        using (var storage = file.Open())
            await StoredQuiz.PlayAsync(storage, 1, AQuiz.Opened, Three);
        Damage.Page(file.Path, (int)file.Number("SELECT rootpage FROM sqlite_schema WHERE name = 'results'"));
        Assert.Contains("damaged", Refusal(file.Path, Target), StringComparison.Ordinal);
        Assert.Equal(["bot.db", "bot.db.lock"], file.Files());
    }

    public void Dispose() => file.Dispose();

    private static string Refusal(string source, string target) =>
        Assert.Throws<StorageException>(() => SqliteBackup.Run(source, target, overwrite: false)).Message;
}
