using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Revision.Exchange;

namespace SinoSovietBot.Study.Revision.Reports;

/// <summary>Reports as a table.</summary>
public static class ReportCsv
{
    /// <summary>Programs rely on them (docs/operations.md): add at the end, never change.</summary>
    public static readonly ImmutableArray<string> Columns = ["at", "server", "member", "deck", "item", "text", "done-at", "done-by"];

    /// <summary>A row a report, in the order given. Ids and times as everywhere: decimal, and UTC by ISO 8601.</summary>
    public static void Write(IEnumerable<KeptReport> reports, TextWriter output)
    {
        using var csv = CsvWriter.Create(output, DeckCsv.Options, leaveOpen: true);
        csv.WriteHeader([.. Columns]);
        foreach (var (report, done) in reports)
        {
            csv.WriteRecord(
            [
                ReviewWords.Time(report.At),
                report.Server is { } server ? Number(server.Value) : "",
                Number(report.Member.Value),
                report.Deck.ToString(),
                report.Shown.Value,
                CsvCell.Marked(report.Text),
                done is { } marked ? ReviewWords.Time(marked.At) : "",
                done is { } told ? Number(told.By.Value) : "",
            ]);
        }

        csv.Flush();
    }

    private static string Number(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
