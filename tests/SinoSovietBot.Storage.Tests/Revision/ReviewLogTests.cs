using System.Collections.Immutable;
using CsCheck;
using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using Xunit;
using static SinoSovietBot.Storage.Tests.Revision.ARevision;

namespace SinoSovietBot.Storage.Tests.Revision;

public sealed class ReviewLogTests : IDisposable
{
    private readonly DatabaseFile file = new();
    private readonly SqliteStorage storage;

    public ReviewLogTests() => storage = file.Open();

    private IReviewLog Log => storage.ReviewLog;

    public void Dispose()
    {
        storage.Dispose();
        file.Dispose();
    }

    [Fact]
    public async Task ReviewsComeOldestFirstWithoutThoseTakenBack()
    {
        var steps = await GradeAsync(Session(), 1, 2, 3);
        await storage.Revision.StepAsync(Undone(steps[^1], 4));
        Assert.Equal([steps[0].Review!, steps[1].Review!], await ReviewsAsync());
        Assert.Equal([steps[1].Review!], await ReviewsAsync(second: 2));
        Assert.Empty(await ReviewsAsync(Ben));
        Assert.Empty(await Log.ReviewsAsync(Ann, OfServer, Morning, DatabaseFile.Cancellation));
    }

    [Fact]
    public async Task DecksComeByWhenTheyWereLastRevised()
    {
        Assert.Empty(await DecksAsync());
        await GradeAsync(Session(), 1);
        await GradeAsync(Session(78, deck: OfServer), 2);
        await GradeAsync(Session(79, Ben, new DeckId("another")), 3);
        Assert.Equal([OfServer, ColdWar], await DecksAsync());
        await storage.Revision.StepAsync(Graded(Moved(Session(), 0).After, Known(War, Morning.AddSeconds(1)), 4));
        Assert.Equal([ColdWar, OfServer], await DecksAsync());
    }

    [Fact]
    public async Task ADeckThatWasOnlyOpenedIsNotListed()
    {
        await storage.Revision.OpenAsync(Session());
        Assert.Empty(await DecksAsync());
    }

    [Fact]
    public async Task ADeckOfWhichOnlySomethingIsSuspendedIsListedUntilThatIsBroughtBack()
    {
        await storage.Revision.OpenAsync(Session());
        await storage.Revision.StepAsync(Moved(Session(), 1) with { Memory = New(War) with { IsSuspended = true } });
        Assert.Equal([ColdWar], await DecksAsync());
        await storage.Revision.BringBackAsync(Ann, ColdWar, War);
        Assert.Empty(await DecksAsync());
    }

    [Fact]
    public async Task SessionsAreCountedByTheirItems()
    {
        var session = Session();
        await storage.Revision.OpenAsync(session);
        var forgotten = Graded(session, New(War), 1, Grade.Again);
        var remembered = Graded(forgotten.After, forgotten.Memory!, 2);
        var other = Graded(remembered.After, New(Split), 3);
        var taken = Graded(other.After, New(ItemId.Of(new CardId("third"))), 4);
        var undo = Undone(taken, 5);
        foreach (var step in (SessionStep[])[forgotten, remembered, other, taken, undo])
            Assert.True(await storage.Revision.StepAsync(step));
        Assert.Equal([new PastSession(undo.After, 3, 1, 1)], await SessionsAsync());
    }

    [Fact]
    public async Task SessionsComeNewestFirstAndByThePage()
    {
        await storage.Revision.OpenAsync(Session(100) with { StartedAt = Morning.AddDays(1) });
        for (int number = 0; number < 5; number++)
            await GradeAsync(Session((ulong)number, deck: number == 2 ? OfServer : ColdWar) with { StartedAt = Morning.AddMinutes(number) }, number);
        await GradeAsync(Session(50, Ben), 9);
        Assert.Equal([4, 3, 2, 1, 0], await IdsAsync());
        Assert.Equal([3, 2], await IdsAsync(skip: 1, take: 2));
        Assert.Equal([4, 3, 1, 0], await IdsAsync(ColdWar));
        Assert.Equal([], await IdsAsync(skip: 5));
    }

