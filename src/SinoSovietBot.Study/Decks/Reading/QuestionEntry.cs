using System.Collections.Immutable;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>A question and where its parts stand, for the rules that look at more than one value.</summary>
internal sealed record QuestionEntry
{
    public required Question Question { get; init; }

    /// <summary>False when the kind is missing or unknown.</summary>
    public required bool IsKindKnown { get; init; }

    public required Place At { get; init; }

    public required Place PromptAt { get; init; }

    public required Reference Card { get; init; }

    public required ImmutableArray<Reference> Points { get; init; }

    public required ImmutableArray<Reference> Enemies { get; init; }

    /// <summary>The points that distractors restate.</summary>
    public required ImmutableArray<Reference> DistractorPoints { get; init; }

    /// <summary>The items of an order or a list.</summary>
    public required ImmutableArray<OptionEntry> Items { get; init; }

    /// <summary>The answer first, then the distractors; empty where any of them could not be read or there are too many.</summary>
    public required ImmutableArray<OptionEntry> Options { get; init; }
}
