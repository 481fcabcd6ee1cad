using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Decks;

public sealed class ServerDeckStoreTests : IDisposable
{
    private readonly DatabaseFile file = new();
    private readonly SqliteStorage storage;

    public ServerDeckStoreTests() => storage = file.Open();

    private IServerDeckStore Store => storage.ServerDecks;

    public void Dispose()
    {
        storage.Dispose();
        file.Dispose();
    }

    [Fact]
    public async Task ADeckIsReadBackAsItWasStored()
    {
        Assert.Equal(new DeckSaving.Saved(1), await Store.SaveAsync(ADeck.Version("id: cold-war # Zhōu"), ADeck.Actor(member: 7)));
        var read = await ReadAsync();
        Assert.Equal("id: cold-war # Zhōu", read!.Yaml);
        var expected = new ServerDeck
        {
            Server = ADeck.Riverside,
            Id = ADeck.Id(),
            Title = "Title of cold-war",
            Subject = "History",
            Revision = 1,
            Kind = DeckChangeKind.Import,
            ChangedAt = ADeck.Morning,
            ChangedBy = new MemberId(7),
            Size = 20,
        };
        Assert.Equal(expected, read.Deck);
        Assert.Equal([expected], await ListAsync(ADeck.Riverside));
    }

    [Fact]
    public async Task ItIsThereAfterTheDatabaseWasClosed()
    {
        await Store.SaveAsync(ADeck.Version());
        storage.Dispose();
        using var reopened = file.Open();
        Assert.Equal("first", (await reopened.ServerDecks.ReadAsync(ADeck.Riverside, ADeck.Id(), DatabaseFile.Cancellation))?.Yaml);
    }

    [Fact]
    public async Task AServerSeesNoOtherServersDecks()
    {
        await Store.SaveAsync(ADeck.Version("ours"));
        await Store.SaveAsync(ADeck.Version("theirs", server: ADeck.Hilltop));
        await Store.SaveAsync(ADeck.Version("more", id: "other", server: ADeck.Hilltop));
        Assert.Single(await ListAsync(ADeck.Riverside));
        Assert.Equal("ours", (await ReadAsync())?.Yaml);
        Assert.Null(await Store.ReadAsync(ADeck.Riverside, ADeck.Id("other"), DatabaseFile.Cancellation));
        Assert.IsType<DeckSaving.Gone>(await Store.RemoveAsync(ADeck.Riverside, ADeck.Id("other"), ADeck.Actor()));
        await Store.RemoveAsync(ADeck.Riverside, ADeck.Id(), ADeck.Actor());
        Assert.All(await ListAsync(ADeck.Hilltop), deck => Assert.Null(deck.RemovedAt));
    }

    [Fact]
    public async Task AChangeOfAVersionThatIsNotInUseAnyMoreIsRefused()
    {
        await Store.SaveAsync(ADeck.Version());
        await Store.SaveAsync(ADeck.Version("second", before: 1));
        Assert.Equal(new DeckSaving.Overtaken(2), await Store.SaveAsync(ADeck.Version("lost", before: 1), ADeck.Actor()));
        Assert.Equal(new DeckSaving.Overtaken(2), await Store.SaveAsync(ADeck.Version("lost"), ADeck.Actor()));
        Assert.Equal(new DeckSaving.Overtaken(0), await Store.SaveAsync(ADeck.Version("lost", before: 1, id: "new"), ADeck.Actor()));
        Assert.Equal("second", (await ReadAsync())?.Yaml);
    }

