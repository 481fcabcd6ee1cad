using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Storage.Tests.Support;
using SQLitePCL;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Sqlite;

public sealed class GroupCommitWriterTests : IDisposable
{
    private readonly DatabaseFile file = new();
    private readonly SqliteConnection connection;
    private readonly GroupCommitWriter writer;
    private int commits;

    public GroupCommitWriterTests()
    {
        connection = new Database(file.Path).OpenWriter();
        file.Run("CREATE TABLE rows (id INTEGER PRIMARY KEY, payload BLOB) STRICT");
        writer = new GroupCommitWriter(connection, file.Path, NullLogger.Instance);
        raw.sqlite3_commit_hook(
            connection.Handle,
            _ =>
            {
                commits++;
                return 0;
            },
            null);
    }

    [Fact]
    public async Task WhatWaitsIsWrittenWithOneFlush()
    {
        using var gate = new Gate();
        var held = writer.EnqueueAsync(gate);
        var rows = Enumerable.Range(1, 300).Select(id => writer.EnqueueAsync(Row(id))).ToList();
        gate.Open();
        await Task.WhenAll([held, .. rows]);
        Assert.Equal(300, file.Number("SELECT count(*) FROM rows"));
        // The gate is a group of its own unless the writer's thread was late to take it.
        Assert.InRange(commits, 1, 2);
    }

    [Fact]
    public async Task ABadWriteTakesNoGoodOneOfItsGroupWithIt()
    {
        using var gate = new Gate();
        var held = writer.EnqueueAsync(gate);
        var good = writer.EnqueueAsync(Row(1));
        var bad = writer.EnqueueAsync(Row(1));
        var fault = writer.EnqueueAsync(new Act(null, () => throw new InvalidOperationException("A bug.")));
        var better = writer.EnqueueAsync(Row(2));
        gate.Open();
        await Task.WhenAll(held, good, better);
        Assert.Contains(file.Path, (await Assert.ThrowsAsync<StorageException>(() => bad)).Message, StringComparison.Ordinal);
        Assert.Contains("A bug.", (await Assert.ThrowsAsync<StorageException>(() => fault)).Message, StringComparison.Ordinal);
        Assert.Equal(2, file.Number("SELECT count(*) FROM rows"));
    }

    [Fact]
    public async Task AfterABadWriteItsStreamIsRefusedAndOthersGoOn()
    {
        using var gate = new Gate();
        var broken = new WriteStream();
        var sound = new WriteStream();
        var held = writer.EnqueueAsync(gate);
        var first = writer.EnqueueAsync(Row(1, broken));
        var bad = writer.EnqueueAsync(Row(1, broken));
        var refused = writer.EnqueueAsync(Row(2, broken));
        var other = writer.EnqueueAsync(Row(3, sound));
        gate.Open();
        await Task.WhenAll(held, first, other);
        await Assert.ThrowsAsync<StorageException>(() => bad);
        await Assert.ThrowsAsync<StorageException>(() => refused);
        await Assert.ThrowsAsync<StorageException>(() => writer.EnqueueAsync(Row(4, broken)));
        await writer.EnqueueAsync(Row(5, sound));
        Assert.Equal([1L, 3L, 5L], file.Rows("SELECT id FROM rows ORDER BY id").Select(row => (long)row[0]));
    }

    [Fact]
    public async Task WhatWaitsIsWrittenBeforeTheWriterIsGone()
    {
        using var gate = new Gate();
        var held = writer.EnqueueAsync(gate);
        var rows = Enumerable.Range(1, 2000).Select(id => writer.EnqueueAsync(Row(id))).ToList();
        gate.Open();
        writer.Dispose();
        await Task.WhenAll([held, .. rows]);
        Assert.Equal(2000, file.Number("SELECT count(*) FROM rows"));
    }

    [Fact]
    public async Task AfterShutdownAWriteIsRefusedWithASentence()
    {
        writer.Dispose();
        var refused = await Assert.ThrowsAsync<StorageException>(() => writer.EnqueueAsync(Row(1)));
        Assert.Contains("shutting down", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFullDiskIsToldAndWritesWorkAgainOnceThereIsSpace()
    {
        await writer.EnqueueAsync(Row(1));
        // The nearest thing to a full disk that needs no disk: SQLite fails in the same place with the same code.
        SetMaxPages(file.Number("PRAGMA page_count"));
        var stream = new WriteStream();
        var full = await Assert.ThrowsAsync<StorageException>(() => writer.EnqueueAsync(Row(2, stream, 100_000)));
        Assert.Contains("full", full.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageException>(() => writer.EnqueueAsync(Row(3, stream)));
        SetMaxPages(1_000_000);
        await writer.EnqueueAsync(Row(4, payload: 100_000));
        Assert.Equal([1L, 4L], file.Rows("SELECT id FROM rows ORDER BY id").Select(row => (long)row[0]));
    }

    [Fact]
    public async Task AnUndoThatFailsDoesNotEndTheWriter()
    {
        bool denied = false;
        // An authorizer is the one way to make a ROLLBACK fail on purpose; a dying disk does it too.
        strdelegate_authorizer deny = (_, action, what, _, _, _) =>
            denied && action == raw.SQLITE_TRANSACTION && what == "ROLLBACK" ? raw.SQLITE_DENY : raw.SQLITE_OK;
        var bad = writer.EnqueueAsync(new Act(null, () =>
        {
            raw.sqlite3_set_authorizer(connection.Handle, deny, null);
            denied = true;
            Insert(1, 0);
            throw new InvalidOperationException("A bug.");
        }));
        await Assert.ThrowsAsync<StorageException>(() => bad);
        await Assert.ThrowsAsync<StorageException>(() => writer.EnqueueAsync(Row(2)));
        denied = false;
        await writer.EnqueueAsync(Row(3));
        Assert.Equal([3L], file.Rows("SELECT id FROM rows").Select(row => (long)row[0]));
    }

    public void Dispose()
    {
        writer.Dispose();
        connection.Dispose();
        file.Dispose();
    }

    private void SetMaxPages(long pages)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {pages}";
        command.ExecuteNonQuery();
    }

    private Act Row(int id, WriteStream? stream = null, int payload = 0) => new(stream, () => Insert(id, payload));

    private void Insert(int id, int payload)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO rows (id, payload) VALUES ($id, zeroblob($payload))";
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$payload", payload);
        command.ExecuteNonQuery();
    }

    private sealed class Act(WriteStream? stream, Action act) : WriteJob(stream)
    {
        public override void Execute() => act();
    }

    /// <summary>Holds the writer's thread until it is opened, so that what is queued behind it waits.</summary>
    private sealed class Gate() : WriteJob(null), IDisposable
    {
        private readonly ManualResetEventSlim open = new();

        public void Open() => open.Set();

        public override void Execute() => open.Wait();

        public void Dispose() => open.Dispose();
    }
}
