using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Reading;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Rows of our table as they would stand in a deck file.</summary>
internal static class CsvNodes
{
    private const string OptionsParting = " | ";

    public static YamlMap Question(CsvCells row, QuestionKind kind) => DeckTree.Map(
        row.At,
        ("id", Text(row, "id")),
        ("kind", Text(row, "kind")),
        ("card", Text(row, "card")),
        ("points", Ids(row, "points")),
        ("difficulty", Text(row, "difficulty")),
        ("prompt", Text(row, "prompt")),
        ("answer", QuestionForm.Of(kind).HasItems ? Items(row, row["items"].Length > 0 ? "items" : "answer") : Text(row, "answer")),
        ("distractors", Distractors(row, kind)),
        ("accept", Lines(row, "accept")),
        ("vague", Lines(row, "vague")),
        ("reject", Lines(row, "reject")),
        ("count", Text(row, "count")),
        ("also", Items(row, "also")),
        ("explanation", Text(row, "explanation")),
        ("enemies", Ids(row, "enemies")));

    public static YamlMap Name(CsvCells row) => DeckTree.Map(
        row.At, ("name", Text(row, "prompt")), ("also", Lines(row, "accept")), ("from", Text(row, "from")), ("to", Text(row, "to")));

    public static YamlMap Cluster(CsvCells row) => DeckTree.Map(
        row.At, ("id", Text(row, "id")), ("theme", Text(row, "prompt")), ("points", Ids(row, "points")), ("same", Text(row, "same")));

    private static YamlText? Text(CsvCells row, string column) => DeckTree.Text(row.PlaceOf(column), row[column]);

    private static YamlList? Lines(CsvCells row, string column) => DeckTree.Texts(row.PlaceOf(column), CsvList.Texts(row[column]));

    private static YamlList? Ids(CsvCells row, string column) =>
        DeckTree.Texts(row.PlaceOf(column), row[column].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static YamlList? Items(CsvCells row, string column)
    {
        var at = row.PlaceOf(column);
        return DeckTree.List(at, CsvList.Items(row[column]).Select<AnswerItem, YamlNode>(item => item.Accept.IsEmpty
            ? new YamlText(at, item.Text, IsPlain: false)
            : DeckTree.Map(at, ("text", DeckTree.Text(at, item.Text)), ("accept", DeckTree.Texts(at, item.Accept)))));
    }

    // A table made by hand may have the options alone.
    private static YamlList? Distractors(CsvCells row, QuestionKind kind)
    {
        var written = Enumerable.Range(1, DeckLimits.MaxOptions - 1).Where(number => row[$"distractor-{number}"].Length > 0).ToList();
        if (written.Count > 0)
            return DeckTree.List(row.PlaceOf("distractor-1"), written.Select(number => Distractor(row, number)));
        if (QuestionForm.Of(kind).Distractors == OptionNeed.None)
            return null;
        var at = row.PlaceOf("options");
        var others = row["options"].Split(OptionsParting).Where(option => !string.Equals(option.Trim(), row["answer"].Trim(), StringComparison.Ordinal));
        return DeckTree.List(at, others.Select(option => DeckTree.Text(at, option)).OfType<YamlText>().Select(text => DeckTree.Map(at, ("text", text))));
    }

    private static YamlMap Distractor(CsvCells row, int number) => DeckTree.Map(
        row.PlaceOf($"distractor-{number}"),
        ("text", Text(row, $"distractor-{number}")),
        ("why", Text(row, $"why-{number}")),
        ("point", Text(row, $"point-{number}")));
}
