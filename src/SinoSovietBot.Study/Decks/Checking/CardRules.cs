using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>Cards and points tell themselves apart.</summary>
internal static class CardRules
{
    public static IEnumerable<DeckFinding> Find(CheckedDeck deck) => [.. RepeatedFronts(deck), .. EqualPoints(deck)];

    private static IEnumerable<DeckFinding> RepeatedFronts(CheckedDeck deck) =>
        from same in deck.Deck.Cards.GroupBy(card => Key(card.Front), StringComparer.Ordinal)
        from later in same.Skip(1)
        select DeckFinding.InCards(DeckTrap.RepeatedFront, CheckMessages.RepeatedFront(later.Id, same.First().Id, later.Front));

    private static IEnumerable<DeckFinding> EqualPoints(CheckedDeck deck) =>
        from same in deck.Deck.Cards.SelectMany(card => card.AllPoints).GroupBy(point => Key(point.Text), StringComparer.Ordinal)
        from later in same.Skip(1)
        let first = same.First()
        where deck.Cluster(first.Id, later.Id) is not { AreSame: true }
        select DeckFinding.InCards(DeckTrap.EqualPoints, CheckMessages.EqualPoints(later.Id, first.Id));

    private static string Key(string text) => string.Join(' ', OptionWords.Of(text));
}
