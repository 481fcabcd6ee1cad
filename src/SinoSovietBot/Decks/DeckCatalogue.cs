using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Decks;

/// <summary>
/// What can be used where somebody is: the bot's own decks everywhere, and in a server those that it has brought, which nobody else sees. Where both
/// have an id, the server means its own. Thread-safe.
/// </summary>
internal sealed class DeckCatalogue(DeckLibrary library, IServerDeckStore store, ServerDeckCache cache, ILogger<DeckCatalogue> logger)
{
    /// <summary>The bot's own decks, which every server sees.</summary>
    public DeckLibrary Library => library;

    /// <summary>All decks, in the order of their titles.</summary>
    /// <param name="guild">Where; null is a direct message, where only the bot's own are.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ImmutableArray<DeckListing>> ListAsync(Snowflake? guild, CancellationToken cancellation)
    {
        var brought = (await BroughtAsync(guild, cancellation)).Where(deck => deck.RemovedAt is null).ToDictionary(deck => deck.Id, Listing);
        var own = library.Decks.Where(deck => !brought.ContainsKey(deck.Id)).Select(deck => new DeckListing(deck.Id, deck.Title, deck.Subject));
        return [.. brought.Values.Concat(own).OrderBy(deck => deck.Title, StringComparer.CurrentCultureIgnoreCase).ThenBy(deck => deck.Id)];
    }

    /// <summary>Decks whose title, id or subject holds what was typed; all for an empty text.</summary>
    public async Task<ImmutableArray<DeckListing>> SearchAsync(Snowflake? guild, string typed, CancellationToken cancellation) =>
        [.. (await ListAsync(guild, cancellation)).Where(deck => deck.Holds(typed.Trim()))];

    /// <summary>
    /// The deck a person means: by id, else by title, case aside; null without a match. What autocomplete fills in is the id, but a person may type on.
    /// </summary>
    public async Task<KnownDeck?> FindAsync(Snowflake? guild, string typed, CancellationToken cancellation)
    {
        string wanted = typed.Trim();
        var brought = (await BroughtAsync(guild, cancellation)).Where(deck => deck.RemovedAt is null).ToList();
        if (brought.Find(deck => deck.Id.Value == wanted) is { } exact)
            return await ReadAsync(exact, cancellation);
        if (library.Find(new DeckId(wanted)) is { } own)
            return Known(own);
        if (brought.Find(deck => Listing(deck).IsCalled(wanted)) is { } meant)
            return await ReadAsync(meant, cancellation);
        return library.Find(wanted) is { } found ? Known(found) : null;
    }

    /// <summary>One of all decks; null where it is not here any more. Whether the person may see it is the caller's to know.</summary>
    public async Task<KnownDeck?> FindAsync(DeckAddress address, CancellationToken cancellation)
    {
        if (address.Server is not { } server)
            return library.Find(address.Deck) is { } own ? Known(own) : null;
        var brought = await store.ListAsync(server, cancellation);
        return brought.FirstOrDefault(deck => deck.Id == address.Deck && deck.RemovedAt is null) is { } found ? await ReadAsync(found, cancellation) : null;
    }

    /// <summary>
    /// Which deck an id stands for on a server's boards, and its title: of a removed deck too, whose points stay. The title is null when nobody knows
    /// the deck.
    /// </summary>
    public async Task<(DeckAddress Address, string? Title)> NameAsync(Snowflake? guild, DeckId deck, CancellationToken cancellation)
    {
        var brought = (await BroughtAsync(guild, cancellation)).FirstOrDefault(candidate => candidate.Id == deck);
        if (brought is not null && (brought.RemovedAt is null || library.Find(deck) is null))
            return (new DeckAddress(deck, brought.Server), brought.Title);
        return (deck, library.Find(deck)?.Title);
    }

    private Task<ImmutableArray<ServerDeck>> BroughtAsync(Snowflake? guild, CancellationToken cancellation) => guild is { } server
        ? store.ListAsync(new ServerId(server.Value), cancellation)
        : Task.FromResult(ImmutableArray<ServerDeck>.Empty);

    private async Task<KnownDeck?> ReadAsync(ServerDeck wanted, CancellationToken cancellation)
    {
        var address = new DeckAddress(wanted.Id, wanted.Server);
        if (cache.Find(wanted) is { } held)
            return new KnownDeck(address, held, wanted.ChangedAt, wanted);
        if (await store.ReadAsync(wanted.Server, wanted.Id, cancellation) is not { } version)
            return null;
        var reading = Read(version);
        if (reading.Deck is not { } deck)
        {
            // It was good when it was stored, so the rules have changed since: the teacher finds out by /deck-admin check.
            Log.ServerDeckUnreadable(logger, address.ToString(), reading.Problems[0].ToString());
            return null;
        }

        cache.Put(version.Deck, deck);
        return new KnownDeck(address, deck, version.Deck.ChangedAt, version.Deck);
    }

    /// <summary>Reads the text of a server's deck.</summary>
    public static DeckReading Read(ServerDeckVersion version) => Read(version.Deck.Id, version.Yaml);

    /// <inheritdoc cref="Read(ServerDeckVersion)"/>
    public static DeckReading Read(DeckId deck, string yaml) => DeckReader.Read([new DeckFile($"{deck}.yaml", Encoding.UTF8.GetBytes(yaml))]);

    private KnownDeck Known(Deck deck) => new(deck.Id, deck, library.ChangedAt(deck.Id));

    private static DeckListing Listing(ServerDeck deck) => new(new DeckAddress(deck.Id, deck.Server), deck.Title, deck.Subject);
}
