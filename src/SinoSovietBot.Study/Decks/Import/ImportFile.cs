using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>One file as it came.</summary>
/// <param name="Name">For messages, and its ending for guessing the format.</param>
/// <param name="Content">The bytes.</param>
public sealed record ImportFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>The forms that <see cref="DeckImport"/> reads.</summary>
public enum ImportFormat
{
    /// <summary>The format of deck files: YAML.</summary>
    Native,

    /// <summary>A table: our own columns, or front, back and perhaps topic.</summary>
    Csv,

    /// <summary>The text that Anki exports and imports.</summary>
    AnkiText,

    /// <summary>An <c>.apkg</c> or <c>.colpkg</c> file.</summary>
    AnkiPackage,

    /// <summary>What Quizlet's export shows to be copied: a term, a tab or a dash, a definition.</summary>
    Quizlet,
}

/// <summary>What an import is to become.</summary>
/// <param name="Id">The deck's id where the file has none; null to make one of the title.</param>
/// <param name="Title">The deck's title where the file has none; null to take the name of the file.</param>
/// <param name="Existing">The deck it updates or replaces: the ids of cards that are in both are kept. Null for a new deck.</param>
/// <param name="Format">The format, where somebody has said so; null to guess it.</param>
public sealed record ImportTarget(string? Id, string? Title, Deck? Existing, ImportFormat? Format = null);

/// <summary>What came of reading an import.</summary>
/// <param name="Format">What the file was taken for.</param>
/// <param name="Deck">All that is good, as a deck that <see cref="DeckReader"/> would take; null when nothing can be used.</param>
/// <param name="Rejected">What is not in the deck, and why; in the order of the file.</param>
/// <param name="Notes">What was changed or left out on the way, a sentence each.</param>
public sealed record ImportReading(ImportFormat Format, Deck? Deck, ImmutableArray<DeckProblem> Rejected, ImmutableArray<string> Notes);
