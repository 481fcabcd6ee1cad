using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Reads the table that our own export writes, and tables with those columns.</summary>
internal sealed class CsvDeck
{
    private static readonly ImmutableArray<string> Marks = ["kind", "id", "card", "prompt", "answer"];
    private static readonly ImmutableArray<string> OtherKinds =
        [DeckCsv.PointKind, DeckCsv.DeckKind, DeckCsv.NoteKind, DeckCsv.NameKind, DeckCsv.ClusterKind];

    private readonly ImportReport report;
    private readonly Dictionary<string, CsvCard> cards = new(StringComparer.Ordinal);
    private readonly List<CsvCard> order = [];
    private readonly List<YamlNode> questions = [];
    private readonly List<YamlNode> notes = [];
    private readonly List<YamlNode> names = [];
    private readonly List<YamlNode> clusters = [];
    private CsvCells? header;

    private CsvDeck(ImportReport report) => this.report = report;

    /// <summary>Whether a first row names our columns.</summary>
    public static bool IsHeader(CsvLine row) => Marks.All(mark => row.Cells.Any(cell => IsColumn(cell, mark)));

    /// <param name="rows">The first names the columns.</param>
    /// <param name="target">Gives what the header lacks.</param>
    /// <param name="report">Where faults go.</param>
    public static YamlMap Read(ImmutableArray<CsvLine> rows, ImportTarget target, ImportReport report)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in DeckCsv.Columns)
        {
            var index = Enumerable.Range(0, rows[0].Cells.Length).FirstOrDefault(index => IsColumn(rows[0].Cells[index], column), -1);
            if (index >= 0)
                columns.Add(column, index);
        }

        var deck = new CsvDeck(report);
        foreach (var row in rows.Skip(1))
            deck.Add(new CsvCells(row, columns));
        return deck.Build(rows[0].At, target);
    }

    private static bool IsColumn(string cell, string column) => string.Equals(cell.Trim(), column, StringComparison.OrdinalIgnoreCase);

    private void Add(CsvCells row)
    {
        var kind = row["kind"].Trim();
        switch (kind)
        {
            case DeckCsv.PointKind:
                AddPoint(row);
                break;
            case DeckCsv.DeckKind:
                if (header is null)
                    header = row;
                else
                    report.Reject(row.At, ImportMessages.SecondHeader(header.At.Line));
                break;
            case DeckCsv.NoteKind:
                AddNote(row);
                break;
            case DeckCsv.NameKind:
                names.Add(CsvNodes.Name(row));
                break;
            case DeckCsv.ClusterKind:
                clusters.Add(CsvNodes.Cluster(row));
                break;
            default:
                if (DeckWords.QuestionKinds.FirstOrDefault(word => word.Word == kind) is { Word: not null } known)
                    questions.Add(CsvNodes.Question(row, known.Value));
                else
                    report.Reject(row.PlaceOf("kind"), ImportMessages.UnknownKind(kind, OtherKinds.Concat(DeckWords.QuestionKinds.Select(word => word.Word))));
                break;
        }
    }

    private void AddPoint(CsvCells row)
    {
        var id = row["card"].Trim();
        if (id.Length == 0)
        {
            report.Reject(row.PlaceOf("card"), ImportMessages.NoCardNamed);
            return;
        }

        if (!cards.TryGetValue(id, out var card))
        {
            cards.Add(id, card = new CsvCard(row));
            order.Add(card);
        }

        report.Count(ImportMessages.OtherFronts, card.IsOf(row) ? 0 : 1);
        var parent = row["parent"].Trim();
        if (!card.Add(row, parent))
            report.Reject(row.PlaceOf("parent"), ImportMessages.UnknownParent(parent));
    }

    private void AddNote(CsvCells row)
    {
        var id = row["card"].Trim();
        var note = DeckTree.Text(row.PlaceOf("answer"), row["answer"]);
        if (note is null)
            report.Reject(row.PlaceOf("answer"), ImportMessages.NoBack);
        else if (id.Length == 0)
            notes.Add(note);
        else if (cards.TryGetValue(id, out var card))
            card.Notes.Add(note);
        else
            report.Reject(row.PlaceOf("card"), DeckMessages.UnknownReference("card", id, null));
    }

    private YamlMap Build(Place at, ImportTarget target)
    {
        var start = header?.At ?? at;
        var old = target.Existing;
        var title = header?["prompt"] ?? target.Title ?? old?.Title ?? "Imported deck";
        return DeckTree.Deck(
            start,
            [
                ("id", Text("id", old?.Id.Value ?? target.Id ?? ImportIds.OfFront(title, isAlone: true))),
                ("title", Text("prompt", title)),
                ("subject", Text("subject", old?.Subject ?? "General")),
                ("language", Text("language", old?.Language ?? "en")),
                ("licence", Text("licence", old?.Licence ?? "Not stated")),
                ("source", Text("source", old?.Source ?? "Not stated")),
                ("notes", DeckTree.List(start, notes)),
                ("names", DeckTree.List(start, names)),
                ("near-duplicates", DeckTree.List(start, clusters)),
            ],
            order.Select(card => card.Build()),
            questions);

        YamlNode? Text(string column, string otherwise) => header is null
            ? DeckTree.Text(start, otherwise)
            : DeckTree.Text(header.PlaceOf(column), header[column].Length > 0 ? header[column] : otherwise);
    }
}
