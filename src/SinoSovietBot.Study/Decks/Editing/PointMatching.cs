namespace SinoSovietBot.Study.Decks.Editing;

/// <summary>
/// Finds which points of a card the lines of its edited text stand for, so that they keep their ids, and with them everyone's history: first the
/// lines that have not changed, then those that have moved, then those of which at least half the words are still there.
/// </summary>
internal static class PointMatching
{
    private const double LeastLikeness = 0.5;

    /// <summary>The point that each line stands for; a line without one is new.</summary>
    public static Dictionary<TypedPoint, Point> Match(IReadOnlyList<Point> before, IReadOnlyList<TypedPoint> after)
    {
        // By reference: two lines of the same text are two points.
        var matches = new Dictionary<TypedPoint, Point>(ReferenceEqualityComparer.Instance);
        var left = before.ToHashSet<Point>(ReferenceEqualityComparer.Instance);
        foreach (var (point, line) in Unmoved(before, after))
            Take(point, line);
        foreach (var line in after.Where(line => !matches.ContainsKey(line)))
        {
            if (before.FirstOrDefault(point => left.Contains(point) && IsSame(point, line)) is { } moved)
                Take(moved, line);
        }

        var alike =
            from line in after
            where !matches.ContainsKey(line)
            from point in before
            where left.Contains(point)
            let likeness = Likeness(point.Text, line.Text)
            where likeness >= LeastLikeness
            orderby likeness descending
            select (Point: point, Line: line);
        foreach (var (point, line) in alike.ToList())
        {
            if (left.Contains(point) && !matches.ContainsKey(line))
                Take(point, line);
        }

        return matches;

        void Take(Point point, TypedPoint line)
        {
            matches[line] = point;
            left.Remove(point);
        }
    }

    public static bool IsSame(Point point, TypedPoint line) => string.Equals(PointLines.Content(point.Text), line.Text, StringComparison.Ordinal);

    /// <summary>The longest sequence that both have in the same order.</summary>
    private static IEnumerable<(Point Point, TypedPoint Line)> Unmoved(IReadOnlyList<Point> before, IReadOnlyList<TypedPoint> after)
    {
        int[,] length = new int[before.Count + 1, after.Count + 1];
        for (int i = before.Count - 1; i >= 0; i--)
        {
            for (int j = after.Count - 1; j >= 0; j--)
                length[i, j] = IsSame(before[i], after[j]) ? 1 + length[i + 1, j + 1] : Math.Max(length[i + 1, j], length[i, j + 1]);
        }

        for (int i = 0, j = 0; i < before.Count && j < after.Count;)
        {
            if (IsSame(before[i], after[j]))
                yield return (before[i++], after[j++]);
            else if (length[i + 1, j] >= length[i, j + 1])
                i++;
            else
                j++;
        }
    }

    /// <summary>Twice the words that both have, by the words of both: 0 to 1.</summary>
    private static double Likeness(string one, string other)
    {
        var words = Words(one);
        var others = Words(other);
        int all = words.Count + others.Count;
        words.IntersectWith(others);
        return all == 0 ? 0 : 2.0 * words.Count / all;
    }

    private static HashSet<string> Words(string text) => text
        .Split([' ', '\n', '\t', '.', ',', ';', ':', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
