using System.Collections.Immutable;

namespace SinoSovietBot.Study.Revision.Statistics;

/// <summary>How much was revised on each of the learner's days of half a year.</summary>
/// <param name="First">A Monday.</param>
/// <param name="Reviews">From <see cref="First"/> to today, day by day.</param>
public sealed record HeatMap(DateOnly First, ImmutableArray<int> Reviews)
{
    public const int Weeks = 26;

    public int Most => Reviews.IsEmpty ? 0 : Reviews.Max();

    public static HeatMap Of(IEnumerable<DateOnly> reviewDays, DateOnly today)
    {
        int sinceMonday = ((int)today.DayOfWeek + 6) % 7;
        var first = today.AddDays(-sinceMonday - ((Weeks - 1) * 7));
        int[] counts = new int[today.DayNumber - first.DayNumber + 1];
        foreach (var day in reviewDays)
        {
            int at = day.DayNumber - first.DayNumber;
            if (at >= 0 && at < counts.Length)
                counts[at]++;
        }

        return new HeatMap(first, [.. counts]);
    }

    /// <summary>How dark a day is shown: 0 for nothing, 1 to 4 by quarters of the most.</summary>
    public int Level(int reviews) => reviews == 0 ? 0 : Math.Clamp((int)Math.Ceiling(4.0 * reviews / Math.Max(4, Most)), 1, 4);
}
