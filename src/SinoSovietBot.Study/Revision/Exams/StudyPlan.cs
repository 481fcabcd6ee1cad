using System.Collections.Immutable;

namespace SinoSovietBot.Study.Revision.Exams;

/// <summary>A way to revise until an exam.</summary>
/// <param name="NewPerDay">As in <see cref="LearnerSettings.NewPerDay"/>.</param>
/// <param name="ReviewsPerDay">As in <see cref="LearnerSettings.ReviewsPerDay"/>.</param>
/// <param name="Retention">As in <see cref="LearnerSettings.Retention"/>.</param>
/// <param name="HasFinalPass">On the last <see cref="FinalDays"/> days everything is looked at once more, beside what is due.</param>
public sealed record StudyPlan(int NewPerDay, int ReviewsPerDay, double Retention, bool HasFinalPass = false)
{
    public const int FinalDays = 3;

    /// <summary>To go on as before.</summary>
    public static StudyPlan Of(LearnerSettings settings) => new(settings.NewPerDay, settings.ReviewsPerDay, settings.Retention);
}

/// <summary>What is to be expected of a plan.</summary>
/// <param name="Recall">The mean chance to remember over all items on the day, 0 to 1; what was never begun counts 0.</param>
/// <param name="Unseen">How many items will never have been begun.</param>
/// <param name="ReviewsByDay">Expected gradings on each day, today first; the day itself is not among them.</param>
public sealed record PlanOutcome(double Recall, double Unseen, ImmutableArray<double> ReviewsByDay)
{
    public double ReviewsPerDay => ReviewsByDay.IsEmpty ? 0 : ReviewsByDay.Average();
}
