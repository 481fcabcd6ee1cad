using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions.Generated;

/// <summary>
/// Makes questions from the points of any deck, for decks without authored ones. They are fair as far as a program can tell: no point of
/// a near-duplicate cluster stands against another of it, nothing rests on a point that must not be asked, years and numbers that stand elsewhere on
/// the card are no wrong options. Whether two cards say the same in different words no program can tell, so authored questions always go first.
/// </summary>
public static class GeneratedQuestions
{
    /// <summary>All that can be made of a deck, in the order of its cards. The same deck always gives the same questions with the same ids.</summary>
    public static ImmutableArray<Question> Of(Deck deck)
    {
        var pool = new PointPool(deck);
        var random = new Random(StableSeed.Of(deck.Id.Value));
        IEnumerable<Question?> made =
        [
            .. pool.Points.Select(point => YearGap.Make(point, random)),
            .. pool.Points.Select(point => NumberGap.Make(point, random)),
            .. pool.Points.Select(ShortAnswer.Make),
            .. pool.Points.Select(point => WhichCard.Make(point, pool, random)),
            .. pool.Points.Select(point => BelongsTo.Make(point, pool, random)),
            .. DateOrder.Make(pool.Points, random),
        ];
        var order = deck.Cards.Select((card, index) => (card.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        return WithEnemies([.. made.OfType<Question>().OrderBy(question => order[question.Card])]);
    }

    /// <summary>Those about points that no authored question tests: what an author has asked is asked well enough.</summary>
    public static ImmutableArray<Question> OfUntestedPoints(Deck deck)
    {
        var tested = deck.Questions.SelectMany(question => question.Points).ToHashSet();
        return [.. Of(deck).Where(question => !question.Points.Any(tested.Contains))];
    }

    // Whatever is asked about a point shows its text at the reveal.
    private static ImmutableArray<Question> WithEnemies(ImmutableArray<Question> questions)
    {
        var byPoint = questions
            .SelectMany(question => question.Points, (question, point) => (question.Id, point))
            .ToLookup(pair => pair.point, pair => pair.Id);
        return
        [
            .. questions.Select(question => question with
            {
                Enemies = [.. question.Points.SelectMany(point => byPoint[point]).Where(id => id != question.Id).Distinct()],
            }),
        ];
    }
}
