using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using SinoSovietBot.Decks;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Tests.Support;

/// <summary>No server has brought a deck.</summary>
internal sealed class NoServerDecks : IServerDeckStore
{
    /// <summary>The bot's own decks alone.</summary>
    public static DeckCatalogue Catalogue(string folder, Journal journal) => new(
        new DeckLibrary(Options.Create(new DecksOptions { Path = folder }), new JournalLogger<DeckLibrary>(journal)),
        new NoServerDecks(),
        new ServerDeckCache(),
        new JournalLogger<DeckCatalogue>(journal));

    public Task<ImmutableArray<ServerDeck>> ListAsync(ServerId server, CancellationToken cancellation) => Task.FromResult<ImmutableArray<ServerDeck>>([]);

    public Task<ServerDeckVersion?> ReadAsync(ServerId server, DeckId deck, CancellationToken cancellation) =>
        Task.FromResult<ServerDeckVersion?>(null);

    public Task<ServerDeckVersion?> ReadEarlierAsync(ServerId server, DeckId deck, CancellationToken cancellation) =>
        Task.FromResult<ServerDeckVersion?>(null);

    public Task<DeckSaving> SaveAsync(NewDeckVersion version, DeckActor actor) => throw new NotSupportedException();

    public Task<DeckSaving> RemoveAsync(ServerId server, DeckId deck, DeckActor actor) => throw new NotSupportedException();

    public Task<DeckSaving> RestoreAsync(ServerId server, DeckId deck, DeckActor actor) => throw new NotSupportedException();

    public Task<int> PurgeAsync(DateTimeOffset now) => throw new NotSupportedException();
}
