using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Puts what other formats say into the form that deck files are read into: the same rules hold, and each fault has its line.</summary>
internal static class DeckTree
{
    public static YamlMap Map(Place at, params IEnumerable<(string Key, YamlNode? Value)> entries)
    {
        var filled = entries.Where(entry => entry.Value is not null).Select(entry => new YamlEntry(entry.Value!.At, entry.Key, entry.Value));
        return new YamlMap(at, [.. filled], IsComplete: true);
    }

    /// <summary>Null for a text that is null or blank: the key is then missing.</summary>
    public static YamlText? Text(Place at, string? text) => string.IsNullOrWhiteSpace(text) ? null : new YamlText(at, text, IsPlain: false);

    /// <summary>Null when there are none.</summary>
    public static YamlList? Texts(Place at, IEnumerable<string> texts) => List(at, texts.Select(text => new YamlText(at, text, IsPlain: false)));

    /// <summary>Null when there are none.</summary>
    public static YamlList? List(Place at, IEnumerable<YamlNode> nodes)
    {
        var items = nodes.ToImmutableArray();
        return items.IsEmpty ? null : new YamlList(at, items, IsComplete: true);
    }

    public static YamlMap Name(Place at, DeckName name) => Map(
        at,
        ("name", Text(at, name.Name)),
        ("also", Texts(at, name.Also)),
        ("from", Text(at, Number(name.From))),
        ("to", Text(at, Number(name.To))));

    public static YamlMap Cluster(Place at, PointCluster cluster) => Map(
        at,
        ("id", Text(at, cluster.Id)),
        ("theme", Text(at, cluster.Theme)),
        ("points", Texts(at, cluster.Points.Select(point => point.Value))),
        ("same", Text(at, cluster.AreSame ? "true" : "false")));

    /// <summary>A deck with its header.</summary>
    public static YamlMap Deck(
        Place at, IEnumerable<(string Key, YamlNode? Value)> header, IEnumerable<YamlNode> cards, IEnumerable<YamlNode> questions) =>
        Map(at, [.. header, ("cards", List(at, cards)), ("questions", List(at, questions))]);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
