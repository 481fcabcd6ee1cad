namespace SinoSovietBot.Study.Revision.Statistics;

/// <summary>On how many of the learner's days in a row a member has revised.</summary>
/// <param name="Current">Up to today, or to yesterday as long as today is not over; else 0.</param>
/// <param name="Longest">The longest ever.</param>
/// <param name="CountsToday">Today has been revised.</param>
public readonly record struct Streak(int Current, int Longest, bool CountsToday)
{
    /// <param name="days">The days on which something was revised, in any order, each as often as it likes.</param>
    /// <param name="today">The learner's day.</param>
    public static Streak Of(IEnumerable<DateOnly> days, DateOnly today)
    {
        int longest = 0;
        int run = 0;
        var last = DateOnly.MinValue;
        foreach (var day in days.Distinct().Order())
        {
            run = run > 0 && day == last.AddDays(1) ? run + 1 : 1;
            longest = Math.Max(longest, run);
            last = day;
        }

        // Whoever flies west may have revised tomorrow.
        bool isAlive = run > 0 && last >= today.AddDays(-1);
        return new Streak(isAlive ? run : 0, longest, run > 0 && last >= today);
    }
}
