namespace SinoSovietBot.Playground.Faults;

/// <summary>The <c>route</c> of a fault.</summary>
internal static class RoutePattern
{
    /// <summary>
    /// Does a pattern mean this request? Absent: every request. With a slash: <c>POST /channels/{id}/messages</c>, where the method may be
    /// missing and a segment in braces, or <c>*</c>, stands for anything. Else: a word that the route's template contains, as <c>callback</c>.
    /// </summary>
    public static bool Matches(string? pattern, ApiRoute route, string[] path)
    {
        if (string.IsNullOrWhiteSpace(pattern)) return true;
        string rest = pattern.Trim();
        int space = rest.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0)
        {
            if (!rest[..space].Equals(route.Method, StringComparison.OrdinalIgnoreCase)) return false;
            rest = rest[(space + 1)..].Trim();
        }

        if (!rest.Contains('/', StringComparison.Ordinal)) return route.Template.Contains(rest, StringComparison.Ordinal);
        string[] segments = rest.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is ["api", ['v', ..], ..]) segments = segments[2..];
        return segments.Length == path.Length && segments.Zip(path).All(pair => MatchesSegment(pair.First, pair.Second));
    }

    private static bool MatchesSegment(string pattern, string segment) =>
        pattern[0] == '{' || pattern == "*" || pattern.Equals(segment, StringComparison.Ordinal);
}
