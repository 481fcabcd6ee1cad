using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Tests.Marking;

/// <summary>
/// The table beside this file. Wordings are parted by semicolons. In <c>expected</c>, "list 3: text {group, group}; text" is a list that asks
/// for three (its further ideas stand in <c>accept</c>), "order: a > b" an order ("shown 2 1" in <c>accept</c>: how it was shown). \n is a new line.
/// </summary>
internal static partial class MarkingTable
{
    public static IReadOnlyList<Row> Read()
    {
        using var text = new StreamReader(Path.Combine(AppContext.BaseDirectory, "Marking", "marking-table.csv"));
        using var csv = CsvReader.Create(text, CsvReaderOptions.Default with { FormatProvider = CultureInfo.InvariantCulture }, leaveOpen: true);
        csv.ReadHeader();
        var rows = new List<Row>();
        while (csv.Read())
        {
            rows.Add(new Row(
                csv.GetString("expected"), csv.GetString("accept"), csv.GetString("vague"), csv.GetString("reject"),
                csv.GetString("typed"), csv.GetString("verdict"), csv.GetString("why")));
        }

        return rows;
    }

    [GeneratedRegex(@"^list (?<count>[0-9]+): (?<ideas>.*)\z")]
    private static partial Regex List();

    [GeneratedRegex(@"^(?<text>[^{]*)(\{(?<groups>[^}]*)\})?\z")]
    private static partial Regex Idea();

    /// <summary>One line of the table.</summary>
    internal sealed record Row(string Expected, string Accept, string Vague, string Reject, string Typed, string Verdict, string Why)
    {
        public MarkingKey Key
        {
            get
            {
                var key = new MarkingKey { Form = AnswerForm.Text, Answer = Expected, Vague = Split(Vague, ';'), Reject = Split(Reject, ';') };
                if (List().Match(Expected) is { Success: true } list)
                {
                    var count = int.Parse(list.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
                    return key with { Form = AnswerForm.List, Count = count, Items = Ideas(list.Groups["ideas"].Value), Also = Ideas(Accept) };
                }

                if (!Expected.StartsWith("order: ", StringComparison.Ordinal))
                    return key with { Accept = Split(Accept, ';') };
                return key with
                {
                    Form = AnswerForm.Order,
                    Items = [.. Split(Expected["order: ".Length..], '>').Select(text => new AnswerItem(text, []))],
                    ShownOrder = [.. Split(Accept, ' ').Skip(1).Select(place => int.Parse(place, CultureInfo.InvariantCulture) - 1)],
                };
            }
        }

        public string Text => Typed.Replace("\\n", "\n", StringComparison.Ordinal);

        /// <summary>The verdict as the table writes it: with figures where it has them.</summary>
        public string Told(Study.Marking.Marking marking) =>
            Verdict.Contains('/', StringComparison.Ordinal) ? $"{marking.Verdict} {marking.Right}/{marking.Asked}" : marking.Verdict.ToString();
    }

    private static ImmutableArray<AnswerItem> Ideas(string text) =>
    [
        .. Split(text, ';').Select(idea => Idea().Match(idea))
            .Select(match => new AnswerItem(match.Groups["text"].Value.Trim(), Split(match.Groups["groups"].Value, ','))),
    ];

    private static ImmutableArray<string> Split(string text, char separator) =>
        [.. text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
