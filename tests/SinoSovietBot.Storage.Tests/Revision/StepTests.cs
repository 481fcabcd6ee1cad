using CsCheck;
using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using Xunit;
using static SinoSovietBot.Storage.Tests.Revision.ARevision;

namespace SinoSovietBot.Storage.Tests.Revision;

public sealed class StepTests : IDisposable
{
    private static readonly string[] Tables = ["revision_sessions", "memories", "reviews", "learners", "decks", "quiz_misses"];

    private readonly DatabaseFile file = new();
    private readonly SqliteStorage storage;

    public StepTests() => storage = file.Open();

    private IRevisionStore Store => storage.Revision;

    public void Dispose()
    {
        storage.Dispose();
        file.Dispose();
    }

    [Fact]
    public async Task WhatAStepSaysIsThereAfterwards() => await Gen.Select(Sessions, Reviews).SampleAsync(
        async (session, review) =>
        {
            using var fresh = new DatabaseFile();
            using var its = fresh.Open();
            await its.Revision.OpenAsync(session);
            var step = Moved(session, 5) with { Memory = review.After, Review = review };
            Assert.True(await its.Revision.StepAsync(step));
            var record = await its.Revision.SessionAsync(session.Id, DateTimeOffset.UnixEpoch, DatabaseFile.Cancellation);
            Assert.Equal(step.After, record!.Session);
            Assert.Equal([review.After], record.Learner.Memories);
            Assert.Equal([review], record.Learner.Recent);
        },
        iter: 40,
        threads: 1);

    [Fact]
    public async Task AStepIsWrittenOnceHoweverOftenTheButtonIsPressed()
    {
        await Store.OpenAsync(Session());
        var presses = Enumerable.Range(0, 10).Select(press => Store.StepAsync(Graded(Session(), New(War), 1 + press)));
        Assert.Single(await Task.WhenAll(presses), written => written);
        Assert.Equal("1|1|1", Counts());
        Assert.Equal(1, file.Number("SELECT position FROM revision_sessions"));
    }

    [Fact]
    public async Task AStepOfAnItemThatWasReviewedElsewhereLeavesNothing()
    {
        await Store.OpenAsync(Session());
        await Store.OpenAsync(Session(78));
        Assert.True(await Store.StepAsync(Graded(Session(78), New(War), 1)));
        string before = All();
        Assert.False(await Store.StepAsync(Graded(Session(), New(War), 2)));
        Assert.False(await Store.StepAsync(Graded(Session(), Known(War, Morning), 2)));
        Assert.False(await Store.StepAsync(Graded(Session(), Known(War, Morning.AddSeconds(1)) with { IsSuspended = true }, 2)));
        Assert.Equal(before, All());
        Assert.True(await Store.StepAsync(Graded(Session(), Known(War, Morning.AddSeconds(1)), 2)));
    }

    [Fact]
    public async Task AStepOfAnItemThatWasForgottenElsewhereLeavesNothing()
    {
        await Store.OpenAsync(Session());
        string before = All();
        Assert.False(await Store.StepAsync(Graded(Session(), Known(War, Morning), 2)));
        Assert.False(await Store.StepAsync(Graded(Session(), New(War) with { IsSuspended = true }, 2)));
        Assert.Equal(before, All());
    }

    [Fact]
    public async Task AStepOfASessionThatMovedOnOrNeverWasLeavesNothing()
    {
        await Store.OpenAsync(Session());
        string before = All();
        Assert.False(await Store.StepAsync(Graded(Session() with { Position = 1 }, New(War), 1)));
        Assert.False(await Store.StepAsync(Graded(Session(78), New(War), 1)));
        Assert.Equal(before, All());
    }

    [Fact]
    public async Task ARefusedStepDoesNotTouchItsNeighbours()
    {
        var sessions = Enumerable.Range(1, 50).Select(id => Session((ulong)id, new((ulong)id))).ToList();
        await Task.WhenAll(sessions.Select(Store.OpenAsync));
        var steps = sessions.Select((session, index) => Store.StepAsync(Graded(session with { Position = index % 2 }, New(War), 1)));
        Assert.Equal(25, (await Task.WhenAll(steps)).Count(written => written));
        Assert.Equal("50|25|25", Counts());
    }

    [Fact]
    public async Task CrammingLeavesTheMemoryAlone()
    {
        await Store.OpenAsync(Session());
        var step = Graded(Session(), New(War), 1);
        Assert.True(await Store.StepAsync(step with { Memory = null, Review = step.Review! with { Kind = ReviewKind.Cram, After = New(War) } }));
        Assert.Equal("1|0|1", Counts());
    }

