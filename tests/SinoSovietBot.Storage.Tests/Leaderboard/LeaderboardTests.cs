using CsCheck;
using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Tests.Quiz;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Leaderboard;

public sealed class LeaderboardTests : IDisposable
{
    private static readonly LeaderboardWindow Always = LeaderboardWindow.Of(LeaderboardPeriod.All, default);
    private readonly DatabaseFile file = new();
    private readonly SqliteStorage storage;

    public LeaderboardTests() => storage = file.Open();

    [Fact]
    public async Task TenStandAPage()
    {
        await WinAsync(1, [.. Enumerable.Range(1, 23)]);
        int[] lengths = await Task.WhenAll(Enumerable.Range(0, 3).Select(async page => (await PageAsync(page)).Standings.Length));
        Assert.Equal([10, 10, 3], lengths);
        var middle = await PageAsync(1);
        Assert.Equal((1, 3, 23), (middle.Page, middle.Pages, middle.Members));
        Assert.Equal(new Standing(11, Name(12), "Member 12", 13, 23), middle.Standings[0]);
    }

    [Fact]
    public async Task ATieAcrossThePageBorderSharesItsPlace()
    {
        await WinAsync(1, [20, 19, 18, 17, 16, 15, 14, 13, 5, 5, 5, 5, 1]);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 9], (await PageAsync(0)).Standings.Select(standing => standing.Place));
        Assert.Equal([9, 9, 13], (await PageAsync(1)).Standings.Select(standing => standing.Place));
    }

    [Fact]
    public async Task TheAskersOwnPlaceIsGivenOnAnyPage()
    {
        await WinAsync(1, [.. Enumerable.Range(1, 23)]);
        foreach (int page in (int[])[0, 1, 2])
            Assert.Equal(new Standing(23, Name(0), "Member 0", 1, 23), (await PageAsync(page, Name(0))).Own);
        Assert.Null((await PageAsync(0, AQuiz.Member("Stranger"))).Own);
    }

    [Fact]
    public async Task WhoeverHasNoPointIsNotOnTheBoard()
    {
        await WinAsync(1, [2, 1, 0]);
        var page = await PageAsync(0, Name(2));
        Assert.Equal(2, page.Members);
        Assert.Equal([Name(0), Name(1)], page.Standings.Select(standing => standing.Member));
        Assert.Null(page.Own);
    }

    [Fact]
    public async Task APagePastTheEndIsTheLastAndOneBeforeTheStartTheFirst()
    {
        await WinAsync(1, [.. Enumerable.Range(1, 11)]);
        foreach (int page in (int[])[2, 99, int.MaxValue])
            Assert.Equal((1, 1), Shape(await PageAsync(page)));
        foreach (int page in (int[])[-1, int.MinValue])
            Assert.Equal((0, 10), Shape(await PageAsync(page)));

        static (int, int) Shape(LeaderboardPage page) => (page.Page, page.Standings.Length);
    }

    [Fact]
    public async Task AnUnknownDeckHasAnEmptyBoard()
    {
        await WinAsync(1, [3, 2, 1]);
        var page = await storage.Leaderboard.PageAsync(
            new Board(new ServerId(1), new DeckId("no-such-deck"), Always), 3, Name(0), DatabaseFile.Cancellation);
        Assert.Equal((0, 1, 0), (page.Page, page.Pages, page.Members));
        Assert.Empty(page.Standings);
        Assert.Null(page.Own);
    }

    [Fact]
    public async Task AServersBoardHoldsNoOthersPoints()
    {
        await WinAsync(1, [3, 2, 1]);
        await WinAsync(2, [1, 2, 3]);
        Assert.Equal(Name(0), (await PageAsync(0)).Standings[0].Member);
        Assert.Equal(Name(2), (await PageAsync(0, server: 2)).Standings[0].Member);
        Assert.Equal(0, (await PageAsync(0, server: 3)).Members);
    }

    [Fact]
    public async Task ADecksBoardHoldsItsOwnPointsAndTheBoardOfAllDecksAll()
    {
        await WinAsync(1, [1, 1, 1], "one");
        await WinAsync(1, [3, 2, 1], "two");
        Assert.Equal((int[])[1, 1, 1], await PointsAsync("one"));
        Assert.Equal((int[])[3, 2, 1], await PointsAsync("two"));
        Assert.Equal((int[])[4, 3, 2], await PointsAsync(null));
    }

    [Fact]
    public async Task ADeckOfAServerHasABoardOfItsOwnBesideOneOfTheBotsOfTheSameId()
    {
        await WinAsync(1, [1, 1, 1], "one");
        await WinAsync(1, [3, 2, 1], "1/one");
        Assert.Equal((int[])[1, 1, 1], await PointsAsync("one"));
        Assert.Equal((int[])[3, 2, 1], await PointsAsync("1/one"));
        Assert.Empty(await PointsAsync("2/one"));
    }

    [Fact]
    public async Task ANameIsTheOneLastSeen()
    {
        await WinAsync(1, [1, 1, 1]);
        var quiz = StoredQuiz.Opened(99, AQuiz.Opened, [0]);
        quiz.Apply(new Study.Quiz.QuizInput.Join(Name(1), "Renamed", quiz.Now));
        await new StoredQuiz(storage, quiz).SaveAsync();
        Assert.Contains((await PageAsync(0)).Standings, standing => standing.Name == "Renamed");
    }

    [Fact]
    public async Task AnyBoardEqualsASortOfItsPoints()
    {
        ulong server = 100;
        await Gen.Int[0, 6].Array[3, 27].SampleAsync(
            async points =>
            {
                server++;
                await WinAsync(server, points);
                var expected = points.Select((won, member) => (Place: points.Count(other => other > won) + 1, Points: won, Member: Name(member)))
                    .Where(line => line.Points > 0).OrderBy(line => line.Place).ThenBy(line => line.Member.Value).ToList();
                var shown = new List<Standing>();
                for (int page = 0; page <= (expected.Count - 1) / 10; page++)
                    shown.AddRange((await PageAsync(page, server: server)).Standings);
                Assert.Equal(expected, shown.Select(standing => (standing.Place, standing.Points, standing.Member)));
                foreach (var line in expected)
                    Assert.Equal(line.Place, (await PageAsync(0, line.Member, server)).Own!.Place);
            },
            iter: 20,
            threads: 1);
    }

    public void Dispose()
    {
        storage.Dispose();
        file.Dispose();
    }

    private static MemberId Name(int member) => AQuiz.Member($"Member {member}");

    /// <summary>One quiz in which each member wins so many points, and answers every round.</summary>
    private async Task WinAsync(ulong server, int[] points, string deck = "a-deck")
    {
        int rounds = Math.Max(1, points.Max());
        ulong id = (server * 100) + (ulong)deck.Length + deck[0] + deck[^1];
        var quiz = StoredQuiz.Opened(id, AQuiz.Opened, [.. Enumerable.Range(0, rounds)], deck, server).Asking();
        for (int round = 0; round < rounds; round++)
        {
            for (int member = 0; member < points.Length; member++)
                _ = round < points[member] ? quiz.Right($"Member {member}") : quiz.Wrong($"Member {member}");
            quiz.TimedOut();
            if (round + 1 < rounds)
                quiz.Next();
        }

        await new StoredQuiz(storage, quiz).SaveAsync();
    }

    private Task<LeaderboardPage> PageAsync(int page, MemberId asker = default, ulong server = 1) =>
        storage.Leaderboard.PageAsync(new Board(new ServerId(server), null, Always), page, asker, DatabaseFile.Cancellation);

    private async Task<int[]> PointsAsync(string? deck)
    {
        DeckAddress? id = deck is null ? null : DeckAddress.Parse(deck);
        var page = await storage.Leaderboard.PageAsync(new Board(new ServerId(1), id, Always), 0, default, DatabaseFile.Cancellation);
        return [.. page.Standings.Select(standing => standing.Points)];
    }
}
