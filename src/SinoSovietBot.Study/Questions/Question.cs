using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions;

/// <summary>
/// Something asked about a card: written by hand and checked by <see cref="DeckReader"/>, or made from the card's points by
/// <see cref="Generated.GeneratedQuestions"/>.
/// </summary>
public sealed record Question
{
    /// <summary>Stands once in the prompt of a <see cref="QuestionKind.Gap"/>.</summary>
    public const string Blank = "____";

    public required QuestionId Id { get; init; }

    public required QuestionKind Kind { get; init; }

    public required CardId Card { get; init; }

    /// <summary>The points tested; never empty.</summary>
    public required ImmutableArray<PointId> Points { get; init; }

    /// <summary>For true/false, the statement to be judged.</summary>
    public required string Prompt { get; init; }

    /// <summary>The right option or the expected wording; for orders and lists, the texts of <see cref="Items"/> in one line.</summary>
    public required string Answer { get; init; }

    /// <summary>Of an order, three to six in the right order; of a list, the ideas. Empty for all other kinds.</summary>
    public ImmutableArray<AnswerItem> Items { get; init; } = [];

    /// <summary>Right ideas of a list that are not on the card: they count, too.</summary>
    public ImmutableArray<AnswerItem> Also { get; init; } = [];

    /// <summary>How many ideas a list asks for: 1 to the number of <see cref="Items"/>. 0 for all other kinds.</summary>
    public int Count { get; init; }

    /// <summary>The wrong options, each false for a reason: one to three, or none where the answer is typed, put in order or listed.</summary>
    public required ImmutableArray<Distractor> Distractors { get; init; }

    /// <summary>Other typed answers that are right.</summary>
    public ImmutableArray<string> Accept { get; init; } = [];

    /// <summary>Typed answers that are on the way: the member is asked to be more specific.</summary>
    public ImmutableArray<string> Vague { get; init; } = [];

    /// <summary>Typed answers that are wrong whatever the other rules say.</summary>
    public ImmutableArray<string> Reject { get; init; } = [];

    /// <summary>Teaches why the answer is right.</summary>
    public required string Explanation { get; init; }

    /// <summary>1 (easy) to 3 (hard).</summary>
    public required int Difficulty { get; init; }

    /// <summary>Questions that give this one away, or that it gives away: never in the same quiz.</summary>
    public ImmutableArray<QuestionId> Enemies { get; init; } = [];

    /// <summary>Made by the bot from the points of the deck; nobody has proofread it.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Whether it can be asked with buttons; else the answer has to be typed.</summary>
    public bool HasOptions => QuestionForm.Of(Kind).Distractors == OptionNeed.Needed || !Distractors.IsEmpty || Kind == QuestionKind.Order;
}

/// <summary>A wrong option.</summary>
/// <param name="Text">What members see.</param>
/// <param name="Why">Why it is false; for authors and reports.</param>
/// <param name="Point">The point of the deck that it restates, where it does: a right fact in the wrong place.</param>
public sealed record Distractor(string Text, string Why, PointId? Point = null);
