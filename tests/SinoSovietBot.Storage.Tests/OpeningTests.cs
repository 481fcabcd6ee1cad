using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Tests.Quiz;
using Xunit;

namespace SinoSovietBot.Storage.Tests;

public sealed class OpeningTests : IDisposable
{
    private readonly DatabaseFile file = new();

    private static bool MayWriteAnything => OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess;

    [Fact]
    public void AFreshDatabaseGetsTheSchemaAndOurMark()
    {
        using (file.Open())
        {
            Assert.Equal(Migration.All[^1].Number, file.Number("PRAGMA user_version"));
            Assert.Equal(0x53534274, file.Number("PRAGMA application_id"));
            Assert.Equal("wal", file.Text("PRAGMA journal_mode"));
            Assert.Equal(0, file.Number(
                "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'"));
            Assert.Equal(12, file.Number("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name IN "
                + "('decks', 'members', 'quizzes', 'quiz_questions', 'rounds', 'answers', 'results', 'totals', "
                + "'server_decks', 'server_deck_revisions', 'waiting_imports', 'waiting_cards')"));
        }
    }

    [Fact]
    public async Task ReopeningKeepsEverything()
    {
        var quiz = StoredQuiz.Opened(5, AQuiz.Opened, [0, 1]).Joined("Ann").Asking().Right("Ann");
        using (var storage = file.Open())
            await new StoredQuiz(storage, quiz).SaveAsync();
        using (var storage = file.Open())
            QuizStates.AssertSame(quiz.State, Assert.Single(await QuizStates.LiveAsync(storage)));
    }

