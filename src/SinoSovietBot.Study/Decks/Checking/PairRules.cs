using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>Questions of one quiz do not answer each other: those that do are enemies.</summary>
internal static class PairRules
{
    public static IEnumerable<DeckFinding> Find(CheckedDeck deck) => [.. SamePrompts(deck), .. SameAnswers(deck)];

    private static IEnumerable<DeckFinding> SamePrompts(CheckedDeck deck) =>
        from same in deck.Deck.Questions.GroupBy(question => Key(question.Prompt), StringComparer.Ordinal)
        from later in same.Skip(1)
        where !deck.AreEnemies(same.First(), later)
        select DeckFinding.In(later, DeckTrap.SamePrompt, CheckMessages.SamePrompt(same.First().Id));

    // With one answer the second question is easy for whoever has seen the first.
    private static IEnumerable<DeckFinding> SameAnswers(CheckedDeck deck) =>
        from same in deck.Deck.Questions
            .Where(question => !question.HasOptions && question.Items.IsEmpty)
            .GroupBy(question => (question.Card, Key(question.Answer)))
        from later in same.Skip(1)
        let first = same.First()
        where !deck.AreEnemies(first, later)
        select DeckFinding.In(later, DeckTrap.SameAnswer, CheckMessages.SameAnswer(later.Answer, first.Id));

    private static string Key(string text) => string.Join(' ', OptionWords.Of(text));
}
