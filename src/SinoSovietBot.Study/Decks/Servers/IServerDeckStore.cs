using System.Collections.Immutable;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Decks.Servers;

/// <summary>
/// Keeps the decks that servers bring. No method sees another server's decks than the one it names. Thread-safe; what is returned of a change is true
/// on disk. What cannot be read or written faults the task.
/// </summary>
public interface IServerDeckStore
{
    /// <summary>The decks of a server, removed ones too, in the order of their ids.</summary>
    Task<ImmutableArray<ServerDeck>> ListAsync(ServerId server, CancellationToken cancellation);

    /// <summary>The version in use, of a removed deck too; null when there is no such deck.</summary>
    Task<ServerDeckVersion?> ReadAsync(ServerId server, DeckId deck, CancellationToken cancellation);

    /// <summary>The version before the one in use, or null when none is kept.</summary>
    Task<ServerDeckVersion?> ReadEarlierAsync(ServerId server, DeckId deck, CancellationToken cancellation);

    /// <summary>Stores a new version, unless the deck has changed since <see cref="NewDeckVersion.Base"/>.</summary>
    Task<DeckSaving> SaveAsync(NewDeckVersion version, DeckActor actor);

    /// <summary>Takes a deck out of use; it can be restored for <see cref="ServerDeckLimits.UntilPurged"/>.</summary>
    Task<DeckSaving> RemoveAsync(ServerId server, DeckId deck, DeckActor actor);

    /// <summary>Brings a removed deck back.</summary>
    Task<DeckSaving> RestoreAsync(ServerId server, DeckId deck, DeckActor actor);

    /// <summary>Deletes what nobody can come back to: removed decks whose time is over, and imports and forms that have expired.</summary>
    /// <returns>How many decks were deleted.</returns>
    Task<int> PurgeAsync(DateTimeOffset now);
}
