using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Turns the notes of an Anki text or package into cards: those that we exported as they were, all others as well as may be.</summary>
internal sealed class AnkiNotes(ImportTarget target, ImportReport report)
{
    private readonly ImmutableArray<CardSketch>.Builder cards = ImmutableArray.CreateBuilder<CardSketch>();
    private readonly NoteConverter converter = new(report);
    private readonly OwnAnkiNotes own = new(target, report);

    public static CardFile Read(AnkiPackage package, ImportTarget target, ImportReport report)
    {
        var notes = new AnkiNotes(target, report);
        for (var index = 0; index < package.Notes.Length; index++)
            notes.Add(new Place(report.FileName, index + 1, 1), package.Notes[index], isHtml: true);
        var decks = package.Notes.Select(note => note.Deck?.Split("::")[0]).Distinct().ToList();
        return notes.File(decks is [var only] ? only : null);
    }

    public void Add(Place at, AnkiNote note, bool isHtml)
    {
        if (isHtml && AnkiGuid.Parse(note.Key) is { } guid)
            own.Read(at, guid, note, cards);
        else if (converter.Convert(at, note, isHtml) is { } card)
            cards.Add(card);
    }

    /// <param name="deckName">As Anki has it; levels are parted by <c>::</c>.</param>
    public CardFile File(string? deckName) =>
        new(cards.ToImmutable(), own.Questions, own.DeckId, own.DeckId is null ? deckName?.Split("::")[^1] : deckName);
}
