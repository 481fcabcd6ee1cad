namespace SinoSovietBot.Study.Revision;

/// <summary>
/// A learner's days. A day begins at a time of the clock on the wall, 04:00 by default, so that revision after midnight still counts for the evening
/// before. Days never overlap and leave no gap, whatever the clocks do: where the clock jumps over the beginning, the day begins with the jump, and where
/// it passes the beginning twice, with the first time. Pure and thread-safe.
/// </summary>
public sealed class StudyCalendar(TimeZoneInfo zone, TimeOnly dayStart)
{
    public static TimeOnly DefaultDayStart { get; } = new(4, 0);

    public TimeZoneInfo Zone => zone;

    public TimeOnly DayStart => dayStart;

    /// <summary>The day to which a moment belongs.</summary>
    public DateOnly DayOf(DateTimeOffset at)
    {
        var wall = TimeZoneInfo.ConvertTime(at, zone).DateTime;
        var day = DateOnly.FromDateTime(wall);
        if (TimeOnly.FromDateTime(wall) < dayStart)
            day = day.AddDays(-1);
        // Where clocks change, the wall may be ahead of the day or behind it.
        while (StartOf(day) > at)
            day = day.AddDays(-1);
        while (StartOf(day.AddDays(1)) <= at)
            day = day.AddDays(1);
        return day;
    }

    /// <summary>When a day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Instant(day, dayStart);

    /// <summary>When the clock on the wall first shows a time of a date of the calendar, or has jumped over it.</summary>
    public DateTimeOffset Instant(DateOnly date, TimeOnly time)
    {
        var wall = date.ToDateTime(time);
        var near = new DateTimeOffset(wall, TimeSpan.Zero);
        // Asked of moments, not of times on the wall: .NET does not know of a time that it was jumped over where a whole day was.
        var before = near - zone.GetUtcOffset(near - TimeSpan.FromHours(26));
        var after = near - zone.GetUtcOffset(near + TimeSpan.FromHours(26));
        var (first, second) = before < after ? (before, after) : (after, before);
        return Shows(first, wall) ? first : Shows(second, wall) ? second : JumpOver(wall);
    }

    private bool Shows(DateTimeOffset at, DateTime wall) => TimeZoneInfo.ConvertTime(at, zone).DateTime == wall;

    // The first moment at which the clock shows more than a time that it never shows.
    private DateTimeOffset JumpOver(DateTime wall)
    {
        var before = new DateTimeOffset(wall, TimeSpan.Zero).AddHours(-30);
        var after = before.AddHours(60);
        while (after - before > TimeSpan.FromTicks(1))
        {
            var middle = before + ((after - before) / 2);
            if (TimeZoneInfo.ConvertTime(middle, zone).DateTime < wall)
                before = middle;
            else
                after = middle;
        }

        return after;
    }
}
