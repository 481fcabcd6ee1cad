using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Reads the names of a deck: each spelling belongs to one name only.</summary>
internal sealed class NameReader(DeckDraft draft)
{
    private const int FirstYear = 1;
    private const int LastYear = 9999;

    private static readonly ImmutableArray<string> Keys = ["name", "also", "from", "to"];

    public ImmutableArray<DeckName> Read(MapReader header)
    {
        var nodes = header.List("names", isRequired: false);
        if (nodes.Length > DeckLimits.Names)
            draft.Problems.Error(header.PlaceOf("names"), DeckMessages.TooManyItems(header.Subject, "names", nodes.Length, DeckLimits.Names));

        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. nodes.Select(node => ReadName(node, owners)).OfType<DeckName>()];
    }

    private DeckName? ReadName(YamlNode node, Dictionary<string, string> owners)
    {
        if (MapReader.Open(node, "name", Keys, draft) is not { } map)
            return null;
        var name = new DeckName(
            map.Line("name", DeckLimits.NameLength),
            map.Lines("also", DeckLimits.Wordings, DeckLimits.NameLength),
            map.OptionalNumber("from", FirstYear, LastYear),
            map.OptionalNumber("to", FirstYear, LastYear));
        if (name.From > name.To)
            draft.Problems.Error(map.PlaceOf("to"), DeckMessages.YearsReversed($"name {DeckMessages.Quote(name.Name)}"));

        foreach (var spelling in name.Also.Prepend(name.Name).Where(spelling => spelling.Length > 0))
        {
            if (!owners.TryAdd(string.Join(' ', OptionWords.Of(spelling)), name.Name))
                draft.Problems.Error(map.At, DeckMessages.SharedSpelling(spelling, owners[string.Join(' ', OptionWords.Of(spelling))]));
        }

        return name;
    }
}
