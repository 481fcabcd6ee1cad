using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Turns the lines of a back into points.</summary>
internal static class BackLines
{
    private static readonly ImmutableArray<string> Bullets = ["- ", "– ", "• ", "* ", "· "];

    /// <summary>One point a line, items of inner lists as sub-points; marks of lists are dropped.</summary>
    public static ImmutableArray<PointSketch> Points(IEnumerable<HtmlLine> lines, ImportReport report)
    {
        var flat = new List<(int Depth, string Text)>();
        foreach (var line in lines.Where(line => !string.IsNullOrWhiteSpace(line.Text)))
        {
            foreach (var part in Parts(WithoutBullet(line.Text.Trim()), report))
                flat.Add((Math.Max(1, line.Depth), part));
        }

        var at = 0;
        return Level(flat, ref at, 1);
    }

    // Where a line is deeper than its parent allows it goes one level below it.
    private static ImmutableArray<PointSketch> Level(List<(int Depth, string Text)> lines, ref int at, int depth)
    {
        var points = ImmutableArray.CreateBuilder<PointSketch>();
        while (at < lines.Count && lines[at].Depth >= depth)
        {
            var point = new PointSketch(lines[at++].Text);
            points.Add(point with { Points = at < lines.Count && lines[at].Depth > depth ? Level(lines, ref at, depth + 1) : [] });
        }

        return points.ToImmutable();
    }

    private static string WithoutBullet(string line)
    {
        foreach (var bullet in Bullets)
        {
            if (line.StartsWith(bullet, StringComparison.Ordinal) && line.Length > bullet.Length)
                return line[bullet.Length..].TrimStart();
        }

        return line;
    }

    private static IEnumerable<string> Parts(string line, ImportReport report)
    {
        if (line.Length > DeckLimits.PointTextLength)
            report.Count(ImportMessages.LongBacks);
        return Parts(line, DeckLimits.PointTextLength);
    }

    /// <summary>A text in parts that are not longer than a limit, parted at the ends of sentences where there are any.</summary>
    public static IEnumerable<string> Parts(string text, int limit)
    {
        var start = 0;
        while (start < text.Length)
        {
            var length = text.Length - start <= limit ? text.Length - start : LengthOfPart(text.AsSpan(start), limit);
            var part = text.Substring(start, length).Trim();
            if (part.Length > 0)
                yield return part;
            start += length;
        }
    }

    private static int LengthOfPart(ReadOnlySpan<char> text, int limit)
    {
        var least = limit / 4;
        for (var end = limit; end > least; end--)
        {
            if (text[end] == ' ' && text[end - 1] is ('.' or '!' or '?' or ';'))
                return end;
        }

        var space = text[..limit].LastIndexOf(' ');
        if (space > least)
            return space;
        return char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
    }
}
