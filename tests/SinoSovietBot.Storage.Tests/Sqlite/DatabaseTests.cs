using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Storage.Tests.Support;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Sqlite;

public sealed class DatabaseTests : IDisposable
{
    private const long JournalLimit = 64 << 20;
    private readonly DatabaseFile file = new();

    [Fact]
    public async Task ClosingOneDatabaseClosesNoReadersOfAnother()
    {
        using var other = new DatabaseFile();
        other.Run("PRAGMA journal_mode = WAL");
        var kept = new Database(other.Path);
        await ReadAsync(kept);
        Assert.Contains("bot.db-wal", other.Files());
        using (var storage = file.Open())
            await storage.Quizzes.UnfinishedAsync(DatabaseFile.Cancellation);
        Assert.Equal(["bot.db", "bot.db.lock"], file.Files());
        Assert.Contains("bot.db-wal", other.Files());
        kept.CloseReaders();
        Assert.Equal(["bot.db"], other.Files());
    }

    [Fact]
    public void AJournalThatALongReadMadeGrowShrinksAgain()
    {
        using var writer = new Database(file.Path).OpenWriter();
        Run(writer, "PRAGMA journal_mode = WAL; CREATE TABLE rows (payload BLOB)");
        // One big write is what many small ones come to while a backup reads.
        Run(writer, $"INSERT INTO rows VALUES (zeroblob({JournalLimit}))");
        var journal = new FileInfo(file.Path + "-wal");
        Assert.True(journal.Length > JournalLimit);
        Run(writer, "INSERT INTO rows VALUES (1)");
        journal.Refresh();
        Assert.Equal(JournalLimit, journal.Length);
    }

    [Fact]
    public async Task AFaultOfAReadIsTheTasks()
    {
        var database = new Database(file.Beside("missing.db"));
        var missing = ReadAsync(database);
        await Assert.ThrowsAsync<StorageException>(() => missing);
        file.Run("PRAGMA journal_mode = WAL");
        database = new Database(file.Path);
        var bug = database.ReadAsync<int>(_ => throw new NotSupportedException("A bug."), DatabaseFile.Cancellation);
        await Assert.ThrowsAsync<NotSupportedException>(() => bug);
        database.CloseReaders();
    }

    public void Dispose() => file.Dispose();

    private static Task<long> ReadAsync(Database database) => database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM sqlite_schema";
            return (long)command.ExecuteScalar()!;
        },
        DatabaseFile.Cancellation);

#pragma warning disable CA1857 // Written above.
    private static void Run(SqliteConnection connection, string sql) => Script.Run(connection, sql);
#pragma warning restore CA1857
}
