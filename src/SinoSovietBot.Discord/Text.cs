using System.Buffers;
using System.Globalization;
using System.Text;

namespace SinoSovietBot.Discord;

/// <summary>Fits text into Discord's limits.</summary>
public static class Text
{
    private const char Ellipsis = '…';

    /// <summary>Read as line breaks by one client or another.</summary>
    private static readonly SearchValues<char> _breaks = SearchValues.Create("\r\n\v\f\u0085\u2028\u2029");

    /// <summary>Turn the text around them to the other side: one in a name would rearrange the rest of a line.</summary>
    private static readonly SearchValues<char> _turns =
        SearchValues.Create("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>Show as nothing, or as a blank: with them a name could be empty, or look like another's.</summary>
    private static readonly SearchValues<char> _nothings =
        SearchValues.Create("\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180E\u200B\u2060\u2061\u2062\u2063\u2064\u2800\u3164\uFEFF\uFFA0");

    /// <summary>
    /// The text without what changes how the text around it is shown: control characters and signs that turn the direction of writing. All line
    /// breaks become the one that Discord knows.
    /// </summary>
    public static string WithoutTricks(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
            && !text.AsSpan().ContainsAny(_turns) && !text.AsSpan().ContainsAny('\u2028', '\u2029'))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (_breaks.Contains(c)) plain.Append('\n');
            else if (c == '\t' || !(char.IsControl(c) || _turns.Contains(c))) plain.Append(c);
        }

        return plain.ToString();
    }

    /// <summary>
    /// The text in one line, without what nobody sees: for names and whatever else stands inside a line. Empty when nothing visible is left. Joined
    /// emoji stay joined.
    /// </summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in WithoutTricks(text))
        {
            if (_nothings.Contains(c)) continue;
            line.Append(c is '\n' or '\t' ? ' ' : c);
        }

        string result = line.ToString().Trim();
        return result.EnumerateRunes().Any(IsVisible) ? result : "";
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.EnclosingMark or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>
    /// The text itself where it fits; else as much of it as fits with an ellipsis, cut at a word where one ends in the second half, and never
    /// inside a surrogate pair.
    /// </summary>
    /// <param name="text">Unescaped: escape after cutting, or a cut may separate a backslash from what it escapes.</param>
    /// <param name="max">The greatest length of the result in UTF-16 characters, inclusive; at least 0.</param>
    public static string Cut(string text, int max)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max);
        if (text.Length <= max) return text;
        if (max == 0) return "";
        int end = max - 1;
        if (end > 0 && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1])) end--;
        int word = end;
        while (word > end / 2 && !char.IsWhiteSpace(text[word])) word--;
        if (word > end / 2) end = word;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), [Ellipsis]);
    }
}
