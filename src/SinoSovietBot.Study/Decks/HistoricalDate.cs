using System.Globalization;
using System.Text.RegularExpressions;

namespace SinoSovietBot.Study.Decks;

/// <summary>A date as exact as it is known. In files: <c>1950</c>, <c>1950-02</c>, <c>1950-02-14</c>, <c>c. 1958</c>.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12, or null.</param>
/// <param name="Day">1 to 31 and valid in its month; null where the month is.</param>
/// <param name="Circa">About that time.</param>
public readonly partial record struct HistoricalDate(int Year, int? Month = null, int? Day = null, bool Circa = false)
{
    private const string CircaMark = "c. ";

    /// <summary>Reads the form of the files. False for any other form and for a day that its month does not have.</summary>
    public static bool TryParse(string text, out HistoricalDate date)
    {
        date = default;
        var match = FileForm().Match(text);
        if (!match.Success)
            return false;

        var year = Number(match.Groups["year"])!.Value;
        var month = Number(match.Groups["month"]);
        var day = Number(match.Groups["day"]);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month ?? 1))
            return false;

        date = new HistoricalDate(year, month, day, match.Groups["circa"].Success);
        return true;
    }

    /// <summary>The form of the files.</summary>
    public override string ToString()
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"{Year:0000}{Month:'-'00}{Day:'-'00}");
        return Circa ? CircaMark + date : date;
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<circa>c\. ?)?(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2}))?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FileForm();
}
