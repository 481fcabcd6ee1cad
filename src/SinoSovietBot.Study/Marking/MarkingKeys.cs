using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Marking;

/// <summary>Makes the keys of several questions of a deck, reading its names and answers only once.</summary>
public sealed class MarkingKeys(Deck deck)
{
    private readonly DeckWordings wordings = new(deck);

    /// <inheritdoc cref="MarkingKey.Of"/>
    public MarkingKey Of(Question question) => MarkingKeyMaker.Make(question, wordings);
}
