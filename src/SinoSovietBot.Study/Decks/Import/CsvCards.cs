using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Export;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Reads a plain table: front, back and perhaps topic.</summary>
internal static class CsvCards
{
    private static readonly ImmutableArray<string> Fronts = ["front", "term", "question", "prompt", "word", "card", "q"];
    private static readonly ImmutableArray<string> Backs = ["back", "definition", "answer", "meaning", "translation", "text", "a"];
    private static readonly ImmutableArray<string> Topics = ["topic", "tag", "tags", "category", "chapter", "unit"];

    private const int ThreeCells = 3;

    public static CardFile Read(ImmutableArray<CsvLine> rows, char separator, ImportReport report)
    {
        var columns = Columns.Default;
        if (rows.Length > 0 && Columns.OfHeader(rows[0]) is { } named)
        {
            columns = named;
            report.Note(ImportMessages.HeaderRow(rows[0].Cells));
            rows = rows.RemoveAt(0);
        }

        var converter = new NoteConverter(report);
        var cards = rows.Select(row => Card(row, columns, separator, converter, report)).OfType<CardSketch>();
        return new CardFile([.. cards], [], null, null);
    }

    private static CardSketch? Card(CsvLine row, Columns columns, char separator, NoteConverter converter, ImportReport report)
    {
        if (row.Cells.Length == 1)
        {
            report.Reject(row.At, ImportMessages.OneColumn(separator));
            return null;
        }

        report.Count(ImportMessages.MoreColumns, row.Cells.Skip(ThreeCells).Any(cell => cell.Length > 0) ? 1 : 0);
        var type = new AnkiNoteType("", IsCloze: false, [], 1);
        ImmutableArray<string> fields = [CsvCell.Unescape(row[columns.Front]), CsvCell.Unescape(row[columns.Back])];
        var topic = CsvCell.Unescape(row[columns.Topic]).Trim();
        return converter.Convert(row.At, new AnkiNote("", type, fields, [], null), isHtml: false) is { } card
            ? card with { Topic = topic.Length > 0 ? topic : null }
            : null;
    }

    private sealed record Columns(int Front, int Back, int Topic)
    {
        public static Columns Default { get; } = new(0, 1, 2);

        public static Columns? OfHeader(CsvLine row)
        {
            var front = Index(row, Fronts);
            var back = Index(row, Backs);
            return front >= 0 && back >= 0 && front != back ? new Columns(front, back, Index(row, Topics)) : null;
        }

        private static int Index(CsvLine row, ImmutableArray<string> names)
        {
            for (var index = 0; index < row.Cells.Length; index++)
            {
                if (names.Contains(row.Cells[index].Trim(), StringComparer.OrdinalIgnoreCase))
                    return index;
            }

            return -1;
        }
    }
}
