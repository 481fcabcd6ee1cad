using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>A row of a table whose columns have names.</summary>
internal sealed class CsvCells(CsvLine row, IReadOnlyDictionary<string, int> columns)
{
    public Place At { get; } = row.At;

    /// <summary>The cell as it was before it was written; empty where the table has no such column.</summary>
    public string this[string column] => columns.TryGetValue(column, out var index) ? CsvCell.Unescape(row[index]) : "";

    /// <summary>The line of the row and the number of the column, from 1; its start where the table has no such column.</summary>
    public Place PlaceOf(string column) => columns.TryGetValue(column, out var index) ? At with { Column = index + 1 } : At;
}
