using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision.Reports;
using Xunit;
using static SinoSovietBot.Storage.Tests.Revision.ARevision;

namespace SinoSovietBot.Storage.Tests.Revision.Reports;

public sealed class ReportStoreTests : IDisposable
{
    private static readonly ServerId Here = OfServer.Server!.Value;
    private static readonly ServerId Elsewhere = new(ulong.MaxValue);

    private readonly DatabaseFile file = new();
    private readonly SqliteStorage storage;

    public ReportStoreTests() => storage = file.Open();

    private IReportStore Store => storage.Reports;

    public void Dispose()
    {
        storage.Dispose();
        file.Dispose();
    }

    [Fact]
    public async Task AReportIsKeptOnce()
    {
        var report = Report(ulong.MaxValue) with { Text = "The year is wrong'; --" };
        await Store.AddAsync(report);
        await Store.AddAsync(report with { Text = "again" });
        Assert.Equal([report], await OpenAsync());
        Assert.Equal(1, file.Number("SELECT count(*) FROM card_reports"));
    }

    [Fact]
    public async Task AServerReadsItsOwnReportsTheNewestFirst()
    {
        await AddAsync(Report(1), Report(3), Report(2) with { Deck = ColdWar }, Report(4) with { Server = Elsewhere }, Report(5) with { Server = null });
        Assert.Equal([3UL, 2, 1], Ids(await OpenAsync()));
        Assert.Equal([2UL], Ids(await OpenAsync(ColdWar)));
        Assert.Empty(await OpenAsync(new DeckId("never-used")));
        Assert.Equal([2UL], Ids(await Store.OpenAsync(Here, null, skip: 1, take: 1, DatabaseFile.Cancellation)));
        Assert.Equal([4UL], Ids(await Store.OpenAsync(Elsewhere, null, 0, 10, DatabaseFile.Cancellation)));
    }

    [Fact]
    public async Task WhatIsDoneLeavesTheQueueOnceAndIsKept()
    {
        await AddAsync(Report(1), Report(2), Report(3));
        Assert.Equal(2, await Store.CloseAsync(Here, [1, 3, 99], Ben, Morning.AddHours(1)));
        Assert.Equal(0, await Store.CloseAsync(Here, [1, 3], Ann, Morning.AddHours(2)));
        Assert.Equal([2UL], Ids(await OpenAsync()));
        Assert.Equal(2, file.Number($"SELECT count(*) FROM card_reports WHERE closed_by = {(long)Ben.Value}"));
    }

    [Fact]
    public async Task WhatAMemberMarkedAtAMomentIsOpenedAgain()
    {
        await AddAsync(Report(1), Report(2), Report(3));
        await Store.CloseAsync(Here, [1, 2], Ben, Morning);
        await Store.CloseAsync(Here, [3], Ben, Morning.AddMilliseconds(1));
        Assert.Equal(0, await Store.ReopenAsync(Here, Ann, Morning));
        Assert.Equal(0, await Store.ReopenAsync(Elsewhere, Ben, Morning));
        Assert.Equal(2, await Store.ReopenAsync(Here, Ben, Morning));
        Assert.Equal(0, await Store.ReopenAsync(Here, Ben, Morning));
        Assert.Equal([2UL, 1], Ids(await OpenAsync()));
    }

    [Fact]
    public async Task AServerMarksOnlyItsOwnReports()
    {
        await AddAsync(Report(1), Report(2) with { Server = null });
        Assert.Equal(0, await Store.CloseAsync(Elsewhere, [1, 2], Ben, Morning));
        Assert.Equal(0, await Store.CloseAsync(Here, [2], Ben, Morning));
        Assert.Equal([1UL], Ids(await OpenAsync()));
    }

    [Fact]
    public async Task TheOperatorReadsAllOfThemWhileTheBotRuns()
    {
        await AddAsync(Report(1), Report(2) with { Server = null });
        await Store.CloseAsync(Here, [1], Ben, Morning.AddHours(1));
        Assert.Equal(
            [new KeptReport(Report(2) with { Server = null }, null), new KeptReport(Report(1), (Morning.AddHours(1), Ben))],
            await SqliteReports.ReadAsync(file.Path, DatabaseFile.Cancellation));
    }

    [Fact]
    public async Task ADatabaseOfAnotherVersionIsNotGuessedAt()
    {
        file.Run("PRAGMA user_version = 5");
        var refused = await Assert.ThrowsAsync<StorageException>(() => SqliteReports.ReadAsync(file.Path, DatabaseFile.Cancellation));
        Assert.Contains("has schema 5", refused.Message, StringComparison.Ordinal);
        var none = await Assert.ThrowsAsync<StorageException>(() => SqliteReports.ReadAsync(file.Beside("none.db"), DatabaseFile.Cancellation));
        Assert.Contains("no database at", none.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file.Beside("none.db")));
    }

    private static CardReport Report(ulong id) => new(id, Ann, Here, OfServer, War, "It is wrong.", Morning.AddSeconds(id % 100));

    private static IEnumerable<ulong> Ids(IEnumerable<CardReport> reports) => reports.Select(report => report.Id);

    private async Task AddAsync(params CardReport[] reports)
    {
        foreach (var report in reports)
            await Store.AddAsync(report);
    }

    private async Task<IEnumerable<CardReport>> OpenAsync(DeckAddress? deck = null) =>
        await Store.OpenAsync(Here, deck, 0, 10, DatabaseFile.Cancellation);
}
