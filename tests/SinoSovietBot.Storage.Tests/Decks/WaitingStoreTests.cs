using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Decks;

public sealed class WaitingStoreTests : IDisposable
{
    private static readonly WaitingId Id = new(ulong.MaxValue);

    private readonly DatabaseFile file = new();
    private SqliteStorage storage;

    public WaitingStoreTests() => storage = file.Open();

    private IWaitingStore Store => storage.Waiting;

    private static WaitingImport Import => new(
        Id, ADeck.Actor(), new DeckAddress(ADeck.Id(), ADeck.Riverside), 0, ImportMode.Replace, "the import");

    private static WaitingCard Card => new(
        Id, ADeck.Actor(), new DeckAddress(ADeck.Id(), ADeck.Riverside), 1, new CardId("war"), new CardText("Front", "Topic", "A\n  B", "Note"));

    public void Dispose()
    {
        storage.Dispose();
        file.Dispose();
    }

    [Fact]
    public async Task WhatWaitsIsThereAfterARestart()
    {
        await Store.HoldAsync(Import);
        await Store.HoldAsync(Card);
        await Store.HoldAsync(Card with { Id = new WaitingId(2), Card = null });
        storage.Dispose();
        storage = file.Open();
        Assert.Equal(Import, await ImportAsync());
        Assert.Equal(Card, await CardAsync(Id));
        Assert.Null((await CardAsync(new WaitingId(2)))!.Card);
    }

    [Fact]
    public async Task AnImportCountsOnceHoweverOftenItIsConfirmed()
    {
        await Store.HoldAsync(Import);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Store.FinishImportAsync(Id, ADeck.Version(), ADeck.Actor())));
        Assert.Equal(new DeckSaving.Saved(1), Assert.Single(outcomes.OfType<DeckSaving.Saved>()));
        Assert.Equal(9, outcomes.OfType<DeckSaving.SavedBefore>().Count());
        Assert.True((await ImportAsync())!.IsConfirmed);
        Assert.Equal(1, file.Number("SELECT count(*) FROM server_deck_revisions"));
    }

    [Fact]
    public async Task AnImportThatTheDeckHasOutrunWaitsOn()
    {
        await storage.ServerDecks.SaveAsync(ADeck.Version("meanwhile"));
        await Store.HoldAsync(Import);
        Assert.Equal(new DeckSaving.Overtaken(1), await Store.FinishImportAsync(Id, ADeck.Version(), ADeck.Actor()));
        Assert.False((await ImportAsync())!.IsConfirmed);
    }

    [Fact]
    public async Task AfterAnHourNothingWaitsAnyMore()
    {
        await Store.HoldAsync(Import);
        await Store.HoldAsync(Card);
        Assert.NotNull(await ImportAsync(TimeSpan.FromMinutes(59)));
        Assert.Null(await ImportAsync(TimeSpan.FromMinutes(60)));
        Assert.Null(await Store.CardAsync(Id, ADeck.Morning + TimeSpan.FromMinutes(60), DatabaseFile.Cancellation));
        Assert.IsType<DeckSaving.Gone>(await Store.FinishImportAsync(Id, ADeck.Version(), ADeck.Actor(TimeSpan.FromMinutes(60))));
        await storage.ServerDecks.PurgeAsync(ADeck.Morning + TimeSpan.FromMinutes(60));
        Assert.Equal(0, file.Number("SELECT (SELECT count(*) FROM waiting_imports) + (SELECT count(*) FROM waiting_cards)"));
    }

    [Fact]
    public async Task ACancelledImportIsGone()
    {
        await Store.HoldAsync(Import);
        await Store.DropImportAsync(Id);
        Assert.Null(await ImportAsync());
        Assert.IsType<DeckSaving.Gone>(await Store.FinishImportAsync(Id, ADeck.Version(), ADeck.Actor()));
    }

    [Fact]
    public async Task AFormIsForgottenOnceItsCardIsStoredAndNotBefore()
    {
        await storage.ServerDecks.SaveAsync(ADeck.Version());
        await Store.HoldAsync(Card);
        Assert.IsType<DeckSaving.Overtaken>(await Store.FinishCardAsync(Id, ADeck.Version("x", before: 7), ADeck.Actor()));
        Assert.NotNull(await CardAsync(Id));
        Assert.Equal(new DeckSaving.Saved(2), await Store.FinishCardAsync(Id, ADeck.Version("second", before: 1), ADeck.Actor()));
        Assert.Null(await CardAsync(Id));
        Assert.IsType<DeckSaving.Gone>(await Store.FinishCardAsync(Id, ADeck.Version("third", before: 2), ADeck.Actor()));
    }

    [Fact]
    public async Task WhatWasTypedSinceTakesThePlaceOfWhatStoodThere()
    {
        await Store.HoldAsync(Card);
        var typed = Card with { Base = 2, Text = new CardText("F", "T", "P", "") };
        await Store.HoldAsync(typed);
        Assert.Equal(typed, await CardAsync(Id));
    }

    [Fact]
    public async Task AServerCannotFillTheDatabaseWithWhatItNeverFinishes()
    {
        for (ulong id = 1; id <= ServerDeckLimits.Waiting + 5; id++)
        {
            await Store.HoldAsync(Import with { Id = new WaitingId(id), By = ADeck.Actor(TimeSpan.FromSeconds(id)) });
            await Store.HoldAsync(Card with { Id = new WaitingId(id), By = ADeck.Actor(TimeSpan.FromSeconds(id)) });
        }

        Assert.Equal(ServerDeckLimits.Waiting, file.Number("SELECT count(*) FROM waiting_imports"));
        Assert.Equal(6, file.Number("SELECT min(id) FROM waiting_cards"));
    }

    private Task<WaitingImport?> ImportAsync(TimeSpan later = default) =>
        Store.ImportAsync(Id, ADeck.Morning + later, DatabaseFile.Cancellation);

    private Task<WaitingCard?> CardAsync(WaitingId id) => Store.CardAsync(id, ADeck.Morning, DatabaseFile.Cancellation);
}
