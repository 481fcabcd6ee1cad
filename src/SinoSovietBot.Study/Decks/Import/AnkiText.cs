using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Reads the text that Anki exports and imports.</summary>
internal static partial class AnkiText
{
    public static CardFile Read(string text, ImportTarget target, ImportReport report)
    {
        var header = AnkiTextHeader.Read(text, report);
        var separator = header.Separator ?? CsvTable.SeparatorOf(AnkiTextHeader.Body(text), '\t', ';', ',', '|', ':');
        var rows = CsvTable.Read(text, separator, skipsComments: true, report);
        var isHtml = header.IsHtml ?? rows.Any(row => row.Cells.Any(cell => Html().IsMatch(cell)));
        var notes = new AnkiNotes(target, report);
        foreach (var row in rows)
        {
            if (row.Cells.Length == 1)
                report.Reject(row.At, ImportMessages.OneColumn(separator));
            else
                notes.Add(row.At, Note(row, header), isHtml);
        }

        return notes.File(header.Deck);
    }

    private static AnkiNote Note(CsvLine row, AnkiTextHeader header)
    {
        var columns = header.FieldColumns(row.Cells.Length).ToList();
        var names = columns.Select(index => index < header.Columns.Length ? header.Columns[index] : "").ToImmutableArray();
        var typeName = header.NoteTypeColumn >= 0 ? row[header.NoteTypeColumn] : header.NoteType ?? "";
        var type = new AnkiNoteType(typeName, typeName.Contains("cloze", StringComparison.OrdinalIgnoreCase), names, 1);
        var tags = row[header.TagsColumn].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Concat(header.Tags);
        var fields = columns.Select(index => row[index]).DefaultIfEmpty("").ToImmutableArray();
        return new AnkiNote(row[header.GuidColumn].Trim(), type, fields, [.. tags], header.DeckColumn >= 0 ? row[header.DeckColumn] : null);
    }

    [GeneratedRegex("<(/?[a-z][a-z0-9]*)[^<>]*>|&[a-z]+;|&#[0-9]+;", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Html();
}
