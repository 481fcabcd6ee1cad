using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions.Generated;

namespace SinoSovietBot.Study.Questions;

/// <summary>Chooses the questions of a quiz.</summary>
public static class QuestionChooser
{
    // How much more often a point that a class gets wrong comes before one it knows.
    private const double WeaknessPower = 1.5;

    /// <summary>
    /// Questions of a deck, in the order in which to ask them: spread over the cards, the kinds mixed as in the deck (see <see cref="KindBalance"/>),
    /// hard and easy ones mixed, no two that are enemies; first what the server has not met since its bag was last full, and of that rather what it gets
    /// wrong. Questions made from the points come only where there are too few authored ones. Fewer than asked for when the deck (or topic) has no more
    /// that go together.
    /// </summary>
    /// <param name="deck">Where the questions come from.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="random">The same state gives the same choice.</param>
    public static ImmutableArray<Question> Choose(Deck deck, QuestionRequest request, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Count);
        var authored = Wanted(deck, deck.Questions, request);
        var shuffled = Shuffled(authored, request.History, random);
        var chosen = Pick(shuffled, request);
        if (chosen.Count < request.Count)
            chosen.AddRange(Generated(deck, request, request.Count - chosen.Count, random));
        return QuestionSequence.Arrange(chosen);
    }

    private static Question[] Wanted(Deck deck, IEnumerable<Question> questions, QuestionRequest request)
    {
        var cards = deck.Cards
            .Where(card => request.Topic is null || string.Equals(card.Topic, request.Topic, StringComparison.OrdinalIgnoreCase))
            .Select(card => card.Id)
            .ToHashSet();
        return
        [
            .. questions
                .Where(question => cards.Contains(question.Card))
                .Where(question => question.HasOptions ? request.WithOptions : request.WithTyped)
                .Where(question => request.Kinds.IsEmpty || request.Kinds.Contains(question.Kind))
                .DistinctBy(question => question.Id),
        ];
    }

    private static List<Question> Pick(Question[] shuffled, QuestionRequest request)
    {
        var enemies = new EnemyGraph(shuffled);
        var chosen = PickInTurn(shuffled, request, enemies);
        if (chosen.Count == request.Count || chosen.Count == shuffled.Length)
            return chosen;
        // One question with many enemies may have shut them all out: begin with the peaceable ones.
        var peaceable = PickInTurn([.. shuffled.OrderBy(question => enemies.CountOf(question.Id))], request, enemies);
        return peaceable.Count > chosen.Count ? peaceable : chosen;
    }

    private static List<Question> PickInTurn(Question[] questions, QuestionRequest request, EnemyGraph enemies)
    {
        var picker = new QuestionPicker(request.Count, enemies);
        foreach (var bag in questions.GroupBy(question => request.History.BagOf(question.Id)).OrderBy(bag => bag.Key))
            picker.PickFrom(bag);
        return picker.Chosen;
    }

    private static List<Question> Generated(Deck deck, QuestionRequest request, int count, Random random)
    {
        var made = Shuffled(Wanted(deck, GeneratedQuestions.OfUntestedPoints(deck), request), request.History, random);
        return PickInTurn(made, request with { Count = count }, new EnemyGraph(made));
    }

    // Weighted sampling without replacement (Efraimidis and Spirakis, 2006): the keys u^(1/w) in descending order.
    private static Question[] Shuffled(Question[] questions, ClassHistory history, Random random)
    {
        var weakness = history.Weakness(questions);
        return
        [
            .. questions
                .Select(question => (question, Key: Math.Log(1 - random.NextDouble()) / Weight(question, weakness)))
                .OrderByDescending(pair => pair.Key)
                .Select(pair => pair.question),
        ];
    }

    private static double Weight(Question question, ImmutableDictionary<PointId, double> weakness)
    {
        var weakest = question.Points.Select(point => weakness.GetValueOrDefault(point, ClassHistory.UnknownWeakness))
            .DefaultIfEmpty(ClassHistory.UnknownWeakness).Max();
        return Math.Pow(weakest, WeaknessPower);
    }
}
