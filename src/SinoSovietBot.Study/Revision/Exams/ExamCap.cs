using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Study.Revision.Exams;

/// <summary>Shortens intervals so that everything is seen once more before an exam. Pure.</summary>
public static class ExamCap
{
    /// <summary>The days before the exam over which the last looks are spread: otherwise all would fall on its eve.</summary>
    public const int LastDays = 7;

    /// <summary>
    /// The same outcomes, but none waits for the day of the exam or a later one: what would, comes on one of the last days before it. From the eve of
    /// the exam on nothing is changed.
    /// </summary>
    /// <param name="outcomes">Without an exam.</param>
    /// <param name="today">The learner's day.</param>
    /// <param name="exam">The day of the exam, or null.</param>
    /// <param name="draw">Chooses among the last days: 0 inclusive to 1 exclusive.</param>
    public static Outcomes Apply(Outcomes outcomes, DateOnly today, DateOnly? exam, double draw)
    {
        Outcome Capped(Outcome outcome) => outcome.Days == 0 ? outcome
            : outcome with { Wait = TimeSpan.FromDays(Days(outcome.Days, today, exam, draw)) };
        return new Outcomes(Capped(outcomes.Again), Capped(outcomes.Hard), Capped(outcomes.Good), Capped(outcomes.Easy));
    }

    /// <summary>The same for one interval.</summary>
    public static int Days(int days, DateOnly today, DateOnly? exam, double draw)
    {
        if (exam is not { } day)
            return days;
        int eve = day.DayNumber - 1 - today.DayNumber;
        // In the last days themselves, what has just been remembered need not come again.
        return eve < LastDays || days <= eve ? days : eve - Among(draw);
    }

    /// <summary>
    /// When something comes back that may have been scheduled before the exam was set: as scheduled, or where that is too late for a look in the last
    /// days, on one of these.
    /// </summary>
    /// <param name="due">As scheduled.</param>
    /// <param name="reviewed">The learner's day of the last review.</param>
    /// <param name="today">The learner's day.</param>
    /// <param name="exam">The day of the exam, or null.</param>
    /// <param name="draw">Chooses among the last days: 0 inclusive to 1 exclusive.</param>
    public static DateOnly Due(DateOnly due, DateOnly reviewed, DateOnly today, DateOnly? exam, double draw)
    {
        bool isLate = exam is { } day && today < day && due >= day && reviewed < day.AddDays(-LastDays);
        return isLate ? exam!.Value.AddDays(-1 - Among(draw)) : due;
    }

    private static int Among(double draw) => (int)(draw * LastDays);
}
