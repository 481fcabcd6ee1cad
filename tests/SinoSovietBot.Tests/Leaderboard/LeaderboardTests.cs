using CsCheck;
using Microsoft.Extensions.Options;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Leaderboard;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Leaderboard;

public class LeaderboardTests
{
    private static readonly ComponentId.Board All = new(LeaderboardPeriod.All, null, 0);

    [Theory]
    [InlineData(0)]
    [InlineData(999_999)]
    public void TheLargestBoardKeepsToTheLimits(int page) =>
        Assert.Empty(MessageLimits.Faults(LeaderboardMessages.Page(LargestQuiz.Board(page), All with { Page = page, Deck = new string('d', 64) },
            Nasty.Longest(100))));

    [Fact]
    public void NamesAndTitlesAreEscaped() => Nasty.Text(30).Sample(nasty =>
    {
        Func<string, MessageContent>[] boards =
        [
            text => LeaderboardMessages.Page(Page(new Standing(1, new MemberId(2), text, 3, 4)), All, null),
            text => LeaderboardMessages.Page(Page() with { Own = new Standing(40, new MemberId(2), text, 3, 4) }, All, null),
            text => LeaderboardMessages.Page(Page(), All, text),
        ];
        foreach (var board in boards)
            Nasty.AssertEscaped(board(nasty), nasty, board("Zhenbao"), "Zhenbao");
    }, iter: 100);

    [Fact]
    public void SharedPlacesCorrectAnswersAndTheAskerAreShown()
    {
        var page = Page(
            new Standing(1, new MemberId(2), "Ann", 12, 15), new Standing(2, new MemberId(3), "Ben", 7, 9),
            new Standing(2, new MemberId(4), "Cy", 7, 7),
            new Standing(4, new MemberId(5), "Di", 1, 2)) with { Own = new Standing(2, new MemberId(4), "Cy", 7, 7) };
        string[] expected =
        [
            "🥇 **Ann** 12 points · 12 of 15 correct", "🥈 **Ben** 7 points · 7 of 9 correct", "🥈 **Cy** (you) 7 points · 7 of 7 correct",
            "**4.** **Di** 1 point · 1 of 2 correct",
        ];
        Assert.Equal(expected, Lines(LeaderboardMessages.Page(page, All, null)));
    }

    [Fact]
    public void OnesOwnPlaceIsShownWhenItIsOffThePage()
    {
        var page = Page(new Standing(1, new MemberId(2), "Ann", 12, 15)) with { Own = new Standing(31, new MemberId(9), "Ida", 1, 2) };
        Assert.Equal(["🥇 **Ann** 12 points · 12 of 15 correct", "…", "**31.** **Ida** (you) 1 point · 1 of 2 correct"],
            Lines(LeaderboardMessages.Page(page, All, null)));
    }

    [Fact]
    public void AnEmptyBoardSaysHowPointsAreWon() =>
        Assert.StartsWith("Nobody has points here yet.", LeaderboardMessages.Page(Page(), All, null).Embeds[0].Description, StringComparison.Ordinal);

    [Fact]
    public async Task TheCommandAsksForTheBoardOfTheServerAndTheWeek()
    {
        var store = new FakeLeaderboard();
        var response = await Commands(store).RunAsync(Given.Use("leaderboard", AMondayMorning), TestContext.Current.CancellationToken);
        Assert.Equal(new Board(new ServerId(Given.Guild.Value), null, LeaderboardWindow.Of(LeaderboardPeriod.Week, new DateOnly(2026, 3, 2))),
            store.Asked);
        Assert.True(Assert.IsType<InteractionResponse.Reply>(response).Content.Ephemeral);
    }

    [Fact]
    public async Task TheDayBeginsInTheTimeZoneOfTheSettings()
    {
        var store = new FakeLeaderboard();
        var use = Given.Use("leaderboard", AMondayMorning, ("period", "today"));
        await Commands(store, "Pacific/Kiritimati").RunAsync(use, TestContext.Current.CancellationToken);
        Assert.Equal(new DateOnly(2026, 3, 2), store.Asked.Window.Start);
        await Commands(store, "Pacific/Honolulu").RunAsync(use, TestContext.Current.CancellationToken);
        Assert.Equal(new DateOnly(2026, 3, 1), store.Asked.Window.Start);
    }

    [Fact]
    public async Task APageIsTurnedInPlace()
    {
        var store = new FakeLeaderboard();
        var commands = Commands(store);
        var press = Given.Press(new ComponentId.Board(LeaderboardPeriod.Month, null, 3).ToString());
        var response = await commands.Press(press, ComponentId.Parse(press.CustomId)!, TestContext.Current.CancellationToken)!;
        Assert.IsType<InteractionResponse.UpdateMessage>(response);
        Assert.Equal((3, LeaderboardPeriod.Month), (store.Page, store.Asked.Window.Period));
    }

    [Fact]
    public async Task InDirectMessagesThereIsNoBoard()
    {
        var use = Given.Use("leaderboard") with { Guild = null };
        var response = await Commands(new FakeLeaderboard()).RunAsync(use, TestContext.Current.CancellationToken);
        Assert.Equal(CommonMessages.OnlyInServers, Given.TextOf(response));
    }

    [Fact]
    public async Task AnUnknownDeckIsSaidSo()
    {
        var response = await Commands(new FakeLeaderboard()).RunAsync(Given.Use("leaderboard", 1, ("deck", "nothing")),
            TestContext.Current.CancellationToken);
        Assert.Contains("deck", Given.TextOf(response), StringComparison.Ordinal);
    }

    // The day of a board is that of the command's own id.
    private static ulong AMondayMorning => Given.IdAt(Given.Morning).Value;

    private static LeaderboardPage Page(params Standing[] standings) => new(0, 1, standings.Length, [.. standings], null);

    private static string[] Lines(MessageContent content) => content.Embeds[0].Description!.TrimEnd().Split('\n');

    private static LeaderboardCommands Commands(FakeLeaderboard store, string zone = "UTC")
    {
        var decks = NoServerDecks.Catalogue("no-such-folder", new Journal());
        return new LeaderboardCommands(store, decks, Options.Create(new LeaderboardOptions { TimeZone = zone }));
    }

    private sealed class FakeLeaderboard : ILeaderboardStore
    {
        public Board Asked { get; private set; }

        public int Page { get; private set; }

        public Task<LeaderboardPage> PageAsync(Board board, int page, MemberId asker, CancellationToken cancellation)
        {
            (Asked, Page) = (board, page);
            return Task.FromResult(new LeaderboardPage(page, page + 1, 0, [], null));
        }
    }
}
