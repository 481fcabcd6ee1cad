using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions.Generated;

/// <summary>The front of a card, and points of four cards: which belongs to it?</summary>
internal static class BelongsTo
{
    private const double ShortestShare = 0.6;
    private const double LongestShare = 1.5;

    public static Question? Make(PoolPoint point, PointPool pool, Random random)
    {
        var card = point.Card;
        var prompt = ShortAnswer.Is(point)
            ? $"Which of these is the answer to “{card.Front}”?"
            : $"Which of these stands on the card “{card.Front}”?";
        if (point.Point.Text.Length > DeckLimits.OptionLength || prompt.Length > DeckLimits.PromptLength || point.FrontWords.Overlaps(point.Words))
            return null;

        var others = pool.Others(point, Passes, random);
        if (others.Length < DeckLimits.MaxOptions - 1)
            return null;
        return new Question
        {
            Id = point.QuestionId("choice"),
            Kind = QuestionKind.Choice,
            Card = card.Id,
            Points = [point.Point.Id],
            Prompt = prompt,
            Answer = point.Point.Text,
            Distractors = [.. others.Select(other => new Distractor(other.Point.Text, $"It stands on ‘{other.Card.Front}’.", other.Point.Id))],
            Explanation = point.Explanation,
            Difficulty = 1,
            IsGenerated = true,
        };

        bool Passes(PoolPoint other) =>
            other.Point.Text.Length <= DeckLimits.OptionLength
            && other.Point.Text.Length >= point.Point.Text.Length * ShortestShare
            && other.Point.Text.Length <= point.Point.Text.Length * LongestShare
            && !point.FrontWords.Overlaps(other.Words)
            && !pool.MightStandOn(other, card);
    }
}
