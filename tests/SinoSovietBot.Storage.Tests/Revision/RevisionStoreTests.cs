using CsCheck;
using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;
using Xunit;
using static SinoSovietBot.Storage.Tests.Revision.ARevision;

namespace SinoSovietBot.Storage.Tests.Revision;

public sealed class RevisionStoreTests : IDisposable
{
    private readonly DatabaseFile file = new();
    private SqliteStorage storage;

    public RevisionStoreTests() => storage = file.Open();

    private IRevisionStore Store => storage.Revision;

    public void Dispose()
    {
        storage.Dispose();
        file.Dispose();
    }

    [Fact]
    public async Task AMemberWhoNeverSaidRevisesByTheDefaults()
    {
        Assert.Equal(LearnerSettings.Default, await Store.SettingsAsync(Ann, DatabaseFile.Cancellation));
        Assert.Equal(0, file.Number("SELECT count(*) FROM learners"));
    }

    [Fact]
    public async Task SettingsComeBackAsTheyWereLastSaved() => await Settings.SampleAsync(
        async settings =>
        {
            await Store.SaveSettingsAsync(Ann, settings);
            Assert.Equal(settings, await Store.SettingsAsync(Ann, DatabaseFile.Cancellation));
            Assert.Equal(LearnerSettings.Default, await Store.SettingsAsync(Ben, DatabaseFile.Cancellation));
        },
        iter: 50,
        threads: 1);

    [Fact]
    public async Task SessionsComeBackAsTheyWereOpened() => await Sessions.SampleAsync(
        async session =>
        {
            using var fresh = new DatabaseFile();
            using var its = fresh.Open();
            await its.Revision.OpenAsync(session);
            var record = await its.Revision.SessionAsync(session.Id, Morning, DatabaseFile.Cancellation);
            Assert.Equal(session, record!.Session);
            Assert.Equal(session.Exam, record.Learner.Exam);
            Assert.Equal(session.Deck, record.Learner.Settings.LastDeck);
        },
        iter: 50,
        threads: 1);

    [Fact]
    public async Task ASessionIsThereAfterARestart()
    {
        await Store.OpenAsync(Session());
        storage.Dispose();
        storage = file.Open();
        Assert.Equal(Session(), (await Store.SessionAsync(Session().Id, Morning, DatabaseFile.Cancellation))!.Session);
        Assert.Null(await Store.SessionAsync(new SessionId(78), Morning, DatabaseFile.Cancellation));
    }

    [Fact]
    public async Task OpeningASessionASecondTimeChangesNothing()
    {
        await Store.OpenAsync(Session());
        await Store.StepAsync(Moved(Session(), 1));
        await Store.OpenAsync(Session(deck: OfServer));
        var record = await Store.SessionAsync(Session().Id, Morning, DatabaseFile.Cancellation);
        Assert.Equal(Moved(Session(), 1).After, record!.Session);
        Assert.Equal(ColdWar, record.Learner.Settings.LastDeck);
    }

    [Fact]
    public async Task OpeningASessionLeavesTheOtherSettingsAlone()
    {
        var settings = LearnerSettings.Default with { NewPerDay = 3, TimeZone = "Europe/London", LastDeck = OfServer };
        await Store.SaveSettingsAsync(Ann, settings);
        await Store.OpenAsync(Session());
        Assert.Equal(settings with { LastDeck = ColdWar }, await Store.SettingsAsync(Ann, DatabaseFile.Cancellation));
    }

    [Fact]
    public async Task OfADeckThatNobodyUsedNothingIsStored()
    {
        var record = await RecordAsync(ColdWar);
        Assert.Equal(LearnerSettings.Default, record.Settings);
        Assert.Empty(record.Memories);
        Assert.Empty(record.Recent);
        Assert.Empty(record.QuizMisses);
        Assert.Null(record.Exam);
        Assert.Equal(0, file.Number("SELECT count(*) FROM decks"));
    }

    [Fact]
    public async Task NobodySeesWhatAnotherMemberLearned()
    {
        await Store.OpenAsync(Session());
        await Store.StepAsync(Graded(Session(), New(War), 1));
        var bens = await Store.RecordAsync(Ben, ColdWar, null, Morning, DatabaseFile.Cancellation);
        Assert.Empty(bens.Memories);
        Assert.Empty(bens.Recent);
        Assert.False(await Store.StepAsync(Moved(Session(member: Ben) with { Position = 1 }, 2)));
        Assert.Equal(1, file.Number("SELECT position FROM revision_sessions"));
    }

    [Fact]
    public async Task ADeckOfAServerAndOneOfTheBotsOwnAreKeptApart()
    {
        await Store.OpenAsync(Session());
        await Store.StepAsync(Graded(Session(), New(War), 1));
        Assert.Empty((await RecordAsync(OfServer)).Memories);
        Assert.Single((await RecordAsync(ColdWar)).Memories);
    }

    [Fact]
    public async Task OnlyRecentReviewsAreRead()
    {
        await Store.OpenAsync(Session());
        var first = Graded(Session(), New(War), 1);
        var second = Graded(first.After, first.Memory!, 2);
        await Store.StepAsync(first);
        await Store.StepAsync(second);
        Assert.Equal([first.Review!, second.Review!], (await RecordAsync(ColdWar, second: 1)).Recent);
        Assert.Equal([second.Review!], (await RecordAsync(ColdWar, second: 2)).Recent);
        Assert.Empty((await RecordAsync(ColdWar, second: 3)).Recent);
    }

    [Fact]
    public async Task ASessionHasAllOfItsReviewsHoweverOld()
    {
        await Store.OpenAsync(Session());
        await Store.OpenAsync(Session(78));
        var first = Graded(Session(), New(War), 1);
        var elsewhere = Graded(Session(78), New(Split), 2);
        var second = Graded(first.After, first.Memory!, 3);
        foreach (var step in (SessionStep[])[first, elsewhere, second])
            Assert.True(await Store.StepAsync(step));
        Assert.Equal([first.Review!, second.Review!], (await SessionAsync(second: 3)).Recent);
        Assert.Equal([first.Review!, elsewhere.Review!, second.Review!], (await SessionAsync(second: 2)).Recent);
        Assert.Equal([first.Review!, second.Review!], (await SessionAsync(second: 9)).Recent);
    }

    [Fact]
    public async Task AnItemIsBroughtBackOnceAndAsItWas()
    {
        var suspended = Known(War, Morning) with { IsSuspended = true };
        await Store.OpenAsync(Session());
        await Store.StepAsync(Moved(Session(), 1) with { Memory = suspended });
        Assert.False(await Store.BringBackAsync(Ben, ColdWar, War));
        Assert.False(await Store.BringBackAsync(Ann, OfServer, War));
        Assert.False(await Store.BringBackAsync(Ann, ColdWar, Split));
        Assert.True(await Store.BringBackAsync(Ann, ColdWar, War));
        Assert.False(await Store.BringBackAsync(Ann, ColdWar, War));
        Assert.Equal([suspended with { IsSuspended = false }], (await RecordAsync(ColdWar)).Memories);
    }

    private Task<LearnerRecord> RecordAsync(DeckAddress deck, int second = 0) =>
        Store.RecordAsync(Ann, deck, null, Morning.AddSeconds(second), DatabaseFile.Cancellation);

    private async Task<LearnerRecord> SessionAsync(int second) =>
        (await Store.SessionAsync(Session().Id, Morning.AddSeconds(second), DatabaseFile.Cancellation))!.Learner;
}
