using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Revision.Reminders;

/// <summary>A member's wish to be told in a direct message when something is due.</summary>
public sealed record Reminder
{
    public required MemberId Member { get; init; }

    /// <summary>The time on the clock where the learner is.</summary>
    public required TimeOnly Time { get; init; }

    public required ReminderDays Days { get; init; }

    /// <summary>When it is looked at next.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>Direct messages that Discord refused, one after the other, because the member has closed them.</summary>
    public int Refusals { get; init; }

    /// <summary>Given up after too many refusals; the member begins again with <c>/study remind</c>.</summary>
    public bool IsGivenUp { get; init; }
}

/// <summary>Days of the week; the bits are those of <see cref="DayOfWeek"/>, Sunday the lowest.</summary>
[Flags]
public enum ReminderDays
{
    None = 0,
    Sunday = 1,
    Monday = 2,
    Tuesday = 4,
    Wednesday = 8,
    Thursday = 16,
    Friday = 32,
    Saturday = 64,
    All = 127,
    SchoolDays = Monday | Tuesday | Wednesday | Thursday | Friday,
    Weekend = Saturday | Sunday,
}
