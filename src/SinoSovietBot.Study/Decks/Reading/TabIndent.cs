namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Finds lines indented with a tab, which YAML does not allow.</summary>
internal static class TabIndent
{
    /// <summary>Line and column of the first tab in the indentation of a line that is not blank, from <paramref name="line"/> (from 1) on.</summary>
    public static (int Line, int Column)? FirstFrom(string text, int line)
    {
        var number = 0;
        foreach (var current in text.AsSpan().EnumerateLines())
        {
            number++;
            if (number < line)
                continue;
            var indent = current[..^current.TrimStart(" \t").Length];
            var tab = indent.IndexOf('\t');
            if (tab >= 0 && indent.Length < current.Length)
                return (number, tab + 1);
        }

        return null;
    }
}
