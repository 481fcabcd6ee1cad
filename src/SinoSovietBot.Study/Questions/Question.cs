using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions;

/// <summary>Something asked about a card. Written by hand; checked by <see cref="DeckReader"/>.</summary>
public sealed record Question
{
    public required QuestionId Id { get; init; }

    public required QuestionKind Kind { get; init; }

    public required CardId Card { get; init; }

    /// <summary>The points tested; never empty.</summary>
    public required ImmutableArray<PointId> Points { get; init; }

    /// <summary>For true/false, the statement to be judged.</summary>
    public required string Prompt { get; init; }

    /// <summary>The right option.</summary>
    public required string Answer { get; init; }

    /// <summary>The wrong options: one to three, each false for a reason.</summary>
    public required ImmutableArray<Distractor> Distractors { get; init; }

    /// <summary>Teaches why the answer is right.</summary>
    public required string Explanation { get; init; }

    /// <summary>1 (easy) to 3 (hard).</summary>
    public required int Difficulty { get; init; }

    /// <summary>Questions that give this one away, or that it gives away: never in the same quiz.</summary>
    public ImmutableArray<QuestionId> Enemies { get; init; } = [];
}

/// <summary>A wrong option.</summary>
/// <param name="Text">What members see.</param>
/// <param name="Why">Why it is false; for authors and reports.</param>
public sealed record Distractor(string Text, string Why);

/// <summary>The form of a question. In files: <c>choice</c>, <c>true-false</c>.</summary>
public enum QuestionKind
{
    /// <summary>One right option among two to four.</summary>
    Choice,

    /// <summary>A statement; the options are "True" and one to three "False: …" with a correction, of which at most one is right.</summary>
    TrueFalse,
}