    [Fact]
    public async Task UndoingTheFirstReviewLeavesAsIfItHadNeverBeen()
    {
        await Store.OpenAsync(Session());
        var step = Graded(Session(), New(War), 1);
        await Store.StepAsync(step);
        Assert.True(await Store.StepAsync(Undone(step, 2)));
        Assert.Equal(0, file.Number("SELECT count(*) FROM memories"));
        Assert.Equal(1, file.Number("SELECT undone FROM reviews"));
        Assert.Empty((await Store.SessionAsync(Session().Id, Morning, DatabaseFile.Cancellation))!.Learner.Recent);
    }

    [Fact]
    public async Task UndoingRestoresExactlyWhatWasThere() => await Memories.SampleAsync(
        async memory =>
        {
            using var fresh = new DatabaseFile();
            using var its = fresh.Open();
            await its.Revision.OpenAsync(Session());
            var shown = Moved(Session(), 1) with { Memory = memory };
            await its.Revision.StepAsync(shown);
            var before = fresh.Rows("SELECT * FROM memories");
            var step = Graded(shown.After, memory, 2);
            Assert.True(await its.Revision.StepAsync(step));
            Assert.NotEqual(before, fresh.Rows("SELECT * FROM memories"));
            Assert.True(await its.Revision.StepAsync(Undone(step, 3)));
            Assert.Equal(before, fresh.Rows("SELECT * FROM memories"));
        },
        iter: 20,
        threads: 1);

    [Fact]
    public async Task AReviewIsTakenBackOnce()
    {
        await Store.OpenAsync(Session());
        var step = Graded(Session(), New(War), 1);
        await Store.StepAsync(step);
        var undo = Undone(step, 2);
        Assert.True(await Store.StepAsync(undo));
        string before = All();
        Assert.False(await Store.StepAsync(undo));
        Assert.False(await Store.StepAsync(undo with { Before = undo.After, Expected = null }));
        Assert.Equal(before, All());
    }

    [Fact]
    public async Task WhatWasTakenBackCanBeGradedAnew()
    {
        await Store.OpenAsync(Session());
        var step = Graded(Session(), New(War), 1);
        await Store.StepAsync(step);
        var undo = Undone(step, 2);
        await Store.StepAsync(undo);
        var again = Graded(undo.After, New(War), 3, Grade.Again);
        Assert.True(await Store.StepAsync(again));
        var learner = (await Store.SessionAsync(Session().Id, Morning, DatabaseFile.Cancellation))!.Learner;
        Assert.Equal([again.Review!], learner.Recent);
        Assert.Equal([again.Memory!], learner.Memories);
        Assert.Equal("1|1|2", Counts());
    }

    [Fact]
    public async Task SuspendingIsAStepWithoutAReview()
    {
        await Store.OpenAsync(Session());
        var suspended = New(War) with { IsSuspended = true };
        var step = Moved(Session(), 1);
        step = step with { After = step.After with { JustSuspended = War }, Expected = New(War), Memory = suspended };
        Assert.True(await Store.StepAsync(step));
        Assert.Equal("1|1|0", Counts());
        var back = Moved(step.After with { JustSuspended = null }, 2) with { Before = step.After, Expected = suspended, Memory = New(War) };
        Assert.True(await Store.StepAsync(back));
        Assert.Equal("1|0|0", Counts());
        Assert.Equal(back.After, (await Store.SessionAsync(Session().Id, Morning, DatabaseFile.Cancellation))!.Session);
    }

    [Theory]
    [InlineData(Verdict.Right, "spelling: Khrushchev")]
    [InlineData(Verdict.Vague, null)]
    [InlineData(null, null)]
    public async Task AnAnswerIsKeptUntilItIsGraded(Verdict? verdict, string? note)
    {
        await Store.OpenAsync(Session());
        var answer = new SessionAnswer("Khruschev\nor so", verdict, note);
        var step = new SessionStep
        {
            Before = Session(), After = Session() with { Position = 1, Answer = answer }, Next = new NextItem.Nothing(WhyNothing.Finished, null),
        };
        Assert.True(await Store.StepAsync(step));
        Assert.False(await Store.StepAsync(step));
        Assert.Equal(step.After, (await Store.SessionAsync(Session().Id, Morning, DatabaseFile.Cancellation))!.Session);
        var graded = Graded(step.After with { Answer = null }, New(War), 1);
        Assert.True(await Store.StepAsync(graded));
        Assert.Null((await Store.SessionAsync(Session().Id, Morning, DatabaseFile.Cancellation))!.Session.Answer);
    }

    /// <summary>Sessions, memories and reviews.</summary>
    private string Counts() => string.Join(
        '|',
        file.Rows(
            "SELECT (SELECT count(*) FROM revision_sessions), (SELECT count(*) FROM memories), (SELECT count(*) FROM reviews)").Single());

    private string All() => string.Join(
        '\n',
        Tables
            .SelectMany(table => file.Rows($"SELECT * FROM {table}").Select(row => string.Join('|', row))));
}
