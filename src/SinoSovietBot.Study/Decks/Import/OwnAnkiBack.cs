using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Export;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Reads the back of a card that we exported: a list of points, each with the values it carries unseen, then the notes.</summary>
internal static class OwnAnkiBack
{
    public static ImmutableArray<PointSketch> Points(HtmlOutline back)
    {
        var items = back.Lines
            .Where(line => line.Item > 0)
            .GroupBy(line => line.Item)
            .Select(lines => (lines.First().Depth, Point: Point([.. lines])))
            .Where(item => item.Point.Text.Length > 0)
            .ToList();
        var at = 0;
        return Level(items, ref at, 1);
    }

    /// <summary>The paragraphs outside of the list.</summary>
    public static ImmutableArray<string> Notes(HtmlOutline back) =>
    [
        .. back.Lines
            .Where(line => line.Item == 0)
            .GroupBy(line => line.Paragraph)
            .Select(lines => string.Join('\n', lines.Select(line => line.Text)).Trim())
            .Where(note => note.Length > 0),
    ];

    private static PointSketch Point(ImmutableArray<HtmlLine> lines)
    {
        var correction = Enumerable.Range(0, lines.Length)
            .FirstOrDefault(index => lines[index].StartsBold && lines[index].Text.StartsWith(AnkiHtml.Correction, StringComparison.Ordinal), lines.Length);
        var tag = lines[0].Tag;
        return new PointSketch(Joined(lines.Take(correction)))
        {
            Id = tag?.Attribute(AnkiHtml.IdKey) is { } id && ImportIds.IsId(id) ? id : null,
            Ask = tag?.Attribute(AnkiHtml.AskKey),
            Date = tag?.Attribute(AnkiHtml.DateKey),
            Source = tag?.Attribute(AnkiHtml.SourceKey),
            Correction = correction < lines.Length ? Joined(lines.Skip(correction))[AnkiHtml.Correction.Length..] : null,
        };
    }

    private static string Joined(IEnumerable<HtmlLine> lines) => string.Join('\n', lines.Select(line => line.Text));

    private static ImmutableArray<PointSketch> Level(List<(int Depth, PointSketch Point)> items, ref int at, int depth)
    {
        var points = ImmutableArray.CreateBuilder<PointSketch>();
        while (at < items.Count && items[at].Depth >= depth)
        {
            var point = items[at++].Point;
            points.Add(point with { Points = at < items.Count && items[at].Depth > depth ? Level(items, ref at, depth + 1) : [] });
        }

        return points.ToImmutable();
    }
}
