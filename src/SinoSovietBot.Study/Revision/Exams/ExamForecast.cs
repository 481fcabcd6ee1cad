using System.Collections.Immutable;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Study.Revision.Statistics;

namespace SinoSovietBot.Study.Revision.Exams;

/// <summary>What a member will remember on the day of an exam, and what it takes to remember as much as they want.</summary>
public sealed record ExamForecast
{
    private const double Unreachable = double.PositiveInfinity;

    /// <summary>What is new should have begun so long before the exam, where there is time: it has to come back once or twice.</summary>
    private const int RestDays = 7;

    private static readonly ImmutableArray<double> Retentions = [0.80, 0.85, 0.90, 0.93, 0.95, FsrsSettings.MaxRetention];

    public required Exam Exam { get; init; }

    /// <summary>From today; 1 is tomorrow.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>The mean chance to remember over all items of the deck on the day, 0 to 1, if nothing is revised any more.</summary>
    public required double IfStopped { get; init; }

    /// <summary>If the member goes on with their settings, every day.</summary>
    public required PlanOutcome IfContinued { get; init; }

    /// <summary>Items not begun yet.</summary>
    public required int New { get; init; }

    /// <summary>How many new ones a day it takes to begin them all in time: 0 where there are none.</summary>
    public required int NewPerDayNeeded { get; init; }

    /// <summary>How long one grading takes.</summary>
    public required ReviewPace Pace { get; init; }

    /// <summary>The plan of the fewest minutes that reaches what is wanted, or, where none does, the one that comes nearest.</summary>
    public required StudyPlan Plan { get; init; }

    public required PlanOutcome IfPlanned { get; init; }

    /// <summary>Whether <see cref="Plan"/> reaches what is wanted.</summary>
    public bool IsReachable => IfPlanned.Recall >= Exam.WantedRecall;

    /// <summary>Whether the member reaches it by going on.</summary>
    public bool IsOnCourse => IfContinued.Recall >= Exam.WantedRecall;

    public double MinutesIfContinued => Pace.Minutes(IfContinued.ReviewsPerDay);

    public double MinutesIfPlanned => Pace.Minutes(IfPlanned.ReviewsPerDay);

    /// <summary>Looks ahead.</summary>
    /// <param name="learner">Where the member stands.</param>
    /// <param name="exam">After the learner's day; intervals are capped for it, whatever <see cref="LearnerDeck.Exam"/> says.</param>
    /// <param name="pace">How long one grading takes.</param>
    public static ExamForecast Of(LearnerDeck learner, Exam exam, ReviewPace pace)
    {
        learner = learner with { Exam = exam.Day };
        int days = exam.Day.DayNumber - learner.Today.DayNumber;
        var memories = learner.Items.Items.Select(learner.MemoryOf).ToList();
        int fresh = memories.Count(memory => memory is { IsNew: true, IsSuspended: false });
        int needed = (int)Math.Ceiling((double)fresh / Math.Max(1, days > 2 * RestDays ? days - RestDays : days));
        var continued = StudyPlan.Of(learner.Settings);
        var outcome = Projection.Of(learner, exam.Day, continued);
        var (plan, planned) = outcome.Recall >= exam.WantedRecall ? (continued, outcome) : Cheapest(learner, exam, needed, (continued, outcome));
        return new ExamForecast
        {
            Exam = exam,
            DaysLeft = days,
            IfStopped = memories.Count == 0 ? 0 : memories.Average(memory => RevisionRules.Recall(memory, exam.Day)),
            IfContinued = outcome,
            New = fresh,
            NewPerDayNeeded = needed,
            Pace = pace,
            Plan = plan,
            IfPlanned = planned,
        };
    }

    private static (StudyPlan Plan, PlanOutcome Outcome) Cheapest(
        LearnerDeck learner, Exam exam, int needed, (StudyPlan Plan, PlanOutcome Outcome) best)
    {
        foreach (var plan in Plans(learner.Settings, needed))
        {
            var outcome = Projection.Of(learner, exam.Day, plan);
            if (IsBetter(outcome, best.Outcome, exam.WantedRecall))
                best = (plan with { ReviewsPerDay = Enough(outcome, learner.Settings) }, outcome);
        }

        return best;
    }

    // What the fullest day takes, in tens.
    private static int Enough(PlanOutcome outcome, LearnerSettings settings)
    {
        int fullest = (int)Math.Ceiling(outcome.ReviewsByDay.DefaultIfEmpty().Max() / 10) * 10;
        return Math.Clamp(fullest, settings.ReviewsPerDay, LearnerSettings.MaxReviewsPerDay);
    }

    // Fewer reviews among those that reach it; of the others the one that comes nearest.
    private static bool IsBetter(PlanOutcome one, PlanOutcome other, double wanted)
    {
        double Cost(PlanOutcome outcome) => outcome.Recall >= wanted ? outcome.ReviewsPerDay : Unreachable;
        var (cost, best) = (Cost(one), Cost(other));
        return cost < best || (cost == best && one.Recall > other.Recall);
    }

    private static IEnumerable<StudyPlan> Plans(LearnerSettings settings, int needed)
    {
        int most = LearnerSettings.MaxNewPerDay;
        var newPerDay = new[] { settings.NewPerDay, Math.Min(needed, most), Math.Min(2 * needed, most) }.Distinct();
        return
            from fresh in newPerDay
            from retention in Retentions.Append(settings.Retention).Distinct()
            from pass in (bool[])[false, true]
            select new StudyPlan(fresh, LearnerSettings.MaxReviewsPerDay, retention, pass);
    }
}
