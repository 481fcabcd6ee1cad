using System.Globalization;

namespace SinoSovietBot.Study.Revision;

/// <summary>How long something takes to come back, as members read it. Pure.</summary>
public static class Waits
{
    private const double DaysOfMonth = 365.25 / 12;
    private const double DaysOfYear = 365.25;

    /// <summary>For a button: <c>10 min</c>, <c>3 h</c>, <c>21 d</c>, <c>3.2 mo</c>, <c>1.4 y</c>.</summary>
    public static string OnButton(TimeSpan wait)
    {
        var (number, unit) = Parts(wait);
        return $"{Written(number)} {unit switch { Unit.Minute => "min", Unit.Hour => "h", Unit.Day => "d", Unit.Month => "mo", _ => "y" }}";
    }

    /// <summary>For a sentence: <c>10 minutes</c>, <c>1 day</c>, <c>3.2 months</c>.</summary>
    public static string InWords(TimeSpan wait)
    {
        var (number, unit) = Parts(wait);
        string written = Written(number);
        string name = unit switch { Unit.Minute => "minute", Unit.Hour => "hour", Unit.Day => "day", Unit.Month => "month", _ => "year" };
        return $"{written} {name}{(written == "1" ? "" : "s")}";
    }

    private static (double Number, Unit Unit) Parts(TimeSpan wait) => wait switch
    {
        { TotalMinutes: < 59.5 } => (Math.Max(1, Math.Round(wait.TotalMinutes)), Unit.Minute),
        { TotalHours: < 23.5 } => (Math.Round(wait.TotalHours), Unit.Hour),
        { TotalDays: < 30.5 } => (Math.Round(wait.TotalDays), Unit.Day),
        { TotalDays: < DaysOfYear } => (wait.TotalDays / DaysOfMonth, Unit.Month),
        _ => (wait.TotalDays / DaysOfYear, Unit.Year),
    };

    private static string Written(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private enum Unit
    {
        Minute,
        Hour,
        Day,
        Month,
        Year,
    }
}
