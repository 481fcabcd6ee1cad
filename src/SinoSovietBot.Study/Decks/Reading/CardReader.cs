using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Reads cards and their points into a draft.</summary>
internal sealed class CardReader(DeckDraft draft)
{
    private static readonly ImmutableArray<string> CardKeys = ["id", "topic", "front", "note", "notes", "points"];
    private static readonly ImmutableArray<string> PointKeys = ["id", "text", "source", "correction", "ask", "date", "points"];

    private string cardId = "";
    private int pointsOfCard;

    public void Read(YamlNode node)
    {
        if (MapReader.Open(node, "card", CardKeys, draft) is not { } map)
            return;

        cardId = map.Id(draft.CardIds);
        pointsOfCard = 0;
        var card = new Card
        {
            Id = new CardId(cardId),
            Topic = map.Line("topic", DeckLimits.TopicLength),
            Front = map.Line("front", DeckLimits.FrontLength),
            Notes = ReadNotes(map),
            Points = ReadPoints(map.List("points", isRequired: true), depth: 1),
        };
        if (pointsOfCard > DeckLimits.PointsOfCard)
            draft.Problems.Error(map.At, DeckMessages.TooManyPoints(map.Subject, pointsOfCard));

        draft.Cards.Add(card);
        if (draft.Cards.Count == DeckLimits.Cards + 1)
            draft.Problems.Error(map.At, DeckMessages.TooManyCards);
    }

    private ImmutableArray<string> ReadNotes(MapReader map)
    {
        if (!map.Has("note"))
            return map.Texts("notes", DeckLimits.Notes, DeckLimits.NoteLength);
        if (map.Has("notes"))
            draft.Problems.Error(map.PlaceOf("notes"), DeckMessages.NoteAndNotes(map.Subject));
        return map.OptionalText("note", DeckLimits.NoteLength) is { } note ? [note] : [];
    }

    private ImmutableArray<Point> ReadPoints(ImmutableArray<YamlNode> nodes, int depth) =>
        [.. nodes.Select(node => ReadPoint(node, depth)).OfType<Point>()];

    private Point? ReadPoint(YamlNode node, int depth)
    {
        if (MapReader.Open(node, "point", PointKeys, draft) is not { } map)
            return null;

        pointsOfCard++;
        if (depth == DeckLimits.PointDepth + 1)
            draft.Problems.Error(map.At, DeckMessages.PointsTooDeep(map.Subject));

        var id = map.Id(draft.PointIds);
        var text = map.Text("text", DeckLimits.PointTextLength);
        var source = map.OptionalText("source", DeckLimits.SourceTextLength);
        var correction = map.OptionalText("correction", DeckLimits.CorrectionLength);
        var ask = map.Word("ask", DeckWords.AskPolicies, AskPolicy.Ask, isRequired: false, out _);
        if (ask == AskPolicy.AskCorrected && !map.Has("correction"))
            draft.Problems.Error(map.PlaceOf("ask"), DeckMessages.CorrectedWithoutCorrection(map.Subject));
        if (id.Length > 0)
            draft.Points.TryAdd(id, new PointEntry(cardId, ask));

        return new Point
        {
            Id = new PointId(id),
            Text = text,
            SourceText = string.Equals(source, text, StringComparison.Ordinal) ? null : source,
            Correction = correction,
            Ask = ask,
            Date = ReadDate(map),
            Points = ReadPoints(map.List("points", isRequired: false), depth + 1),
        };
    }

    private HistoricalDate? ReadDate(MapReader map)
    {
        if (map.OptionalText("date", int.MaxValue) is not { } text)
            return null;
        if (HistoricalDate.TryParse(text, out var date))
            return date;
        draft.Problems.Error(map.PlaceOf("date"), DeckMessages.BadDate(text));
        return null;
    }
}
