using SinoSovietBot.Study.Decks.Reading;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>Where the deck places something has to be one place only among those on offer.</summary>
internal static class HeadingRules
{
    // What a near-duplicate has in common with the prompt, so that it is the thing asked about and not only its theme.
    private const int SharedWords = 2;

    public static IEnumerable<DeckFinding> Find(Question question, CheckedDeck deck)
    {
        if (question.Kind != QuestionKind.WhichCard)
            yield break;
        foreach (var distractor in question.Distractors)
        {
            var cards = CardsUnder(distractor.Text, deck);
            if (cards.Any(card => card.Id == question.Card))
            {
                yield return DeckFinding.In(question, DeckTrap.TwoHeadings, CheckMessages.OwnHeading(distractor.Text));
                continue;
            }

            var asked = deck.Words.ContentWords(question.Prompt);
            var shared =
                from card in cards
                from point in card.AllPoints
                from tested in question.Points
                let cluster = deck.Cluster(point.Id, tested)
                where cluster is not null && deck.Words.ContentWords(point.Text).Intersect(asked).Count(IsWord) >= SharedWords
                select (point, cluster);
            if (shared.Select(pair => ((Point, PointCluster)?)pair).FirstOrDefault() is var (near, common))
                yield return DeckFinding.In(question, DeckTrap.TwoHeadings, CheckMessages.SharedHeading(distractor.Text, near.Id, common));
        }
    }

    private static bool IsWord(string word) => !char.IsDigit(word[0]);

    // An option names a heading or a part of it.
    private static List<Card> CardsUnder(string option, CheckedDeck deck)
    {
        var words = OptionWords.Of(option);
        return [.. deck.Deck.Cards.Where(card => OptionWords.Contain(OptionWords.Of(card.Front), words))];
    }
}
