using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace SinoSovietBot.Study.Decks.Export;

/// <summary>The table form of a deck: first all points, then all questions, then the rest.</summary>
internal static class DeckCsv
{
    public const string PointKind = "point";
    public const string DeckKind = "deck";
    public const string NoteKind = "note";
    public const string NameKind = "name";
    public const string ClusterKind = "near-duplicate";

    /// <summary>Programs rely on the first fifteen: add at the end, never change.</summary>
    public static readonly ImmutableArray<string> Columns =
    [
        "kind", "id", "card", "topic", "prompt", "answer", "options", "explanation",
        "difficulty", "points", "parent", "source", "correction", "ask", "date",
        "distractor-1", "why-1", "point-1", "distractor-2", "why-2", "point-2", "distractor-3", "why-3", "point-3",
        "accept", "vague", "reject", "count", "items", "also", "enemies",
        "subject", "language", "licence", "from", "to", "same",
    ];

    // A cell that begins like a formula is run by spreadsheets: such a text gets an apostrophe before it.
    internal static readonly CsvWriterOptions Options = new()
    {
        NewLine = "\r\n",
        FormatProvider = CultureInfo.InvariantCulture,
        Injection = CsvInjection.Escape,
        InjectionCharacters = CsvCell.FormulaStarts,
        InjectionEscape = CsvCell.Mark,
    };

    public static string Write(Deck deck)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, Options, leaveOpen: true))
        {
            csv.WriteHeader([.. Columns]);
            foreach (var row in CsvRows.Of(deck))
                csv.WriteRecord([.. Columns.Select(column => CsvCell.Marked(row.GetValueOrDefault(column, "")))]);
            csv.Flush();
        }

        return text.ToString();
    }
}
