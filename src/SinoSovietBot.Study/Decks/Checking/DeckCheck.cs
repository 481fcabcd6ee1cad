using System.Collections.Immutable;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>Judges what a deck asks, beyond whether its form is right. Knows no deck in particular.</summary>
public static class DeckCheck
{
    /// <summary>How the questions of a deck come out as a set.</summary>
    public static DeckMeasures Measure(Deck deck) => new SetMeasures(new CheckedDeck(deck)).All();

    /// <summary>The traps in a deck's cards and questions: those in the cards first, then question by question in the order of the deck.</summary>
    public static ImmutableArray<DeckFinding> Traps(Deck deck)
    {
        var read = new CheckedDeck(deck);
        IEnumerable<DeckFinding> found =
        [
            .. CardRules.Find(read),
            .. deck.Questions.SelectMany(question => FindIn(question, read)),
            .. PairRules.Find(read),
            .. new Clues(read).Find(),
            .. SpellingRules.Find(read),
        ];
        var places = deck.Questions.Select((question, place) => (question.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        return
        [
            .. found
                .OrderBy(finding => finding.Question is { } question ? places[question] : -1)
                .ThenBy(finding => DeckTrap.All.IndexOf(finding.Trap)),
        ];
    }

    private static IEnumerable<DeckFinding> FindIn(Question question, CheckedDeck deck) =>
    [
        .. TruthRules.Find(question, deck),
        .. AnswerRules.Find(question, deck),
        .. HeadingRules.Find(question, deck),
        .. ActorRules.Find(question, deck),
        .. StemRules.Find(question, deck),
        .. LeakRules.Find(question, deck),
        .. CueRules.Find(question, deck),
    ];
}
