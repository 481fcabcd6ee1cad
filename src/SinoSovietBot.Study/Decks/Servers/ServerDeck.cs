using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Decks.Servers;

/// <summary>A deck that a server has brought, without its content.</summary>
public sealed record ServerDeck
{
    public required ServerId Server { get; init; }

    public required DeckId Id { get; init; }

    public required string Title { get; init; }

    public required string Subject { get; init; }

    /// <summary>Of the version in use: 1 for the first, and one more for every change, an undo too.</summary>
    public required int Revision { get; init; }

    /// <summary>What made this version.</summary>
    public required DeckChangeKind Kind { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required MemberId ChangedBy { get; init; }

    /// <summary>When it was removed, or null while it is in use.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Bytes of the version in use.</summary>
    public required int Size { get; init; }
}

/// <summary>What made a version of a deck.</summary>
public enum DeckChangeKind
{
    /// <summary>An import.</summary>
    Import,

    /// <summary>A card that was added or edited in a form.</summary>
    Card,

    /// <summary>The taking back of the version before.</summary>
    Undo,
}

/// <summary>A version of a deck, with its content.</summary>
/// <param name="Deck">Its number is in <see cref="ServerDeck.Revision"/>.</param>
/// <param name="Yaml">In the native format, as one file.</param>
public sealed record ServerDeckVersion(ServerDeck Deck, string Yaml);

/// <summary>A new version of a deck, to be stored.</summary>
/// <param name="Address">Of which deck; it has a server.</param>
/// <param name="Base">The revision that it was made from; 0 for a deck that is new.</param>
/// <param name="Title">Of the new version.</param>
/// <param name="Subject">Of the new version.</param>
/// <param name="Yaml">Of the new version.</param>
/// <param name="Kind">What makes it.</param>
public sealed record NewDeckVersion(DeckAddress Address, int Base, string Title, string Subject, string Yaml, DeckChangeKind Kind);

/// <summary>Who does something, and when.</summary>
public readonly record struct DeckActor(MemberId Member, DateTimeOffset At);
