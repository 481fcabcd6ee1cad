using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Decks.Admin;

/// <summary>Finds the decks that a server may change: its own. Thread-safe.</summary>
internal sealed class OwnDecks(DeckCatalogue decks, IServerDeckStore store)
{
    /// <summary>The server of an interaction that has one.</summary>
    public static ServerId ServerOf(Interaction interaction) => new(interaction.Guild!.Value.Value);

    /// <summary>Who acts, and when, on Discord's clock.</summary>
    public static DeckActor ActorOf(Interaction interaction) => new(interaction.Member(), interaction.Id.CreatedAt);

    /// <summary>The server's decks that are in use, or those in the bin.</summary>
    public async Task<ImmutableArray<ServerDeck>> ListAsync(Interaction interaction, bool removed, CancellationToken cancellation) =>
        [.. (await store.ListAsync(ServerOf(interaction), cancellation)).Where(deck => deck.RemovedAt is not null == removed)];

    /// <summary>The deck that a person means.</summary>
    public async Task<OwnDeck> FindAsync(Interaction interaction, string typed, CancellationToken cancellation)
    {
        string wanted = typed.Trim();
        var own = await store.ListAsync(ServerOf(interaction), cancellation);
        bool IsCalled(ServerDeck deck) => new DeckListing(deck.Id, deck.Title, deck.Subject).IsCalled(wanted);
        var found = own.FirstOrDefault(deck => deck.Id.Value == wanted && deck.RemovedAt is null)
            ?? own.FirstOrDefault(deck => deck.RemovedAt is null && IsCalled(deck));
        if (found is not null)
            return await ReadAsync(interaction, found.Id, cancellation);
        if (decks.Library.Find(wanted) is { } bots)
            return new OwnDeck.OneOfTheBots(bots);
        return own.FirstOrDefault(deck => deck.RemovedAt is not null && IsCalled(deck)) is { } removed
            ? new OwnDeck.Removed(removed)
            : new OwnDeck.Unknown([.. own.Where(deck => deck.RemovedAt is null).Select(deck => deck.Title)]);
    }

    /// <summary>The deck of an id, whether in use or not.</summary>
    public async Task<OwnDeck> ReadAsync(Interaction interaction, DeckId deck, CancellationToken cancellation)
    {
        if (await store.ReadAsync(ServerOf(interaction), deck, cancellation) is not { } version)
            return new OwnDeck.Unknown([]);
        return version.Deck.RemovedAt is null
            ? new OwnDeck.Found(version, DeckCatalogue.Read(version))
            : new OwnDeck.Removed(version.Deck);
    }
}

/// <summary>What a name stands for, where only decks of the server may be meant; a closed family.</summary>
internal abstract record OwnDeck
{
    private OwnDeck()
    {
    }

    /// <summary>A deck of the server.</summary>
    /// <param name="Version">As it is stored.</param>
    /// <param name="Reading">What came of reading it.</param>
    public sealed record Found(ServerDeckVersion Version, DeckReading Reading) : OwnDeck
    {
        public DeckAddress Address => new(Version.Deck.Id, Version.Deck.Server);

        public int Revision => Version.Deck.Revision;
    }

    /// <summary>One that the server removed, and may restore.</summary>
    public sealed record Removed(ServerDeck Deck) : OwnDeck;

    /// <summary>One of the bot's own, which no server may change.</summary>
    public sealed record OneOfTheBots(Deck Deck) : OwnDeck;

    /// <summary>Nothing.</summary>
    /// <param name="Titles">Of the server's decks that there are.</param>
    public sealed record Unknown(ImmutableArray<string> Titles) : OwnDeck;
}
