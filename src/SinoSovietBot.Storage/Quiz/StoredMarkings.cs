using Microsoft.Data.Sqlite;
using SinoSovietBot.Study.Marking;

namespace SinoSovietBot.Storage.Quiz;

/// <summary>Markings in columns. The words that stand for verdicts outlive a renaming of the enum; rules are stored by name.</summary>
internal static class StoredMarkings
{
    /// <summary>What stands in the column of the option where something was typed.</summary>
    public const int NoOption = -1;

    public static string Write(Verdict verdict) => verdict switch
    {
        Verdict.Right => "right",
        Verdict.Partly => "partly",
        Verdict.Vague => "vague",
        Verdict.Wrong => "wrong",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Not one of the verdicts."),
    };

    /// <summary>Reads raw, normalised, verdict, rule, found, asked and note; null where nothing was typed.</summary>
    /// <param name="reader">At a row.</param>
    /// <param name="column">That of the first.</param>
    public static Marking? Read(SqliteDataReader reader, int column) => reader.IsDBNull(column)
        ? null
        : new Marking(
            ReadVerdict(reader.GetString(column + 2)),
            ReadRule(reader.GetString(column + 3)),
            reader.GetString(column),
            reader.GetString(column + 1),
            reader.GetInt32(column + 4),
            reader.GetInt32(column + 5),
            reader.IsDBNull(column + 6) ? null : reader.GetString(column + 6));

    public static Verdict ReadVerdict(string word) => word switch
    {
        "right" => Verdict.Right,
        "partly" => Verdict.Partly,
        "vague" => Verdict.Vague,
        "wrong" => Verdict.Wrong,
        _ => throw new FormatException($"An answer has a verdict, '{word}', that this program does not know."),
    };

    private static MarkingRule ReadRule(string name) => Enum.TryParse<MarkingRule>(name, out var rule) && rule.ToString() == name
        ? rule
        : throw new FormatException($"An answer was marked by a rule, '{name}', that this program does not know.");
}