    [Fact]
    public async Task ASessionOfWhichAllWasTakenBackIsNotHistory()
    {
        var steps = await GradeAsync(Session(), 1);
        await storage.Revision.StepAsync(Undone(steps[0], 2));
        Assert.Empty(await SessionsAsync());
    }

    [Fact]
    public async Task ImportedReviewsComeBackAsTheyWere() => await Reviews.SampleAsync(
        async review =>
        {
            using var fresh = new DatabaseFile();
            using var its = fresh.Open();
            var imported = review with { Kind = ReviewKind.Imported, Session = null };
            Assert.Equal(1, await its.ReviewLog.ImportAsync(Ann, OfServer, [imported], [imported.After]));
            Assert.Equal([imported], await its.ReviewLog.ReviewsAsync(Ann, OfServer, DateTimeOffset.UnixEpoch, DatabaseFile.Cancellation));
            var record = await its.Revision.RecordAsync(Ann, OfServer, null, Morning, DatabaseFile.Cancellation);
            Assert.Equal([imported.After], record.Memories);
        },
        iter: 20,
        threads: 1);

    [Fact]
    public async Task ImportingTheSameAgainChangesNothing()
    {
        var steps = await GradeAsync(Session(), 100);
        var own = steps[0].Review!;
        Review[] reviews = [Imported(1), Imported(3), Imported(2), own with { Kind = ReviewKind.Imported, Session = null }];
        ImmutableArray<ItemMemory> memories = [Known(War, own.At, 4)];
        Assert.Equal(3, await Log.ImportAsync(Ann, ColdWar, [.. reviews], memories));
        string once = All();
        Assert.Equal(0, await Log.ImportAsync(Ann, ColdWar, [.. reviews], memories));
        Assert.Equal(once, All());
        Assert.Equal(own, (await ReviewsAsync())[^1]);
        Assert.Equal(4, file.Number("SELECT count(*) FROM reviews"));
        Assert.Equal(4, file.Number("SELECT reviews FROM memories"));
    }

    [Fact]
    public async Task WhatWasReviewedDuringAnImportIsNotForgotten()
    {
        var steps = await GradeAsync(Session(), 100);
        Assert.Equal(1, await Log.ImportAsync(Ann, ColdWar, [Imported(1)], [Known(War, Morning.AddSeconds(1), 1)]));
        var record = await storage.Revision.RecordAsync(Ann, ColdWar, null, Morning, DatabaseFile.Cancellation);
        Assert.Equal([steps[0].Memory!], record.Memories);
    }

    private static Review Imported(int second) => Graded(Session(), New(War), second).Review! with { Kind = ReviewKind.Imported, Session = null };

    /// <summary>Opens a session and grades one item again and again.</summary>
    private async Task<List<SessionStep>> GradeAsync(RevisionSession session, params int[] seconds)
    {
        var item = ItemId.Of(new CardId(session.Id.Value == Session().Id.Value ? "war" : $"of {session.Id.Value}"));
        await storage.Revision.OpenAsync(session);
        var steps = new List<SessionStep>();
        var memory = New(item);
        foreach (int second in seconds)
        {
            var step = Graded(session, memory, second);
            Assert.True(await storage.Revision.StepAsync(step));
            (session, memory) = (step.After, step.Memory!);
            steps.Add(step);
        }

        return steps;
    }

    private Task<ImmutableArray<Review>> ReviewsAsync(MemberId? member = null, int second = 0) =>
        Log.ReviewsAsync(member ?? Ann, ColdWar, Morning.AddSeconds(second), DatabaseFile.Cancellation);

    private Task<ImmutableArray<DeckAddress>> DecksAsync() => Log.DecksAsync(Ann, DatabaseFile.Cancellation);

    private Task<ImmutableArray<PastSession>> SessionsAsync(DeckAddress? deck = null, int skip = 0, int take = 10) =>
        Log.SessionsAsync(Ann, deck, skip, take, DatabaseFile.Cancellation);

    private async Task<IEnumerable<int>> IdsAsync(DeckAddress? deck = null, int skip = 0, int take = 10) =>
        (await SessionsAsync(deck, skip, take)).Select(session => (int)session.Session.Id.Value);

    private string All() => string.Join(
        '\n', file.Rows("SELECT * FROM reviews").Concat(file.Rows("SELECT * FROM memories")).Select(row => string.Join('|', row)));
}
