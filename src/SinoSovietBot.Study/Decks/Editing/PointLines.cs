using System.Collections.Immutable;
using System.Text;

namespace SinoSovietBot.Study.Decks.Editing;

/// <summary>Points as lines of text: one a line, sub-points indented.</summary>
internal static class PointLines
{
    private const int TabWidth = 4;

    public static string Write(ImmutableArray<Point> points)
    {
        var text = new StringBuilder();
        Append(text, points, depth: 0);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>
    /// What was typed, as a tree: a line that is indented further than the one above is a point under it, by however much. Bullets before a line are
    /// taken off; empty lines do not count.
    /// </summary>
    public static ImmutableArray<TypedPoint> Read(string text)
    {
        var roots = new List<Building>();
        var open = new Stack<Building>();
        foreach (string line in text.Split('\n'))
        {
            string content = Content(line);
            if (content.Length == 0)
                continue;
            int indent = Indent(line);
            while (open.TryPeek(out var above) && above.Indent >= indent)
                open.Pop();
            var point = new Building(content, indent, []);
            (open.TryPeek(out var parent) ? parent.Points : roots).Add(point);
            open.Push(point);
        }

        return [.. roots.Select(Built)];
    }

    /// <summary>A point's text as it stands in a line.</summary>
    public static string Content(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (string bullet in (ReadOnlySpan<string>)["- ", "* ", "• "])
        {
            if (line.StartsWith(bullet, StringComparison.Ordinal))
                return line[bullet.Length..];
        }

        return line;
    }

    private static void Append(StringBuilder text, ImmutableArray<Point> points, int depth)
    {
        foreach (var point in points)
        {
            text.Append(' ', 2 * depth).Append(Content(point.Text)).Append('\n');
            Append(text, point.Points, depth + 1);
        }
    }

    private static int Indent(string line)
    {
        int width = 0;
        foreach (char character in line)
        {
            if (character == '\t')
                width += TabWidth;
            else if (char.IsWhiteSpace(character))
                width++;
            else
                break;
        }

        return width;
    }

    private static TypedPoint Built(Building point) => new(point.Text, [.. point.Points.Select(Built)]);

    private sealed record Building(string Text, int Indent, List<Building> Points);
}

/// <summary>A point as it was typed.</summary>
internal sealed record TypedPoint(string Text, ImmutableArray<TypedPoint> Points)
{
    /// <summary>This one, then those under it, depth first.</summary>
    public IEnumerable<TypedPoint> WithDescendants() => Points.SelectMany(point => point.WithDescendants()).Prepend(this);
}
