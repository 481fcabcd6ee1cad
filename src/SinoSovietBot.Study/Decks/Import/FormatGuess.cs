using System.Text.RegularExpressions;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Tells a file's format by its name and its beginning.</summary>
internal static partial class FormatGuess
{
    private const double MostLines = 0.8;

    /// <summary>Whether the bytes are those of an archive, or the name is that of one.</summary>
    public static bool IsPackage(ImportFile file) => Path.GetExtension(file.Name).ToLowerInvariant() is ".apkg" or ".colpkg"
        || file.Content.Span.StartsWith("PK\u0003\u0004"u8);

    public static bool IsJson(string name, string text) => HasEnding(name, ".json") || (text.TrimStart().StartsWith('{') && !HasEnding(name, ".yaml", ".yml"));

    public static ImportFormat Of(string name, string text)
    {
        if (HasEnding(name, ".yaml", ".yml"))
            return ImportFormat.Native;
        if (AnkiTextHeader.IsAt(text))
            return ImportFormat.AnkiText;
        if (HasEnding(name, ".csv", ".tsv"))
            return ImportFormat.Csv;
        if (Native().IsMatch(text))
            return ImportFormat.Native;
        if (CsvHeader().IsMatch(text))
            return ImportFormat.Csv;
        if (Tag().IsMatch(text))
            return ImportFormat.AnkiText;

        // Quizlet parts a card once, and perhaps cards with semicolons; a table may have a third column.
        var lines = text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        var isTable = lines.Count(line => line.Count(character => character == '\t') >= 2) >= lines.Count * MostLines;
        return isTable && (lines.Count > 1 || !text.Contains(';', StringComparison.Ordinal)) ? ImportFormat.Csv : ImportFormat.Quizlet;
    }

    private static bool HasEnding(string name, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    [GeneratedRegex("^(id|title|cards|questions):( |$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Native();

    [GeneratedRegex("^\"?kind\"?[,;\t]\"?id\"?[,;\t]", RegexOptions.IgnoreCase)]
    private static partial Regex CsvHeader();

    [GeneratedRegex("<(br|div|p|b|i|u|ul|ol|li|span|img|font)( [^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
