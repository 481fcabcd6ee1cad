namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Cuts texts to a length.</summary>
internal static class ShortText
{
    /// <summary>At most so many characters, at the end of a word where that loses little, with an ellipsis where something is missing.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = length - 1;
        var space = text.LastIndexOf(' ', end - 1);
        if (space > length / 2)
            end = space;
        else if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd() + "…";
    }

    /// <summary>In one line, without characters that nobody sees.</summary>
    public static string Printable(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)).Trim();
}
