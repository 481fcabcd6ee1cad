using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Quiz;

/// <summary>
/// A question as one quiz asks it: the wording, the order of the options and the key to what is typed are fixed when the quiz is opened and kept
/// with it, so that neither an edit of the deck nor a restart can change what an answer meant.
/// </summary>
public sealed record AskedQuestion
{
    public required QuestionId Id { get; init; }

    public required CardId Card { get; init; }

    public required string Topic { get; init; }

    public required string Prompt { get; init; }

    /// <summary>Two to four, in the order of the buttons A to D; none where the answer has to be typed.</summary>
    public required ImmutableArray<string> Options { get; init; }

    /// <summary>The index of the right option; 0 without options.</summary>
    public required int Right { get; init; }

    /// <summary>By what typed answers are marked; null where there are options.</summary>
    public MarkingKey? Key { get; init; }

    public required string Explanation { get; init; }

    /// <summary>What the deck's source has wrong about the points asked; shown with the explanation.</summary>
    public ImmutableArray<string> Corrections { get; init; } = [];

    /// <summary>The bag of the server's questions from which it comes, from 1; see <see cref="ClassHistory"/>.</summary>
    public int Bag { get; init; } = 1;

    /// <summary>How long the round stays open.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>A question as it is asked with its options in an order.</summary>
    /// <param name="question">The question.</param>
    /// <param name="card">Its card.</param>
    /// <param name="order">Of its options.</param>
    /// <param name="keys">Makes the key where the answer has to be typed.</param>
    public static AskedQuestion Of(Question question, Card card, OptionOrder order, MarkingKeys keys) => new()
    {
        Id = question.Id,
        Card = card.Id,
        Topic = card.Topic,
        Prompt = order.Shown.IsEmpty
            ? question.Prompt
            : $"{question.Prompt}\n{string.Join('\n', order.Shown.Select((item, index) => $"{index + 1}. {item}"))}",
        Options = order.Options,
        Right = order.RightIndex,
        Key = question.HasOptions ? null : keys.Of(question),
        Explanation = question.Explanation,
        Corrections = [.. card.AllPoints.Where(point => question.Points.Contains(point.Id)).Select(point => point.Correction).OfType<string>()],
        Time = RoundTime.For(question),
    };

    /// <summary>Whether an answer earns the point.</summary>
    public bool IsRight(GivenAnswer answer) => answer.Typed is { } typed ? typed.Verdict == Verdict.Right : answer.Option == Right;
}
