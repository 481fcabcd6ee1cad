using System.Globalization;
using System.Text.RegularExpressions;

namespace SinoSovietBot.Study.Revision.Settings;

/// <summary>Reads times of the day as people type them: <c>18:00</c>, <c>4</c>, <c>04.30</c>, <c>4am</c>, <c>7:15 pm</c>, <c>1830</c>.</summary>
public static partial class ClockTime
{
    private const int HoursOfHalf = 12;

    /// <summary>The time, or null where it is none, such as 25:99.</summary>
    public static TimeOnly? Read(string typed)
    {
        var read = Form().Match(typed.Trim());
        if (!read.Success)
            return null;
        int hour = Number(read.Groups["hour"]);
        int minute = read.Groups["minute"].Success ? Number(read.Groups["minute"]) : 0;
        if (read.Groups["half"].Success)
        {
            if (hour is 0 or > HoursOfHalf)
                return null;
            hour = (hour % HoursOfHalf) + (read.Groups["half"].ValueSpan[0] is 'p' or 'P' ? HoursOfHalf : 0);
        }

        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    /// <summary>As it is shown: <c>04:00</c>.</summary>
    public static string Write(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<hour>[0-9]{1,2})([:.h]?(?<minute>[0-9]{2}))?\s?(?<half>[ap]\.?m\.?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