    [Fact]
    public async Task OfManyChangesAtOnceEachRestsOnTheOneBefore()
    {
        await Store.SaveAsync(ADeck.Version());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Store.SaveAsync(ADeck.Version($"second {i}", before: 1), ADeck.Actor())));
        Assert.Single(outcomes.OfType<DeckSaving.Saved>());
        Assert.Equal(19, outcomes.OfType<DeckSaving.Overtaken>().Count());
    }

    [Fact]
    public async Task TheVersionBeforeIsKeptAndTenBeforeThatAreToo()
    {
        for (int revision = 1; revision <= 13; revision++)
            await Store.SaveAsync(ADeck.Version($"version {revision}", before: revision - 1));
        var earlier = await Store.ReadEarlierAsync(ADeck.Riverside, ADeck.Id(), DatabaseFile.Cancellation);
        Assert.Equal(("version 12", 12), (earlier?.Yaml, earlier?.Deck.Revision));
        Assert.Equal("version 13", (await ReadAsync())?.Yaml);
        Assert.Equal(3, file.Number("SELECT min(revision) FROM server_deck_revisions"));
        Assert.Equal(11, file.Number("SELECT count(*) FROM server_deck_revisions"));
    }

    [Fact]
    public async Task BeforeTheFirstVersionThereIsNone()
    {
        await Store.SaveAsync(ADeck.Version());
        Assert.Null(await Store.ReadEarlierAsync(ADeck.Riverside, ADeck.Id(), DatabaseFile.Cancellation));
    }

    [Fact]
    public async Task ARemovedDeckComesBackAsItWas()
    {
        await Store.SaveAsync(ADeck.Version());
        await Store.SaveAsync(ADeck.Version("second", before: 1));
        Assert.IsType<DeckSaving.Saved>(await Store.RemoveAsync(ADeck.Riverside, ADeck.Id(), ADeck.Actor(TimeSpan.FromHours(1))));
        Assert.Equal(ADeck.Morning + TimeSpan.FromHours(1), Assert.Single(await ListAsync(ADeck.Riverside)).RemovedAt);
        Assert.IsType<DeckSaving.Gone>(await Store.RemoveAsync(ADeck.Riverside, ADeck.Id(), ADeck.Actor()));
        Assert.IsType<DeckSaving.InTheBin>(await Store.SaveAsync(ADeck.Version("third", before: 2), ADeck.Actor()));

        Assert.Equal(new DeckSaving.Saved(2), await Store.RestoreAsync(ADeck.Riverside, ADeck.Id(), ADeck.Actor(TimeSpan.FromDays(29))));
        Assert.Equal(("second", null), ((await ReadAsync())?.Yaml, (await ReadAsync())?.Deck.RemovedAt));
        Assert.NotNull(await Store.ReadEarlierAsync(ADeck.Riverside, ADeck.Id(), DatabaseFile.Cancellation));
        Assert.IsType<DeckSaving.Gone>(await Store.RestoreAsync(ADeck.Riverside, ADeck.Id(), ADeck.Actor()));
    }

    [Fact]
    public async Task AfterThirtyDaysItIsGoneForGood()
    {
        await Store.SaveAsync(ADeck.Version());
        await Store.SaveAsync(ADeck.Version(id: "kept"));
        await Store.RemoveAsync(ADeck.Riverside, ADeck.Id(), ADeck.Actor());
        Assert.Equal(0, await Store.PurgeAsync(ADeck.Morning + TimeSpan.FromDays(29)));
        Assert.IsType<DeckSaving.Gone>(await Store.RestoreAsync(ADeck.Riverside, ADeck.Id(), ADeck.Actor(TimeSpan.FromDays(30))));
        Assert.Equal(1, await Store.PurgeAsync(ADeck.Morning + TimeSpan.FromDays(30)));
        Assert.Equal(["kept"], (await ListAsync(ADeck.Riverside)).Select(deck => deck.Id.Value));
        Assert.Equal(1, file.Number("SELECT count(*) FROM server_deck_revisions"));
        Assert.Equal(new DeckSaving.Saved(1), await Store.SaveAsync(ADeck.Version("anew"), ADeck.Actor()));
    }

    [Fact]
    public async Task AServerHasTwentyFiveDecksAndNotOneMore()
    {
        for (int i = 0; i < ServerDeckLimits.Decks; i++)
            await Store.SaveAsync(ADeck.Version(id: $"deck-{i}"));
        Assert.IsType<DeckSaving.TooManyDecks>(await Store.SaveAsync(ADeck.Version(id: "one-more"), ADeck.Actor()));
        await Store.SaveAsync(ADeck.Version("second", before: 1, id: "deck-3"));
        await Store.SaveAsync(ADeck.Version(server: ADeck.Hilltop));

        await Store.RemoveAsync(ADeck.Riverside, ADeck.Id("deck-0"), ADeck.Actor());
        await Store.SaveAsync(ADeck.Version(id: "one-more"));
        Assert.IsType<DeckSaving.TooManyDecks>(await Store.RestoreAsync(ADeck.Riverside, ADeck.Id("deck-0"), ADeck.Actor()));
    }

    [Fact]
    public async Task TheDecksOfAServerHaveALimitTogether()
    {
        string large = new('x', ServerDeckLimits.Bytes / 2);
        await Store.SaveAsync(ADeck.Version(large, id: "one"));
        await Store.SaveAsync(ADeck.Version(large, id: "two"));
        Assert.IsType<DeckSaving.TooLarge>(await Store.SaveAsync(ADeck.Version("x", id: "three"), ADeck.Actor()));
        Assert.IsType<DeckSaving.TooLarge>(await Store.SaveAsync(ADeck.Version(large + "x", before: 1, id: "two"), ADeck.Actor()));
        await Store.SaveAsync(ADeck.Version("small", before: 1, id: "two"));
        await Store.SaveAsync(ADeck.Version("x", id: "three"));
    }

    [Fact]
    public async Task TheBinHoldsTwentyFiveAndTheOldestGoesFirst()
    {
        for (int i = 0; i <= ServerDeckLimits.RemovedDecks; i++)
        {
            await Store.SaveAsync(ADeck.Version(id: $"deck-{i}"));
            await Store.RemoveAsync(ADeck.Riverside, ADeck.Id($"deck-{i}"), ADeck.Actor(TimeSpan.FromMinutes(i)));
        }

        var removed = await ListAsync(ADeck.Riverside);
        Assert.Equal(ServerDeckLimits.RemovedDecks, removed.Count);
        Assert.DoesNotContain(removed, deck => deck.Id.Value == "deck-0");
    }

    private Task<ServerDeckVersion?> ReadAsync() => Store.ReadAsync(ADeck.Riverside, ADeck.Id(), DatabaseFile.Cancellation);

    private async Task<IReadOnlyList<ServerDeck>> ListAsync(ServerId server) => await Store.ListAsync(server, DatabaseFile.Cancellation);
}
