using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision;

/// <summary>Finds the words of what was revised: of cards at once, of questions only where one is asked for, because those may have to be made first.</summary>
internal sealed class ItemWords(DeckItemsCache items, Deck deck)
{
    /// <summary>The front of a card, or the text of a question; null where the deck no longer has it.</summary>
    public string? Of(ItemId id) => id.Question is null
        ? items.Of(deck, RevisionStyle.Cards).CardOf(id)?.Front
        : items.Of(deck, RevisionStyle.Questions).QuestionOf(id)?.Prompt;

    /// <summary>Where it stands in the deck: cards first.</summary>
    public int PlaceOf(ItemId id)
    {
        var all = items.Of(deck, id.Question is null ? RevisionStyle.Cards : RevisionStyle.Questions);
        int place = all.Find(id) is { } item ? all.Items.IndexOf(item) : all.Items.Length;
        return id.Question is null ? place : deck.Cards.Length + place;
    }
}
