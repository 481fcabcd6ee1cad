using System.Collections.Immutable;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Export;

/// <summary>Several texts in one cell, each in a line of its own; what belongs to one of them stands below it, indented.</summary>
internal static class CsvList
{
    private const string Indent = "  ";

    public static string Write(ImmutableArray<string> texts) => string.Join('\n', texts);

    public static string Write(ImmutableArray<AnswerItem> items) =>
        string.Join('\n', items.SelectMany(item => item.Accept.Select(group => Indent + group).Prepend(item.Text)));

    public static ImmutableArray<string> Texts(string cell) => [.. Lines(cell).Select(line => line.Trim())];

    public static ImmutableArray<AnswerItem> Items(string cell)
    {
        var items = ImmutableArray.CreateBuilder<AnswerItem>();
        foreach (var line in Lines(cell))
        {
            if (items.Count > 0 && char.IsWhiteSpace(line[0]))
                items[^1] = items[^1] with { Accept = items[^1].Accept.Add(line.Trim()) };
            else
                items.Add(new AnswerItem(line.Trim(), []));
        }

        return items.ToImmutable();
    }

    private static IEnumerable<string> Lines(string cell) => cell.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));
}
