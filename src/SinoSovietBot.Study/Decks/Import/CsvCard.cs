using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Gathers the rows of one card. The first says what the card is.</summary>
internal sealed class CsvCard(CsvCells first)
{
    private readonly List<Row> top = [];
    private readonly Dictionary<string, Row> byId = new(StringComparer.Ordinal);

    public List<YamlNode> Notes { get; } = [];

    /// <summary>Whether a row says the same of the card as its first.</summary>
    public bool IsOf(CsvCells row) => string.Equals(row["prompt"], first["prompt"], StringComparison.Ordinal)
        && string.Equals(row["topic"], first["topic"], StringComparison.Ordinal);

    /// <summary>False when its parent is not there.</summary>
    public bool Add(CsvCells cells, string parent)
    {
        var depth = 1;
        var siblings = top;
        if (parent.Length > 0)
        {
            if (!byId.TryGetValue(parent, out var above))
                return false;
            siblings = above.Below;
            depth = above.Depth + 1;
        }

        var row = new Row(cells, depth, []);
        siblings.Add(row);

        // The tree is read level by level, and a table could have thousands.
        if (depth <= DeckLimits.PointDepth + 1)
            byId.TryAdd(cells["id"].Trim(), row);
        return true;
    }

    public YamlMap Build()
    {
        var at = first.PlaceOf("card");
        return DeckTree.Map(
            at,
            ("id", DeckTree.Text(at, first["card"])),
            ("topic", DeckTree.Text(first.PlaceOf("topic"), first["topic"])),
            ("front", DeckTree.Text(first.PlaceOf("prompt"), first["prompt"])),
            ("notes", DeckTree.List(at, Notes)),
            ("points", DeckTree.List(first.PlaceOf("points"), top.Select(Point))));
    }

    private static YamlMap Point(Row row) => DeckTree.Map(
        row.Cells.At,
        ("id", Text(row, "id")),
        ("text", Text(row, "answer")),
        ("source", Text(row, "source")),
        ("correction", Text(row, "correction")),
        ("ask", Text(row, "ask")),
        ("date", Text(row, "date")),
        ("points", DeckTree.List(row.Cells.PlaceOf("parent"), row.Below.Select(Point))));

    private static YamlText? Text(Row row, string column) => DeckTree.Text(row.Cells.PlaceOf(column), row.Cells[column]);

    private sealed record Row(CsvCells Cells, int Depth, List<Row> Below);
}
