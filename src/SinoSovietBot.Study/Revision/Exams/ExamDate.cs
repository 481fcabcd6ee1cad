using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Marking.Dates;

namespace SinoSovietBot.Study.Revision.Exams;

/// <summary>The date of an exam as somebody typed it; a closed family.</summary>
public abstract record ExamDate
{
    /// <summary>An exam is at most so far away.</summary>
    public const int MaxYears = 3;

    private ExamDate()
    {
    }

    /// <summary>A day that can be one.</summary>
    public sealed record On(DateOnly Day) : ExamDate;

    /// <summary>Today or earlier.</summary>
    public sealed record Past(DateOnly Day) : ExamDate;

    /// <summary>More than <see cref="MaxYears"/> away.</summary>
    public sealed record TooFar(DateOnly Day) : ExamDate;

    /// <summary>A month or a year, but no day.</summary>
    public sealed record NoDay : ExamDate;

    public sealed record Unreadable : ExamDate;

    /// <summary>
    /// Reads a date, day first: 2027-06-04, 4/6/2027, 4.6.27, 4 June 2027, Friday 4th June; one without a year is the next of its kind.
    /// </summary>
    /// <param name="typed">As it was typed.</param>
    /// <param name="today">The learner's day.</param>
    public static ExamDate Read(string typed, DateOnly today)
    {
        if (DateReader.Read(Normaliser.Normalise(typed), today.Year / 100 * 100) is not { } date)
            return new Unreadable();
        if (date.Precision != DatePrecision.Day)
            return new NoDay();
        var day = date.HasYear ? date.First : Next(date.First, today);
        if (day <= today)
            return new Past(day);
        return day > today.AddYears(MaxYears) ? new TooFar(day) : new On(day);
    }

    // Of 29 February there may be none for eight years.
    private static DateOnly Next(DateOnly date, DateOnly today)
    {
        for (int year = today.Year; ; year++)
        {
            if (date.Day <= DateTime.DaysInMonth(year, date.Month) && new DateOnly(year, date.Month, date.Day) is var day && day > today)
                return day;
        }
    }
}
