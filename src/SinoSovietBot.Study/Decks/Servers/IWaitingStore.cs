namespace SinoSovietBot.Study.Decks.Servers;

/// <summary>
/// Keeps what a teacher has begun and not finished: imports that were shown and wait for Confirm, and cards in forms. So a restart loses nothing of
/// it. Thread-safe; each expires <see cref="ServerDeckLimits.UntilExpired"/> after it was made.
/// </summary>
public interface IWaitingStore
{
    /// <summary>Keeps an import.</summary>
    Task HoldAsync(WaitingImport import);

    /// <summary>An import that has not expired, or null; one that was confirmed is still there.</summary>
    Task<WaitingImport?> ImportAsync(WaitingId id, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// Stores what an import makes of the deck, once, if the deck is still at the revision that <paramref name="version"/> was made from.
    /// </summary>
    Task<DeckSaving> FinishImportAsync(WaitingId id, NewDeckVersion version, DeckActor actor);

    /// <summary>Forgets an import.</summary>
    Task DropImportAsync(WaitingId id);

    /// <summary>Keeps a form, or what has been typed into it since.</summary>
    Task HoldAsync(WaitingCard card);

    /// <summary>A form that has not expired, or null.</summary>
    Task<WaitingCard?> CardAsync(WaitingId id, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Stores what a form makes of the deck, and forgets the form, together or not at all.</summary>
    Task<DeckSaving> FinishCardAsync(WaitingId id, NewDeckVersion version, DeckActor actor);
}

/// <summary>The id of something that waits: that of the interaction that began it.</summary>
public readonly record struct WaitingId(ulong Value);

/// <summary>An import that was shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="By">Who began it, and when.</param>
/// <param name="Deck">Which deck it is for; it has a server.</param>
/// <param name="Base">The revision that the deck had when the import was shown; 0 for a new deck.</param>
/// <param name="Mode">What becomes of what the import does not hold.</param>
/// <param name="Yaml">All of the import that is good, in the native format; empty once it was confirmed.</param>
/// <param name="IsConfirmed">Whether it was confirmed already.</param>
public sealed record WaitingImport(
    WaitingId Id, DeckActor By, DeckAddress Deck, int Base, ImportMode Mode, string Yaml, bool IsConfirmed = false);

/// <summary>What becomes of what an import does not hold.</summary>
public enum ImportMode
{
    /// <summary>It stays.</summary>
    Update,

    /// <summary>It goes.</summary>
    Replace,
}

/// <summary>A card in a form.</summary>
/// <param name="Id">Its id.</param>
/// <param name="By">Who began it, and when.</param>
/// <param name="Deck">Of which deck; it has a server.</param>
/// <param name="Base">The revision that the form shows.</param>
/// <param name="Card">Which card; null for a new one.</param>
/// <param name="Text">What stands in the form.</param>
public sealed record WaitingCard(WaitingId Id, DeckActor By, DeckAddress Deck, int Base, CardId? Card, CardText Text);

/// <summary>A card as it is typed.</summary>
/// <param name="Front">The heading.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Points">A line a point; each two spaces (or a tab) at its beginning make it a point under the one above.</param>
/// <param name="Notes">Notes, parted by empty lines; may be empty.</param>
public sealed record CardText(string Front, string Topic, string Points, string Notes);
