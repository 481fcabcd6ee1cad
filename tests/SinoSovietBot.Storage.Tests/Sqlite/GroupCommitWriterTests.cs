using SinoSovietBot.Storage.Sqlite;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Sqlite;

public sealed class GroupCommitWriterTests : WriterSetUp
{
    [Fact]
    public async Task WhatWaitsIsWrittenWithOneFlush()
    {
        using var gate = new Gate();
        var held = Writer.EnqueueAsync(gate);
        var rows = Enumerable.Range(1, 300).Select(id => Writer.EnqueueAsync(Row(id))).ToList();
        gate.Open();
        await Task.WhenAll([held, .. rows]);
        Assert.Equal(300, File.Number("SELECT count(*) FROM rows"));
        // The gate is a group of its own unless the writer's thread was late to take it.
        Assert.InRange(Commits, 1, 2);
    }

    [Fact]
    public async Task ABadWriteTakesNoGoodOneOfItsGroupWithIt()
    {
        using var gate = new Gate();
        var held = Writer.EnqueueAsync(gate);
        var good = Writer.EnqueueAsync(Row(1));
        var bad = Writer.EnqueueAsync(Row(1));
        var fault = Writer.EnqueueAsync(new Act(null, () => throw new InvalidOperationException("A bug.")));
        var better = Writer.EnqueueAsync(Row(2));
        gate.Open();
        await Task.WhenAll(held, good, better);
        Assert.Contains(File.Path, (await Assert.ThrowsAsync<StorageException>(() => bad)).Message, StringComparison.Ordinal);
        Assert.Contains("A bug.", (await Assert.ThrowsAsync<StorageException>(() => fault)).Message, StringComparison.Ordinal);
        Assert.Equal(2, File.Number("SELECT count(*) FROM rows"));
    }

    [Fact]
    public async Task AfterABadWriteItsStreamIsRefusedAndOthersGoOn()
    {
        using var gate = new Gate();
        var broken = new WriteStream();
        var sound = new WriteStream();
        var held = Writer.EnqueueAsync(gate);
        var first = Writer.EnqueueAsync(Row(1, broken));
        var bad = Writer.EnqueueAsync(Row(1, broken));
        var refused = Writer.EnqueueAsync(Row(2, broken));
        var other = Writer.EnqueueAsync(Row(3, sound));
        gate.Open();
        await Task.WhenAll(held, first, other);
        await Assert.ThrowsAsync<StorageException>(() => bad);
        await Assert.ThrowsAsync<StorageException>(() => refused);
        await Assert.ThrowsAsync<StorageException>(() => Writer.EnqueueAsync(Row(4, broken)));
        await Writer.EnqueueAsync(Row(5, sound));
        Assert.Equal([1L, 3L, 5L], File.Rows("SELECT id FROM rows ORDER BY id").Select(row => (long)row[0]));
    }

    [Fact]
    public async Task WhatWaitsIsWrittenBeforeTheWriterIsGone()
    {
        using var gate = new Gate();
        var held = Writer.EnqueueAsync(gate);
        var rows = Enumerable.Range(1, 2000).Select(id => Writer.EnqueueAsync(Row(id))).ToList();
        gate.Open();
        Writer.Dispose();
        await Task.WhenAll([held, .. rows]);
        Assert.Equal(2000, File.Number("SELECT count(*) FROM rows"));
    }

    [Fact]
    public async Task AfterShutdownAWriteIsRefusedWithASentence()
    {
        Writer.Dispose();
        var refused = await Assert.ThrowsAsync<StorageException>(() => Writer.EnqueueAsync(Row(1)));
        Assert.Contains("shutting down", refused.Message, StringComparison.Ordinal);
    }
}
