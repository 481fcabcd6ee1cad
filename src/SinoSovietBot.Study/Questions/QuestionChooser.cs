using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions;

/// <summary>Chooses the questions of a quiz.</summary>
public static class QuestionChooser
{
    /// <summary>
    /// Questions of a deck that can be asked with buttons, in the order in which to ask them: spread over the cards, the kinds mixed as in the deck, hard and easy
    /// ones mixed, no two that are enemies. Fewer than asked for when the deck (or topic) has no more that go together.
    /// </summary>
    /// <param name="deck">Where the questions come from.</param>
    /// <param name="count">How many, from 0.</param>
    /// <param name="random">The same state gives the same choice.</param>
    /// <param name="topic">Only questions about cards of this topic, whatever its letter case; null for all. An unknown topic gives none.</param>
    public static ImmutableArray<Question> Choose(Deck deck, int count, Random random, string? topic = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var candidates = Candidates(deck, topic);
        var enemies = new EnemyGraph(candidates);
        random.Shuffle(candidates);

        var byCard = ByCard(candidates);
        random.Shuffle(byCard);
        var chosen = Pick(byCard, count, enemies);
        if (chosen.Count < count && chosen.Count < candidates.Length)
        {
            // One question with many enemies may have shut them all out: begin with the peaceable ones.
            var peaceable = Pick(ByCard(candidates.OrderBy(question => enemies.CountOf(question.Id))), count, enemies);
            if (peaceable.Count > chosen.Count)
                chosen = peaceable;
        }

        return QuestionSequence.Arrange(chosen);
    }

    private static Question[] Candidates(Deck deck, string? topic)
    {
        var cards = deck.Cards
            .Where(card => topic is null || string.Equals(card.Topic, topic, StringComparison.OrdinalIgnoreCase))
            .Select(card => card.Id)
            .ToHashSet();
        return [.. deck.Questions.Where(question => question.HasOptions && cards.Contains(question.Card)).DistinctBy(question => question.Id)];
    }

    private static List<Question>[] ByCard(IEnumerable<Question> questions) =>
        [.. questions.GroupBy(question => question.Card).Select(group => group.ToList())];

    // Round robin over the cards.
    private static List<Question> Pick(IEnumerable<List<Question>> byCard, int count, EnemyGraph enemies)
    {
        var cards = byCard.Select(questions => questions.ToList()).ToList();
        var kinds = new KindBalance(cards.SelectMany(questions => questions));
        var chosen = new List<Question>();
        var barred = new HashSet<QuestionId>();
        while (chosen.Count < count && cards.Count > 0)
        {
            foreach (var open in cards)
            {
                open.RemoveAll(question => barred.Contains(question.Id));
                if (chosen.Count == count || open.Count == 0)
                    continue;
                var next = kinds.Rarest(open);
                open.Remove(next);
                chosen.Add(next);
                kinds.Add(next.Kind);
                barred.UnionWith(enemies.Of(next.Id));
            }

            cards.RemoveAll(open => open.Count == 0);
        }

        return chosen;
    }
}
