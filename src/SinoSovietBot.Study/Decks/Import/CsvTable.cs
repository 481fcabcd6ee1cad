using System.Collections.Immutable;
using CsvHelper;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>The rows of a table of text.</summary>
internal static class CsvTable
{
    private const string SeparatorHint = "sep=";
    private const char Quote = '"';

    /// <summary>Every row that keeps the rules of quoting; the others are reported.</summary>
    /// <param name="text">Lines end with a line feed.</param>
    /// <param name="separator">Between cells.</param>
    /// <param name="skipsComments">Whether lines that begin with <c>#</c> say nothing.</param>
    /// <param name="report">Where faults go.</param>
    public static ImmutableArray<CsvLine> Read(string text, char separator, bool skipsComments, ImportReport report)
    {
        var faults = new Dictionary<long, CsvMalformedReason>();
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrackLineNumbers = true,
            CommentPrefix = skipsComments ? '#' : null,
            OnMalformedRecord = record => faults[record.LineNumber] = record.Reason,
        };
        var rows = ImmutableArray.CreateBuilder<CsvLine>();
        using var csv = CsvReader.FromText(WithoutHint(text), options);
        while (csv.Read())
        {
            var line = new Place(report.FileName, (int)csv.LineNumber, 1);
            var cells = new string[csv.FieldCount];
            for (var index = 0; index < cells.Length; index++)
                cells[index] = csv.GetString(index);
            if (faults.TryGetValue(csv.LineNumber, out var fault) && Sentence(fault) is { } message)
                report.Reject(line, message);
            else if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                rows.Add(new CsvLine(line, [.. cells]));
        }

        return rows.ToImmutable();
    }

    /// <summary>The separator that the first lines use most, or the one that the file names.</summary>
    public static char SeparatorOf(string text, params ReadOnlySpan<char> candidates)
    {
        if (text.StartsWith(SeparatorHint, StringComparison.OrdinalIgnoreCase) && text.Length > SeparatorHint.Length)
            return text[SeparatorHint.Length];
        var best = candidates[0];
        var most = 0;
        foreach (var candidate in candidates)
        {
            var count = Count(text, candidate);
            if (count <= most)
                continue;
            best = candidate;
            most = count;
        }

        return best;
    }

    // A quote inside a cell that is not in quotes is text.
    private static string? Sentence(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => ImportMessages.UnclosedQuote,
        CsvMalformedReason.TextAfterClosingQuote => ImportMessages.TextAfterQuote,
        _ => null,
    };

    private static int Count(string text, char separator)
    {
        const int lines = 10;
        int count = 0, line = 0;
        var isQuoted = false;
        foreach (var character in text)
        {
            isQuoted ^= character == Quote;
            if (isQuoted)
                continue;
            count += character == separator ? 1 : 0;
            line += character == '\n' ? 1 : 0;
            if (line == lines)
                break;
        }

        return count;
    }

    // The line stays, so that the others keep their numbers.
    private static string WithoutHint(string text)
    {
        if (!text.StartsWith(SeparatorHint, StringComparison.OrdinalIgnoreCase))
            return text;
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? "" : text[end..];
    }
}

/// <summary>A row and the line in which it begins.</summary>
internal sealed record CsvLine(Place At, ImmutableArray<string> Cells)
{
    /// <summary>Empty where the row is shorter.</summary>
    public string this[int index] => index >= 0 && index < Cells.Length ? Cells[index] : "";
}
