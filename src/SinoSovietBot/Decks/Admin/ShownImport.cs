using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Decks.Admin;

/// <summary>What an import would do.</summary>
internal sealed record ShownImport
{
    /// <summary>Of the deck as it will be.</summary>
    public required string Title { get; init; }

    public required DeckId Deck { get; init; }

    /// <summary>Whether the server has no such deck yet.</summary>
    public required bool IsNew { get; init; }

    public required ImportMode Mode { get; init; }

    public required DeckChanges Changes { get; init; }

    /// <summary>What came, and as what it was read; null when it is shown a second time.</summary>
    public (string File, ImportFormat Format)? From { get; init; }

    /// <summary>What is not in the deck, and why.</summary>
    public ImmutableArray<DeckProblem> Rejected { get; init; } = [];

    /// <summary>What was changed or left out on the way.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