    [Fact]
    public void AMissingFolderIsMade()
    {
        string path = Path.Combine(file.Beside("a"), "b", "bot.db");
        SqliteStorage.Open(path, TimeZoneInfo.Utc, NullLogger.Instance).Dispose();
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task WhatWasSavedJustBeforeClosingIsKept()
    {
        var storage = file.Open();
        var saved = new StoredQuiz(storage, StoredQuiz.Opened(5, AQuiz.Opened, [0]).Asking().Right("Ann")).SaveAsync();
        storage.Dispose();
        await saved;
        Assert.Equal(1, file.Number("SELECT count(*) FROM answers"));
    }

    [Fact]
    public void ClosingTwiceIsClosingOnce()
    {
        var storage = file.Open();
        storage.Dispose();
        storage.Dispose();
        file.Open().Dispose();
    }

    [Fact]
    public void ASecondBotIsRefusedUntilTheFirstHasClosed()
    {
        using (file.Open())
            Assert.Contains("another bot", Refusal(), StringComparison.Ordinal);
        file.Open().Dispose();
    }

    [Fact]
    public void ANewerSchemaIsRefused()
    {
        file.Open().Dispose();
        file.Run("PRAGMA user_version = 99");
        Assert.Contains("newer version", Refusal(), StringComparison.Ordinal);
        Assert.Equal(99, file.Number("PRAGMA user_version"));
    }

    [Fact]
    public void AnotherProgramsDatabaseIsRefusedAndLeftAsItIs()
    {
        file.Run("CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1);");
        byte[] before = File.ReadAllBytes(file.Path);
        Assert.Contains("another program", Refusal(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(file.Path));
    }

    [Fact]
    public void AnotherProgramsEmptyDatabaseIsRefusedTooWhenItSaysSo()
    {
        file.Run("PRAGMA application_id = 42; PRAGMA user_version = 7;");
        Assert.Contains("another program", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNoDatabaseIsRefused()
    {
        File.WriteAllText(file.Path, string.Concat(Enumerable.Repeat("Dear diary, today I learnt about the Treaty of Friendship. ", 100)));
        Assert.Contains("not a SQLite database", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderInThePlaceOfTheFileIsRefused()
    {
        Directory.CreateDirectory(file.Path);
        Assert.Contains("cannot be opened", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileInThePlaceOfTheFolderIsRefused()
    {
        File.WriteAllText(file.Beside("folder"), "");
        var refused = Assert.Throws<StorageException>(
            () => SqliteStorage.Open(Path.Combine(file.Beside("folder"), "bot.db"), TimeZoneInfo.Utc, NullLogger.Instance));
        Assert.Contains("folder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AReadOnlyFileIsRefused()
    {
        Assert.SkipWhen(MayWriteAnything, "Whoever may do everything may write a read-only file too.");
        file.Open().Dispose();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file.Path, UnixFileMode.UserRead);
        Assert.Contains("read-only", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void AReadOnlyFolderIsRefused()
    {
        Assert.SkipWhen(MayWriteAnything, "Whoever may do everything may write a read-only folder too.");
        string folder = file.Beside("folder");
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var refused = Assert.Throws<StorageException>(
            () => SqliteStorage.Open(Path.Combine(folder, "bot.db"), TimeZoneInfo.Utc, NullLogger.Instance));
        Assert.Contains("read-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATruncatedFileIsRefused()
    {
        file.Open().Dispose();
        using (var stream = File.OpenWrite(file.Path))
            stream.SetLength((3 * Damage.PageSize) + 100);
        Assert.Contains(file.Path, RefusalOfUse(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhateverPageIsDamagedTheFaultIsASentence()
    {
        await FillAsync();
        byte[] sound = await File.ReadAllBytesAsync(file.Path, DatabaseFile.Cancellation);
        int refused = 0;
        for (int page = 1; page <= sound.Length / Damage.PageSize; page++)
        {
            await File.WriteAllBytesAsync(file.Path, sound, DatabaseFile.Cancellation);
            Damage.Page(file.Path, page);
            refused += await UseAsync(page) is null ? 0 : 1;
        }

        Assert.True(refused > 8, $"Only {refused} damaged pages were noticed.");
    }

    [Fact]
    public async Task WhateverBytesAreDamagedTheFaultIsASentence()
    {
        await FillAsync();
        byte[] sound = await File.ReadAllBytesAsync(file.Path, DatabaseFile.Cancellation);
        await Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte).Array[1, 400].SampleAsync(
            async bytes =>
            {
                await File.WriteAllBytesAsync(file.Path, sound, DatabaseFile.Cancellation);
                Damage.Bytes(file.Path, bytes);
                await UseAsync(bytes.Length);
            },
            iter: 60,
            threads: 1);
    }

    public void Dispose() => file.Dispose();

    private string Refusal() => Assert.Throws<StorageException>(() => file.Open().Dispose()).Message;

    private string RefusalOfUse()
    {
        var fault = UseAsync(1).GetAwaiter().GetResult();
        Assert.NotNull(fault);
        return fault;
    }

    private async Task FillAsync()
    {
        using var storage = file.Open();
        for (ulong id = 1; id <= 20; id++)
        {
            var quiz = StoredQuiz.Opened(id, AQuiz.Opened, [.. Enumerable.Range((int)id, 8)]).Joined("Ann", "Ben", "Cid").Asking()
                .Right("Ann").Right("Ben").Right("Cid").Next();
            await new StoredQuiz(storage, quiz).SaveAsync();
        }
    }

    /// <summary>Does all that a bot does; returns the sentence of the first fault, or null. Any other exception fails the test.</summary>
    private async Task<string?> UseAsync(int seed)
    {
        try
        {
            using var storage = file.Open();
            var live = await QuizStates.LiveAsync(storage);
            foreach (var quiz in live)
                await storage.Quizzes.ResultsAsync(quiz.Id, AQuiz.Member("Ann"), DatabaseFile.Cancellation);
            var always = LeaderboardWindow.Of(LeaderboardPeriod.All, default);
            await storage.Leaderboard.PageAsync(new Board(new ServerId(1), null, always), 0, default, DatabaseFile.Cancellation);
            await StoredQuiz.PlayAsync(storage, 1000 + (ulong)seed, AQuiz.Opened, ["Ann", "Ben", "Cid"]);
            return null;
        }
        catch (StorageException fault)
        {
            return fault.Message;
        }
    }
}
