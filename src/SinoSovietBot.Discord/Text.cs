namespace SinoSovietBot.Discord;

/// <summary>Fits text into Discord's limits.</summary>
public static class Text
{
    private const char Ellipsis = '…';

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
