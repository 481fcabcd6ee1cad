using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions.Generated;

/// <summary>A point, and the fronts of four cards: on which does it stand?</summary>
internal static class WhichCard
{
    public static Question? Make(PoolPoint point, PointPool pool, Random random)
    {
        var card = point.Card;
        var prompt = ShortAnswer.Is(point)
            ? $"To which of these is “{point.Point.Text}” the answer?"
            : $"On which card does this stand? “{point.Point.Text}”";
        if (prompt.Length > DeckLimits.PromptLength || card.Front.Length > DeckLimits.OptionLength || point.FrontWords.Overlaps(point.Words))
            return null;

        var others = pool.Others(point, Passes, random);
        if (others.Length < DeckLimits.MaxOptions - 1)
            return null;
        return new Question
        {
            Id = point.QuestionId("card"),
            Kind = QuestionKind.WhichCard,
            Card = card.Id,
            Points = [point.Point.Id],
            Prompt = prompt,
            Answer = card.Front,
            Distractors = [.. others.Select(other => new Distractor(other.Card.Front, $"The deck places it under ‘{card.Front}’."))],
            Explanation = point.Explanation,
            Difficulty = 2,
            IsGenerated = true,
        };

        bool Passes(PoolPoint other) =>
            other.Card.Front.Length <= DeckLimits.OptionLength
            && !other.FrontWords.SetEquals(point.FrontWords)
            && !other.FrontWords.Overlaps(point.Words)
            && !pool.MightStandOn(point, other.Card);
    }
}
