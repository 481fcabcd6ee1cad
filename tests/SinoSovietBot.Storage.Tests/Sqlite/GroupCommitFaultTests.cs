using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Storage.Tests.Support;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Sqlite;

public sealed class GroupCommitFaultTests : WriterSetUp
{
    [Fact]
    public async Task AFullDiskIsToldAndWritesWorkAgainOnceThereIsSpace()
    {
        await Writer.EnqueueAsync(Row(1));
        // The nearest thing to a full disk that needs no disk: SQLite fails in the same place with the same code.
        SetMaxPages(File.Number("PRAGMA page_count"));
        var stream = new WriteStream();
        var full = await Assert.ThrowsAsync<StorageException>(() => Writer.EnqueueAsync(Row(2, stream, 100_000)));
        Assert.Contains("full", full.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageException>(() => Writer.EnqueueAsync(Row(3, stream)));
        SetMaxPages(1_000_000);
        await Writer.EnqueueAsync(Row(4, payload: 100_000));
        Assert.Equal([1L, 4L], File.Rows("SELECT id FROM rows ORDER BY id").Select(row => (long)row[0]));
    }

    [Fact]
    public async Task AnUndoThatFailsDoesNotEndTheWriter()
    {
        bool denied = false;
        var bad = Writer.EnqueueAsync(new Act(null, () =>
        {
            Deny("ROLLBACK", () => denied);
            denied = true;
            Insert(1, 0);
            throw new InvalidOperationException("A bug.");
        }));
        await Assert.ThrowsAsync<StorageException>(() => bad);
        await Assert.ThrowsAsync<StorageException>(() => Writer.EnqueueAsync(Row(2)));
        denied = false;
        await Writer.EnqueueAsync(Row(3));
        Assert.Equal([3L], File.Rows("SELECT id FROM rows").Select(row => (long)row[0]));
    }

    [Fact]
    public async Task ATransactionThatCannotBeginFailsItsWholeGroupAtOnce()
    {
        int attempts = 0;
        using var gate = new Gate(() => Deny("BEGIN", () => ++attempts <= 1));
        var held = Hold(gate);
        var rows = Enumerable.Range(1, 300).Select(id => Writer.EnqueueAsync(Row(id))).ToList();
        gate.Open();
        await held;
        await AssertAllFailAsync(rows);
        Assert.Equal(1, attempts);
        Assert.Contains("(300)", Assert.Single(Log.Lines), StringComparison.Ordinal);
        await Writer.EnqueueAsync(Row(1));
    }

    [Fact]
    public async Task ATransactionThatCannotCommitFailsItsWholeGroupAtOnce()
    {
        using var gate = new Gate();
        var held = Hold(gate);
        var rows = Enumerable.Range(1, 300).Select(id => Writer.EnqueueAsync(Row(id))).ToList();
        RefusedCommit = 2;
        gate.Open();
        await held;
        await AssertAllFailAsync(rows);
        Assert.Equal(2, Commits);
        Assert.Single(Log.Lines);
        await Writer.EnqueueAsync(Row(1));
    }

    [Fact]
    public async Task AfterABadWriteATransactionThatCannotBeginFailsTheRestAtOnce()
    {
        int attempts = 0;
        using var gate = new Gate();
        var held = Hold(gate);
        var bad = Writer.EnqueueAsync(new Act(null, () =>
        {
            Deny("BEGIN", () => ++attempts <= 1);
            throw new InvalidOperationException("A bug.");
        }));
        var rows = Enumerable.Range(1, 300).Select(id => Writer.EnqueueAsync(Row(id))).ToList();
        gate.Open();
        await held;
        await AssertAllFailAsync([bad, .. rows]);
        Assert.Equal(1, attempts);
        Assert.Single(Log.Lines);
    }

    [Fact]
    public async Task ABrokenStreamNeedsNoTransactionAndCostsItsGroupNothing()
    {
        var broken = new WriteStream();
        broken.Break();
        int executed = 0;
        using var gate = new Gate();
        var held = Hold(gate);
        var refused = Writer.EnqueueAsync(Row(1, broken));
        var good = Writer.EnqueueAsync(new Act(null, () => executed++));
        gate.Open();
        await Task.WhenAll(held, good);
        await AssertAllFailAsync([refused]);
        Assert.Equal(1, executed);

        int attempts = 0;
        Deny("BEGIN", () => ++attempts > 0);
        var alone = await Assert.ThrowsAsync<StorageException>(() => Writer.EnqueueAsync(Row(1, broken)));
        Assert.Contains("earlier write", alone.Message, StringComparison.Ordinal);
        Assert.Equal(0, attempts);
    }

    [Fact]
    public async Task AShutdownGivesUpAtTheFirstTransactionThatFails()
    {
        int attempts = 0;
        using var gate = new Gate(() => Deny("BEGIN", () => ++attempts > 0));
        var held = Hold(gate);
        var rows = Enumerable.Range(1, 2000).Select(id => Writer.EnqueueAsync(Row(id))).ToList();
        var closing = Task.Run(Writer.Dispose, DatabaseFile.Cancellation);
        rows.AddRange(UntilRefused());
        gate.Open();
        await Task.WhenAll(held, closing);
        await AssertAllFailAsync(rows);
        Assert.Equal(1, attempts);
        Assert.Single(Log.Lines);
    }

    [Fact]
    public async Task AWriteThatComesAfterTheShutdownSpoilsNoneThatCameBefore()
    {
        var stream = new WriteStream();
        using var gate = new Gate();
        var held = Hold(gate);
        var before = Writer.EnqueueAsync(Row(1, stream));
        var closing = Task.Run(Writer.Dispose, DatabaseFile.Cancellation);
        UntilRefused();
        var after = Writer.EnqueueAsync(Row(2, stream));
        gate.Open();
        await Task.WhenAll(held, before, closing);
        await AssertAllFailAsync([after]);
    }
}
