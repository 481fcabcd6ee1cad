using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks;

/// <summary>One file of a deck.</summary>
/// <param name="Name">As messages call it, such as <c>decks/sino-soviet-relations/deck.yaml</c>.</param>
/// <param name="Content">The bytes, at most <see cref="DeckLimits.FileBytes"/>; UTF-8 with or without a byte order mark.</param>
public sealed record DeckFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>What came of reading a deck.</summary>
/// <param name="Deck">The deck, or null when any problem is an error.</param>
/// <param name="Problems">In the order of files, lines and columns.</param>
public sealed record DeckReading(Deck? Deck, ImmutableArray<DeckProblem> Problems)
{
    /// <summary>Where each question of the deck begins; empty where there is no deck.</summary>
    public ImmutableDictionary<QuestionId, Place> QuestionPlaces { get; init; } = ImmutableDictionary<QuestionId, Place>.Empty;
}

/// <summary>One fault of a deck.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Severity">Errors keep a deck from being used; warnings do not.</param>
/// <param name="Message">A sentence that names the thing, the rule and what to do.</param>
public sealed record DeckProblem(string File, int Line, int Column, ProblemSeverity Severity, string Message)
{
    /// <summary>The form that editors and terminals make clickable: <c>file:line:column: error: message</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {(Severity == ProblemSeverity.Error ? "error" : "warning")}: {Message}";
}

/// <summary>How bad a problem is.</summary>
public enum ProblemSeverity
{
    Warning,
    Error,
}
