using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision.Exams;
using Xunit;
using static SinoSovietBot.Storage.Tests.Revision.ARevision;

namespace SinoSovietBot.Storage.Tests.Revision.Exams;

public sealed class ExamStoreTests : IDisposable
{
    private static readonly ServerId School = new(9000);
    private static readonly Exam June = new(new DateOnly(2026, 6, 8));
    private static readonly Exam May = new(new DateOnly(2026, 5, 18), 0.85);

    private readonly DatabaseFile file = new();
    private readonly SqliteStorage storage;

    public ExamStoreTests() => storage = file.Open();

    private IExamStore Store => storage.Exams;

    public void Dispose()
    {
        storage.Dispose();
        file.Dispose();
    }

    [Fact]
    public async Task WithoutAnExamThereIsNone()
    {
        Assert.Equal((null, null), await ExamsAsync(School));
        await Store.SetOwnAsync(Ann, ColdWar, null);
        await Store.SetClassAsync(School, ColdWar, null, Ben, Morning);
        Assert.Equal((null, null), await ExamsAsync(School));
        Assert.Equal(0, file.Number("SELECT count(*) FROM decks"));
    }

    [Fact]
    public async Task OnesOwnExamWinsOverThatOfTheClassUntilItIsRemoved()
    {
        await Store.SetClassAsync(School, ColdWar, June, Ben, Morning);
        Assert.Equal(June.Day, await DayAsync(School));
        await Store.SetOwnAsync(Ann, ColdWar, June);
        await Store.SetOwnAsync(Ann, ColdWar, May);
        Assert.Equal((May, June), await ExamsAsync(School));
        Assert.Equal(May.Day, await DayAsync(School));
        Assert.Equal(May.Day, await DayAsync(null));
        await Store.SetOwnAsync(Ann, ColdWar, null);
        Assert.Equal((null, June), await ExamsAsync(School));
        Assert.Equal(June.Day, await DayAsync(School));
    }

    [Fact]
    public async Task AnExamOfAClassCountsOnItsServerAlone()
    {
        await Store.SetClassAsync(School, ColdWar, May, Ann, Morning);
        await Store.SetClassAsync(School, ColdWar, June, Ben, Morning.AddSeconds(1));
        Assert.Equal((null, null), await ExamsAsync(null));
        Assert.Equal((null, null), await ExamsAsync(new ServerId(9001)));
        Assert.Null(await DayAsync(null));
        Assert.Null(await DayAsync(new ServerId(9001)));
        object[] kept = file.Rows("SELECT day, set_by, set_at FROM class_exams").Single();
        Assert.Equal([(long)June.Day.DayNumber, 2L, Morning.AddSeconds(1).ToUnixTimeMilliseconds()], kept);
    }

    [Fact]
    public async Task NobodySeesTheExamOfAnotherMemberOrDeck()
    {
        await Store.SetOwnAsync(Ben, ColdWar, June);
        await Store.SetOwnAsync(Ann, OfServer, June);
        Assert.Equal((null, null), await ExamsAsync(School));
        Assert.Null(await DayAsync(School));
    }

    [Fact]
    public async Task ASessionKeepsTheExamItBeganWith()
    {
        await storage.Revision.OpenAsync(Session() with { Exam = May.Day });
        await Store.SetOwnAsync(Ann, ColdWar, June);
        var record = await storage.Revision.SessionAsync(Session().Id, Morning, DatabaseFile.Cancellation);
        Assert.Equal(May.Day, record!.Learner.Exam);
    }

    private Task<(Exam? Own, Exam? Class)> ExamsAsync(ServerId? server) => Store.ExamsAsync(Ann, ColdWar, server, DatabaseFile.Cancellation);

    private async Task<DateOnly?> DayAsync(ServerId? server) =>
        (await storage.Revision.RecordAsync(Ann, ColdWar, server, Morning, DatabaseFile.Cancellation)).Exam;
}
