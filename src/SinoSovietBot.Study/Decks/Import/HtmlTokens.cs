using System.Net;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Takes HTML apart in one pass. Whatever is no tag is text, so nothing is ever refused.</summary>
internal static class HtmlTokens
{
    public static IEnumerable<HtmlToken> Read(string html)
    {
        var at = 0;
        var textFrom = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            // Once no '>' follows there is no further tag: looking again for each '<' would take for ever.
            var close = open < 0 ? -1 : End(html, open);
            if (close < 0)
                break;
            if (!IsTag(html, open))
            {
                at = open + 1;
                continue;
            }

            if (open > textFrom)
                yield return HtmlToken.OfText(html[textFrom..open]);
            if (html[open + 1] is not ('!' or '?'))
                yield return HtmlToken.OfTag(html[(open + 1)..close]);
            at = textFrom = close + 1;
        }

        if (textFrom < html.Length)
            yield return HtmlToken.OfText(html[textFrom..]);
    }

    private static int End(string html, int open)
    {
        if (string.CompareOrdinal(html, open, "<!--", 0, 4) != 0)
            return html.IndexOf('>', open);
        var end = html.IndexOf("-->", open, StringComparison.Ordinal);
        return end < 0 ? -1 : end + 2;
    }

    private static bool IsTag(string html, int open) =>
        open + 1 < html.Length && (char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!' or '?');
}

/// <summary>A piece of HTML.</summary>
/// <param name="Name">Of the tag in lower case, such as <c>li</c>; null for text.</param>
/// <param name="IsClosing">Whether it is a closing tag.</param>
/// <param name="Raw">The text with its entities, or what the tag holds.</param>
internal readonly record struct HtmlToken(string? Name, bool IsClosing, string Raw)
{
    public static HtmlToken OfText(string raw) => new(null, false, raw);

    public static HtmlToken OfTag(string raw)
    {
        var isClosing = raw.StartsWith('/');
        var start = isClosing ? 1 : 0;
        var end = start;
        while (end < raw.Length && (char.IsAsciiLetterOrDigit(raw[end]) || raw[end] == '-'))
            end++;
        return new HtmlToken(raw[start..end].ToLowerInvariant(), isClosing, raw);
    }

    /// <summary>The value of an attribute; null when there is none.</summary>
    public string? Attribute(string name)
    {
        if (Name is null)
            return null;
        var at = Raw.IndexOf($" {name}=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = Raw[(at + name.Length + 2)..];
        if (value.Length == 0)
            return null;
        var end = value[0] is '"' or '\'' ? value.IndexOf(value[0], 1) : value.IndexOfAny([' ', '/', '\t', '\n']);
        var inside = value[0] is '"' or '\'' ? value[1..(end < 0 ? value.Length : end)] : value[..(end < 0 ? value.Length : end)];
        return WebUtility.HtmlDecode(inside);
    }
}
