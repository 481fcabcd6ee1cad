using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Decks;

public sealed class DeckCatalogueTests : IAsyncDisposable
{
    private static readonly Snowflake Elsewhere = new(9001);

    private readonly DeckSchool school = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task AServerSeesTheBotsDecksAndItsOwnAndNobodyElseSeesThose()
    {
        await StoreAsync("ours", "Our own");
        Assert.Equal(["A small deck", "Our own"], await TitlesAsync(Given.Guild));
        Assert.Equal(["A small deck"], await TitlesAsync(Elsewhere));
        Assert.Equal(["A small deck"], await TitlesAsync(null));
        Assert.NotNull(await FindAsync(Given.Guild, "ours"));
        Assert.Null(await FindAsync(Elsewhere, "ours"));
        Assert.Null(await FindAsync(Elsewhere, "Our own"));
        Assert.Null(await FindAsync(null, "ours"));
        Assert.Empty(await school.Catalogue.SearchAsync(Elsewhere, "own", Cancellation));
    }

    [Theory]
    [InlineData("ours")]
    [InlineData(" OURS ")]
    [InlineData("our own")]
    public async Task AServersDeckIsFoundByIdOrTitle(string typed)
    {
        await StoreAsync("ours", "Our own");
        var found = await FindAsync(Given.Guild, typed);
        Assert.Equal(new DeckAddress(new DeckId("ours"), new ServerId(Given.Guild.Value)), found?.Address);
        Assert.Equal("Our own", found?.Deck.Title);
    }

    [Fact]
    public async Task ADeckThatTheBotGetsLaterTakesNoServersDeckAway()
    {
        await StoreAsync("small", "Ours was first");
        Assert.Equal(["Ours was first"], await TitlesAsync(Given.Guild));
        Assert.Equal("Ours was first", (await FindAsync(Given.Guild, "small"))?.Deck.Title);
        Assert.Equal("A small deck", (await FindAsync(Elsewhere, "small"))?.Deck.Title);
    }

    [Fact]
    public async Task ARemovedDeckIsNotOfferedButItsBoardKeepsItsName()
    {
        await StoreAsync("ours", "Our own");
        await school.Storage.ServerDecks.RemoveAsync(new ServerId(Given.Guild.Value), new DeckId("ours"), Actor);
        Assert.Equal(["A small deck"], await TitlesAsync(Given.Guild));
        Assert.Null(await FindAsync(Given.Guild, "ours"));
        var (address, title) = await school.Catalogue.NameAsync(Given.Guild, new DeckId("ours"), Cancellation);
        Assert.Equal(("9000/ours", "Our own"), (address.ToString(), title));
        Assert.Equal(("ours", null), Named(await school.Catalogue.NameAsync(Elsewhere, new DeckId("ours"), Cancellation)));
    }

    [Fact]
    public async Task AnEditIsReadAtOnce()
    {
        await StoreAsync("ours", "Our own");
        Assert.Equal("Our own", (await FindAsync(Given.Guild, "ours"))?.Deck.Title);
        await StoreAsync("ours", "Renamed", before: 1);
        Assert.Equal("Renamed", (await FindAsync(Given.Guild, "ours"))?.Deck.Title);
    }

    [Fact]
    public async Task ADeckThatIsAskedForAgainIsNotReadAgain()
    {
        await StoreAsync("ours", "Our own");
        var first = (await FindAsync(Given.Guild, "ours"))?.Deck;
        Assert.Same(first, (await FindAsync(Given.Guild, "ours"))?.Deck);
    }

    [Fact]
    public void AThousandServersAreNotAThousandDecksInMemory()
    {
        var deck = DeckCatalogue.Read(new DeckId("small"), DeckText.Small()).Deck!;
        var cache = new ServerDeckCache(capacity: 1_000);
        for (ulong server = 1; server <= 1_000; server++)
            cache.Put(Version(server, size: 100), deck);
        Assert.Equal(10, cache.Count);
        Assert.Null(cache.Find(Version(990, size: 100)));
        Assert.NotNull(cache.Find(Version(991, size: 100)));
        cache.Put(Version(1_001, size: 100), deck);
        Assert.NotNull(cache.Find(Version(991, size: 100)));
        Assert.Null(cache.Find(Version(992, size: 100)));
        cache.Put(Version(1_002, size: 2_000), deck);
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public async Task AStoredDeckThatTheRulesNoLongerTakeIsNotUsedAndSaidSo()
    {
        await StoreAsync("ours", "Our own", yaml: "id: ours\n");
        Assert.Null(await FindAsync(Given.Guild, "ours"));
        Assert.Contains("/deck-admin check", Assert.Single(school.Room.Journal.Of<Logged>(entry => entry.Id == 16)).Text, StringComparison.Ordinal);
    }

    private static DeckActor Actor => new(new MemberId(1), Given.Morning);

    private static ServerDeck Version(ulong server, int size) => new()
    {
        Server = new ServerId(server), Id = new DeckId("small"), Title = "", Subject = "", Revision = 1, Kind = DeckChangeKind.Import,
        ChangedAt = Given.Morning, ChangedBy = new MemberId(1), Size = size,
    };

    private static (string, string?) Named((DeckAddress Address, string? Title) name) => (name.Address.ToString(), name.Title);

    private async Task StoreAsync(string id, string title, int before = 0, string? yaml = null) => Assert.IsType<DeckSaving.Saved>(
        await school.Storage.ServerDecks.SaveAsync(
            new NewDeckVersion(
                new DeckAddress(new DeckId(id), new ServerId(Given.Guild.Value)), before, title, "History", yaml ?? DeckText.Small(id, title),
                DeckChangeKind.Import),
            Actor));

    private Task<KnownDeck?> FindAsync(Snowflake? guild, string typed) => school.Catalogue.FindAsync(guild, typed, Cancellation);

    private async Task<IEnumerable<string>> TitlesAsync(Snowflake? guild) =>
        (await school.Catalogue.ListAsync(guild, Cancellation)).Select(deck => deck.Title);
}
