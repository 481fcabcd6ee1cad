using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Marking;

/// <summary>Makes the keys of several questions of a deck, reading its names and answers only once.</summary>
public sealed class MarkingKeys(Deck deck)
{
    // Longer points are explained rather than typed word by word.
    private const int MostWordsOfAPoint = 8;

    private readonly DeckWordings wordings = new(deck);

    /// <inheritdoc cref="MarkingKey.Of"/>
    public MarkingKey Of(Question question) => MarkingKeyMaker.Make(question, wordings);

    /// <summary>The key of a card whose back is one short text, such as a date or a name; null for every other card.</summary>
    public MarkingKey? Of(Card card) => card.Points is [{ Points.IsEmpty: true } point]
        && Words.Of(Folding.Fold(point.Text)).Count is > 0 and <= MostWordsOfAPoint
        ? Of(new Question
        {
            Id = new QuestionId($"card:{card.Id}"),
            Kind = QuestionKind.Typed,
            Card = card.Id,
            Points = [point.Id],
            Prompt = card.Front,
            Answer = point.Text,
            Distractors = [],
            Explanation = "",
            Difficulty = 1,
        })
        : null;
}
