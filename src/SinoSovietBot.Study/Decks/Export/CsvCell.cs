namespace SinoSovietBot.Study.Decks.Export;

/// <summary>Keeps cells from running as formulas in spreadsheets, so that they can be read back as they were.</summary>
internal static class CsvCell
{
    public const char Mark = '\'';

    /// <summary>What a formula begins with.</summary>
    public const string FormulaStarts = "=+-@\t\r";

    /// <summary>Puts a mark before a text that looks as if it had one; those that begin like a formula get theirs when they are written.</summary>
    public static string Marked(string text) => text.StartsWith(Mark) && IsMarked(text, from: 1) ? Mark + text : text;

    /// <summary>Takes the mark away again.</summary>
    public static string Unescape(string text) => text.StartsWith(Mark) && IsMarked(text, from: 1) ? text[1..] : text;

    private static bool IsMarked(string text, int from)
    {
        while (from < text.Length && text[from] == Mark)
            from++;
        return from < text.Length && FormulaStarts.Contains(text[from], StringComparison.Ordinal);
    }
}
