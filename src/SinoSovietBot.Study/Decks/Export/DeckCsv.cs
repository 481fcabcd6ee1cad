using System.Globalization;
using CsvHelper;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Export;

/// <summary>The table form of a deck: first all points, then all questions.</summary>
internal static class DeckCsv
{
    private const string PointKind = "point";

    private static readonly string[] Columns =
    [
        "kind", "id", "card", "topic", "prompt", "answer", "options", "explanation",
        "difficulty", "points", "parent", "source", "correction", "ask", "date",
    ];

    // A cell that begins like a formula is run by spreadsheets: such a text gets an apostrophe before it.
    private static readonly CsvWriterOptions Options = new()
    {
        NewLine = "\r\n",
        FormatProvider = CultureInfo.InvariantCulture,
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=+-@\t\r",
        InjectionEscape = '\'',
    };

    public static string Write(Deck deck)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, Options, leaveOpen: true))
        {
            csv.WriteHeader(Columns);
            foreach (var card in deck.Cards)
            {
                foreach (var (point, parent) in PointsWithParents.Of(card))
                    csv.WriteRecord(PointRow(card, point, parent));
            }

            var topics = deck.Cards.ToDictionary(card => card.Id, card => card.Topic);
            foreach (var question in deck.Questions)
                csv.WriteRecord(QuestionRow(question, topics[question.Card]));
            csv.Flush();
        }

        return text.ToString();
    }

    private static string[] PointRow(Card card, Point point, Point? parent) =>
    [
        PointKind, point.Id.Value, card.Id.Value, card.Topic, card.Front, point.Text, "", "", "", "",
        parent?.Id.Value ?? "", point.SourceText ?? point.Text, point.Correction ?? "",
        DeckWords.Of(point.Ask), point.Date?.ToString() ?? "",
    ];

    private static string[] QuestionRow(Question question, string topic) =>
    [
        DeckWords.Of(question.Kind), question.Id.Value, question.Card.Value, topic, question.Prompt, question.Answer,
        string.Join(" | ", OptionOrder.Stable(question).Options), question.Explanation,
        question.Difficulty.ToString(CultureInfo.InvariantCulture),
        string.Join(' ', question.Points.Select(point => point.Value)), "", "", "", "", "",
    ];
}
