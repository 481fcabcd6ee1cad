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
        if (exam is not { } day || day.DayNumber - today.DayNumber < 2)
            return outcomes;
        int eve = day.DayNumber - 1 - today.DayNumber;
        // In the last days themselves, what has just been remembered need not come again.
        if (eve < LastDays)
            return outcomes;
        int cap = eve - (int)(draw * LastDays);
        Outcome Capped(Outcome outcome) => outcome.Days > eve ? outcome with { Wait = TimeSpan.FromDays(cap) } : outcome;
        return new Outcomes(Capped(outcomes.Again), Capped(outcomes.Hard), Capped(outcomes.Good), Capped(outcomes.Easy));
    }
}
