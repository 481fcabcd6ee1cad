using System.Buffers;
using System.Text;

namespace SinoSovietBot.Discord;

/// <summary>Makes text safe to show inside Discord's markdown.</summary>
public static class Markdown
{
    private const char ZeroWidthSpace = '\u200B';

    /// <summary>Special wherever they stand: emphasis, code, spoilers, links, and everything that begins with an angle bracket.</summary>
    private static readonly SearchValues<char> _anywhere = SearchValues.Create("\\*_~`|<[]");

    private static readonly SearchValues<char> _interesting = SearchValues.Create("\\*_~`|<[]:@#->+.0123456789");

    /// <summary>
    /// The text such that Discord shows exactly what was written: no emphasis, headings, lists, quotes, code, spoilers, links, mentions, custom
    /// emoji or timestamps. Nobody is pinged by it whatever <c>allowed_mentions</c> says. Up to twice as long; line breaks stay. What
    /// <see cref="Text.WithoutTricks"/> takes away is gone.
    /// </summary>
    public static string Escape(string text) => EscapePlain(Text.WithoutTricks(text));

    /// <summary>The same in one line, for names and whatever else stands inside a line; empty when there is nothing to see in it.</summary>
    public static string EscapeLine(string text) => EscapePlain(Text.OneLine(text));

    private static string EscapePlain(string text)
    {
        if (!text.AsSpan().ContainsAny(_interesting)) return text;
        var escaped = new StringBuilder(text.Length + 16);
        bool lineBegins = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (NeedsBackslash(text, i, lineBegins)) escaped.Append('\\');
            escaped.Append(c);
            // A backslash does not stop these two from being shown as mentions.
            if (c == '@' && IsMassMention(text.AsSpan(i + 1))) escaped.Append(ZeroWidthSpace);
            lineBegins = c == '\n' || (lineBegins && char.IsWhiteSpace(c));
        }

        return escaped.ToString();
    }

    private static bool NeedsBackslash(string text, int i, bool lineBegins)
    {
        char c = text[i];
        if (_anywhere.Contains(c)) return true;
        return c switch
        {
            '#' or '-' or '+' or '>' => lineBegins,
            '.' => EndsListNumber(text, i),
            ':' => text.AsSpan(i + 1).StartsWith("//") || BeginsShortcode(text.AsSpan(i + 1)),
            _ => false,
        };
    }

    // "1. First" at the beginning of a line becomes a list.
    private static bool EndsListNumber(string text, int dot)
    {
        int i = dot;
        while (i > 0 && char.IsAsciiDigit(text[i - 1])) i--;
        if (i == dot || dot + 1 >= text.Length || !char.IsWhiteSpace(text[dot + 1])) return false;
        while (i > 0 && text[i - 1] != '\n' && char.IsWhiteSpace(text[i - 1])) i--;
        return i == 0 || text[i - 1] == '\n';
    }

    // ":thinking:" becomes an emoji.
    private static bool BeginsShortcode(ReadOnlySpan<char> rest)
    {
        int i = 0;
        while (i < rest.Length && (char.IsAsciiLetterOrDigit(rest[i]) || rest[i] is '_' or '+' or '-')) i++;
        return i > 0 && i < rest.Length && rest[i] == ':';
    }

    private static bool IsMassMention(ReadOnlySpan<char> rest) =>
        rest.StartsWith("everyone", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("here", StringComparison.OrdinalIgnoreCase);
}
