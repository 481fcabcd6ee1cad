namespace SinoSovietBot.Study.Revision.Reminders;

/// <summary>
/// When a member is reminded, and what becomes of the reminder then. Pure. Before anything is sent, <see cref="Passed"/> is stored: whatever dies
/// afterwards, nobody is reminded twice, at worst once too little.
/// </summary>
public static class ReminderRules
{
    /// <summary>So many direct messages refused one after the other, and the reminder is given up.</summary>
    public const int MaxRefusals = 3;

    /// <summary>Where Discord could not be reached, it is tried again after so long.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(15);

    /// <summary>A reminder that is later than this waits for its next day.</summary>
    public static readonly TimeSpan Latest = TimeSpan.FromHours(2);

    // A week, and the dates that a zone may have left out.
    private const int DatesAhead = 10;

    /// <summary>
    /// When the clock next shows the time on one of the days, strictly after a moment. Each date counts once: where clocks go back, the first time; where
    /// they jump over it, the moment after the jump.
    /// </summary>
    /// <param name="time">On the clock where the member is.</param>
    /// <param name="days">At least one.</param>
    /// <param name="zone">Where the member is.</param>
    /// <param name="after">The moment.</param>
    public static DateTimeOffset Next(TimeOnly time, ReminderDays days, TimeZoneInfo zone, DateTimeOffset after) =>
        Times(time, days, zone, after).First(at => at > after);

    /// <summary>The same reminder, with a time worked out anew: after it was set, or after its member has moved.</summary>
    public static Reminder From(Reminder reminder, TimeZoneInfo zone, DateTimeOffset now) =>
        reminder with { NextAt = Next(reminder.Time, reminder.Days, zone, now) };

    /// <summary>What is stored before a reminder is looked at whose time has come.</summary>
    public static Reminder Passed(Reminder reminder, TimeZoneInfo zone, DateTimeOffset now) => From(reminder, zone, now);

    /// <summary>The time that has come: the last one that is not after now.</summary>
    public static DateTimeOffset Wanted(Reminder reminder, TimeZoneInfo zone, DateTimeOffset now) =>
        Times(reminder.Time, reminder.Days, zone, now).Last(at => at <= now);

    /// <summary>Whether it is too late for the time that has come, because the bot was away.</summary>
    public static bool IsTooLate(Reminder reminder, TimeZoneInfo zone, DateTimeOffset now) => now - Wanted(reminder, zone, now) > Latest;

    /// <summary>After the message has arrived.</summary>
    public static Reminder Sent(Reminder passed) => passed with { Refusals = 0 };

    /// <summary>After Discord refused it because the member takes no messages.</summary>
    public static Reminder Refused(Reminder passed)
    {
        int refusals = passed.Refusals + 1;
        return passed with { Refusals = refusals, IsGivenUp = refusals >= MaxRefusals };
    }

    /// <summary>After Discord could not be reached: a little later, unless that would be too late.</summary>
    public static Reminder Failed(Reminder passed, TimeZoneInfo zone, DateTimeOffset now)
    {
        var again = now + RetryAfter;
        return again < passed.NextAt && again - Wanted(passed, zone, now) <= Latest ? passed with { NextAt = again } : passed;
    }

    // Around a moment, in order, on both sides of it.
    private static IEnumerable<DateTimeOffset> Times(TimeOnly time, ReminderDays days, TimeZoneInfo zone, DateTimeOffset around)
    {
        var calendar = new StudyCalendar(zone, StudyCalendar.DefaultDayStart);
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(around, zone).DateTime);
        return Enumerable.Range(-DatesAhead, (2 * DatesAhead) + 1)
            .Select(date.AddDays)
            .Where(day => days.HasFlag((ReminderDays)(1 << (int)day.DayOfWeek)))
            .Select(day => calendar.Instant(day, time));
    }
}
