using System.Collections.Frozen;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Revision.Exchange;

/// <summary>Finds what a note of Anki is in a deck: by the id that an import would give it, else by its front.</summary>
internal sealed class AnkiMatching
{
    private readonly Deck deck;
    private readonly FrozenDictionary<string, Card> byId;
    private readonly FrozenDictionary<string, Card> byFront;
    private readonly FrozenSet<string> questions;
    private readonly NoteConverter converter = new(new ImportReport(""));

    public AnkiMatching(Deck deck)
    {
        this.deck = deck;
        byId = deck.Cards.ToFrozenDictionary(card => card.Id.Value, StringComparer.Ordinal);
        byFront = deck.Cards.DistinctBy(card => CardIdGiver.FrontKey(card.Front)).ToFrozenDictionary(card => CardIdGiver.FrontKey(card.Front));
        questions = deck.Questions.Select(question => question.Id.Value).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What the note is, and whether its id says so; null where the deck has nothing like it.</summary>
    public (ItemId Item, bool IsById)? Find(AnkiNote note)
    {
        if (AnkiGuid.Parse(note.Key) is { } own)
            return OfOwn(own, note);
        if (byId.TryGetValue(ImportIds.WithHash(note.Key), out var card))
            return (ItemId.Of(card.Id), true);
        // It is only to find a front: what the conversion reports is nobody's concern.
        return converter.Convert(new Place("", 1, 1), note, isHtml: true) is { } sketch ? ByFront(sketch.Front) : null;
    }

    private (ItemId Item, bool IsById)? OfOwn(AnkiGuid guid, AnkiNote note)
    {
        bool isHere = string.Equals(guid.Deck, deck.Id.Value, StringComparison.Ordinal);
        if (guid.IsQuestion)
            return isHere && questions.Contains(guid.Id) ? (ItemId.Of(new QuestionId(guid.Id)), true) : null;
        string front = note.Fields.IsEmpty ? "" : string.Join(' ', HtmlOutline.OfHtml(note.Fields[0]).Lines.Select(line => line.Text));
        // A deck that was imported under another name has cards of the same ids; so may a deck that has nothing to do with it.
        bool isCard = byId.TryGetValue(guid.Id, out var card) && (isHere || CardIdGiver.FrontKey(card.Front) == CardIdGiver.FrontKey(front));
        return isCard ? (ItemId.Of(card!.Id), true) : ByFront(front);
    }

    private (ItemId Item, bool IsById)? ByFront(string front) =>
        byFront.TryGetValue(CardIdGiver.FrontKey(front), out var card) ? (ItemId.Of(card.Id), false) : null;
}
