using System.Globalization;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Export;

/// <summary>What stands in which column of the table form.</summary>
internal static class CsvRows
{
    public static IEnumerable<Dictionary<string, string>> Of(Deck deck)
    {
        foreach (var card in deck.Cards)
        {
            foreach (var (point, parent) in PointsWithParents.Of(card))
                yield return Point(card, point, parent);
        }

        var topics = deck.Cards.ToDictionary(card => card.Id, card => card.Topic);
        foreach (var question in deck.Questions)
            yield return Question(question, topics[question.Card]);
        yield return Header(deck);
        foreach (var note in deck.Notes)
            yield return Note("", note);
        foreach (var card in deck.Cards)
        {
            foreach (var note in card.Notes)
                yield return Note(card.Id.Value, note);
        }

        foreach (var name in deck.Names)
            yield return Name(name);
        foreach (var cluster in deck.NearDuplicates)
            yield return Cluster(cluster);
    }

    private static Dictionary<string, string> Point(Card card, Point point, Point? parent) => new()
    {
        ["kind"] = DeckCsv.PointKind,
        ["id"] = point.Id.Value,
        ["card"] = card.Id.Value,
        ["topic"] = card.Topic,
        ["prompt"] = card.Front,
        ["answer"] = point.Text,
        ["parent"] = parent?.Id.Value ?? "",
        ["source"] = point.SourceText ?? point.Text,
        ["correction"] = point.Correction ?? "",
        ["ask"] = DeckWords.Of(point.Ask),
        ["date"] = point.Date?.ToString() ?? "",
    };

    private static Dictionary<string, string> Question(Question question, string topic)
    {
        var row = new Dictionary<string, string>
        {
            ["kind"] = DeckWords.Of(question.Kind),
            ["id"] = question.Id.Value,
            ["card"] = question.Card.Value,
            ["topic"] = topic,
            ["prompt"] = question.Prompt,
            ["answer"] = question.Answer,
            ["options"] = string.Join(" | ", OptionOrder.Stable(question).Options),
            ["explanation"] = question.Explanation,
            ["difficulty"] = Number(question.Difficulty),
            ["points"] = string.Join(' ', question.Points.Select(point => point.Value)),
            ["accept"] = CsvList.Write(question.Accept),
            ["vague"] = CsvList.Write(question.Vague),
            ["reject"] = CsvList.Write(question.Reject),
            ["count"] = question.Count == 0 ? "" : Number(question.Count),
            ["items"] = CsvList.Write(question.Items),
            ["also"] = CsvList.Write(question.Also),
            ["enemies"] = string.Join(' ', question.Enemies.Select(enemy => enemy.Value)),
        };
        for (var index = 0; index < question.Distractors.Length; index++)
        {
            var number = Number(index + 1);
            row[$"distractor-{number}"] = question.Distractors[index].Text;
            row[$"why-{number}"] = question.Distractors[index].Why;
            row[$"point-{number}"] = question.Distractors[index].Point?.Value ?? "";
        }

        return row;
    }

    private static Dictionary<string, string> Header(Deck deck) => new()
    {
        ["kind"] = DeckCsv.DeckKind,
        ["id"] = deck.Id.Value,
        ["prompt"] = deck.Title,
        ["source"] = deck.Source,
        ["subject"] = deck.Subject,
        ["language"] = deck.Language,
        ["licence"] = deck.Licence,
    };

    private static Dictionary<string, string> Note(string card, string note) =>
        new() { ["kind"] = DeckCsv.NoteKind, ["card"] = card, ["answer"] = note };

    private static Dictionary<string, string> Name(DeckName name) => new()
    {
        ["kind"] = DeckCsv.NameKind,
        ["prompt"] = name.Name,
        ["accept"] = CsvList.Write(name.Also),
        ["from"] = name.From is { } from ? Number(from) : "",
        ["to"] = name.To is { } to ? Number(to) : "",
    };

    private static Dictionary<string, string> Cluster(PointCluster cluster) => new()
    {
        ["kind"] = DeckCsv.ClusterKind,
        ["id"] = cluster.Id,
        ["prompt"] = cluster.Theme,
        ["points"] = string.Join(' ', cluster.Points.Select(point => point.Value)),
        ["same"] = cluster.AreSame ? "true" : "",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
