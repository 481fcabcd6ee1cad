using System.Collections.Immutable;
using SinoSovietBot.Study.Revision.Exams;

namespace SinoSovietBot.Study.Revision.Statistics;

/// <summary>What comes back in the next days.</summary>
/// <param name="Scheduled">Items by the day on which they come back, today first; what is overdue counts for today.</param>
/// <param name="Later">Items that come back afterwards.</param>
/// <param name="Expected">Gradings on each day, with what is new and what comes back again, if the member revises every day by their settings.</param>
public sealed record DueForecast(ImmutableArray<int> Scheduled, int Later, ImmutableArray<double> Expected)
{
    public const int Days = 30;

    public static DueForecast Of(LearnerDeck learner)
    {
        int[] days = new int[Days];
        int later = 0;
        foreach (var memory in learner.Items.Items.Select(learner.MemoryOf).Where(memory => memory is { IsSuspended: false, IsNew: false }))
        {
            int at = Math.Max(0, (learner.DueOn(memory)?.DayNumber ?? learner.Today.DayNumber) - learner.Today.DayNumber);
            if (at < Days)
                days[at]++;
            else
                later++;
        }

        var expected = Projection.Of(learner, learner.Today.AddDays(Days), StudyPlan.Of(learner.Settings)).ReviewsByDay;
        return new DueForecast([.. days], later, expected);
    }
}
