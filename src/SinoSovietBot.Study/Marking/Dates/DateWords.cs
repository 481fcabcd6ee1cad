using System.Collections.Frozen;

namespace SinoSovietBot.Study.Marking.Dates;

/// <summary>The words of dates, with the misspellings of months that teachers know. Nothing else in a date is lenient.</summary>
internal static class DateWords
{
    private static readonly string[] MonthSpellings =
    [
        "january jan janurary januray janaury",
        "february feb febuary feburary febrary februrary",
        "march mar",
        "april apr",
        "may",
        "june jun",
        "july jul",
        "august aug agust augest",
        "september sep sept septmber setember septemer",
        "october oct octber ocotber",
        "november nov novemeber novemer",
        "december dec decemeber decmber",
    ];

    private static readonly FrozenDictionary<string, int> Months = MonthSpellings
        .SelectMany((spellings, index) => spellings.Split(' ').Distinct().Select(spelling => (spelling, index + 1)))
        .ToFrozenDictionary(pair => pair.spelling, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Decades = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["twenties"] = 20,
        ["thirties"] = 30,
        ["forties"] = 40,
        ["fifties"] = 50,
        ["sixties"] = 60,
        ["seventies"] = 70,
        ["eighties"] = 80,
        ["nineties"] = 90,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // First and last month of a year, or first and last of twelve parts of a month or decade. Neighbours overlap: nobody draws the line sharply.
    private static readonly FrozenDictionary<string, (int First, int Last)> Parts = new Dictionary<string, (int, int)>(StringComparer.Ordinal)
    {
        ["early"] = (1, 5),
        ["beginning"] = (1, 4),
        ["start"] = (1, 4),
        ["mid"] = (4, 9),
        ["middle"] = (4, 9),
        ["late"] = (8, 12),
        ["end"] = (9, 12),
        ["spring"] = (3, 5),
        ["summer"] = (6, 8),
        ["autumn"] = (9, 11),

        // Of either end of the year.
        ["winter"] = (1, 12),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Weekdays = FrozenSet.Create(
        StringComparer.Ordinal, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    public static int? Month(string word) => Months.TryGetValue(word, out var month) ? month : null;

    public static int? Decade(string word) => Decades.TryGetValue(word, out var decade) ? decade : null;

    public static bool IsPart(string word, out (int First, int Last) part) => Parts.TryGetValue(word, out part);

    /// <summary>Says nothing about the date.</summary>
    public static bool IsIdle(string word) => Weekdays.Contains(word) || word is "the" or "of" or "in" or "on" or "year" or "month" or "ad" or "ce";

    public static bool IsAbout(string word) =>
        word is "c" or "ca" or "circa" or "about" or "around" or "approximately" or "approx" or "roughly" or "probably";

    public static bool IsBefore(string word) => word is "bc" or "bce";
}
