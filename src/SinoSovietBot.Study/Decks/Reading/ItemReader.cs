using System.Collections.Immutable;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Reads answers that are lists: events in order, and ideas to name.</summary>
internal sealed class ItemReader(DeckDraft draft)
{
    private static readonly ImmutableArray<string> Keys = ["text", "accept"];

    /// <summary>The items, and their texts in one line.</summary>
    public (string Answer, ImmutableArray<(AnswerItem Value, Place At)> Items) ReadAnswer(MapReader map, QuestionKind kind)
    {
        var (min, max, parting) = kind == QuestionKind.Order
            ? (DeckLimits.MinOrderItems, DeckLimits.MaxOrderItems, " → ")
            : (DeckLimits.MinListItems, DeckLimits.MaxListItems, "; ");
        var nodes = map.List("answer", isRequired: true);
        if (nodes.Length > max)
            draft.Problems.Error(map.PlaceOf("answer"), DeckMessages.TooManyItems(map.Subject, "answer", nodes.Length, max));
        else if (nodes.Length > 0 && nodes.Length < min)
            draft.Problems.Error(map.PlaceOf("answer"), DeckMessages.TooFewItems(map.Subject, "answer", nodes.Length, min));

        var items = nodes.Select(node => Read(map, "answer", node)).OfType<(AnswerItem Value, Place At)>().ToImmutableArray();
        return (string.Join(parting, items.Select(item => item.Value.Text)), items);
    }

    /// <summary>Right ideas that are not on the card.</summary>
    public ImmutableArray<AnswerItem> ReadAlso(MapReader map)
    {
        var nodes = map.List("also", isRequired: false);
        if (nodes.Length > DeckLimits.MaxListItems)
            draft.Problems.Error(map.PlaceOf("also"), DeckMessages.TooManyItems(map.Subject, "also", nodes.Length, DeckLimits.MaxListItems));
        return [.. nodes.Select(node => Read(map, "also", node)?.Item1).OfType<AnswerItem>()];
    }

    private (AnswerItem, Place)? Read(MapReader question, string key, YamlNode node)
    {
        if (node is not YamlMap)
            return question.LineOf(node, key, DeckLimits.OptionLength) is { } line ? (new AnswerItem(line, []), node.At) : null;
        if (MapReader.Open(node, "item", Keys, draft) is not { } map)
            return null;
        var text = map.Line("text", DeckLimits.OptionLength);
        return (new AnswerItem(text, map.Lines("accept", DeckLimits.Wordings, DeckLimits.OptionLength)), map.PlaceOf("text"));
    }
}
