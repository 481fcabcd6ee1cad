using System.Globalization;

namespace SinoSovietBot.Study.Marking.Dates;

/// <summary>A date as somebody wrote it: the days it may mean, and how exact it is.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="Precision">How exact it was meant to be.</param>
internal sealed record WrittenDate(DateOnly First, DateOnly Last, DatePrecision Precision)
{
    /// <summary>The year that stands for none in <see cref="First"/> and <see cref="Last"/>: it has a 29 February.</summary>
    public const int NoYear = 4;

    public bool HasYear => First.Year != NoYear;

    /// <summary>The day and month were numbers, so that the member should hear how they were read.</summary>
    public bool DayFirst { get; init; }

    public bool SameDays(WrittenDate other) => First == other.First && Last == other.Last;

    public bool Holds(WrittenDate other) => First <= other.First && other.Last <= Last;

    public bool Meets(WrittenDate other) => First <= other.Last && other.First <= Last;

    public string Describe() => First.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static WrittenDate Day(int year, int month, int day) => new(new(year, month, day), new(year, month, day), DatePrecision.Day);

    public static WrittenDate Month(int year, int month) =>
        new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)), DatePrecision.Month);

    public static WrittenDate Year(int year) => Years(year, year, DatePrecision.Year);

    public static WrittenDate Years(int first, int last, DatePrecision precision) => new(new(first, 1, 1), new(last, 12, 31), precision);
}

/// <summary>How exact a date is, the most exact first.</summary>
internal enum DatePrecision
{
    Day,
    Month,

    /// <summary>Such as "early 1950" or a season.</summary>
    Part,
    Year,
    Decade,
    Century,

    /// <summary>From one date to another.</summary>
    Range,
}
