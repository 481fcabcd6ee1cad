using System.Collections.Immutable;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Study.Revision.Exams;

/// <summary>
/// Plays the days to come, by the rules and by a plan, a few times over with chances drawn from a fixed seed: the same state gives the same figures.
/// Items that give each other away are not kept apart here. For one thread.
/// </summary>
internal sealed class Projection
{
    /// <summary>How many items are played at least: a small deck is played several times.</summary>
    private const int EnoughItems = 400;
    private const int MostTimes = 8;

    /// <summary>How often a new item is not known at first, as in the simulator of FSRS's authors.</summary>
    private const double ForgottenAtFirst = 0.24;

    private static readonly FsrsFormulas Formulas = new(FsrsWeights.Default);

    private readonly LearnerDeck learner;
    private readonly DateOnly today;
    private readonly int days;
    private readonly StudyPlan plan;
    private readonly ImmutableArray<ItemMemory> memories;
    private readonly double[] reviewsByDay;
    private double recall;
    private long unseen;

    // Of the round that is being played.
    private readonly Memory?[] held;
    private readonly int[] seenOn;
    private readonly List<int>[] dueOn;
    private readonly Queue<int> waiting = [];
    private readonly Queue<int> fresh = [];
    private Random random = new(0);

    private Projection(LearnerDeck learner, DateOnly until, StudyPlan plan)
    {
        this.learner = learner;
        this.plan = plan;
        today = learner.Today;
        days = Math.Max(0, until.DayNumber - today.DayNumber);
        memories = [.. learner.Items.Items.Select(learner.MemoryOf)];
        reviewsByDay = new double[days];
        held = new Memory?[memories.Length];
        seenOn = new int[memories.Length];
        dueOn = [.. Enumerable.Range(0, days).Select(_ => new List<int>())];
    }

    /// <summary>What is to be expected on a day if a member revises by a plan until the evening before.</summary>
    public static PlanOutcome Of(LearnerDeck learner, DateOnly until, StudyPlan plan)
    {
        var projection = new Projection(learner, until, plan);
        int items = projection.memories.Length;
        int times = items == 0 ? 1 : Math.Clamp((EnoughItems + items - 1) / items, 1, MostTimes);
        for (int time = 0; time < times; time++)
            projection.Play(new Random(time));
        double all = Math.Max(1, (double)items * times);
        return new PlanOutcome(
            projection.recall / all, (double)projection.unseen / times, [.. projection.reviewsByDay.Select(reviews => reviews / times)]);
    }

    private void Play(Random chance)
    {
        random = chance;
        Begin();
        int reviewsLeft = plan.ReviewsPerDay - RevisionQueue.ReviewedToday(learner);
        int newLeft = plan.NewPerDay - RevisionQueue.NewToday(learner);
        for (int day = 0; day < days; day++)
        {
            foreach (int item in dueOn[day])
                waiting.Enqueue(item);
            for (; reviewsLeft > 0 && waiting.TryDequeue(out int item); reviewsLeft--)
                Review(item, day);
            for (; newLeft > 0 && fresh.TryDequeue(out int item); newLeft--)
                Review(item, day);
            if (plan.HasFinalPass && day >= days - StudyPlan.FinalDays)
                Pass(day);
            (reviewsLeft, newLeft) = (plan.ReviewsPerDay, plan.NewPerDay);
        }

        for (int item = 0; item < held.Length; item++)
        {
            recall += held[item] is { } memory ? Formulas.Retrievability(days - seenOn[item], memory.Stability) : 0;
            unseen += held[item] is null ? 1 : 0;
        }
    }

    private void Begin()
    {
        waiting.Clear();
        fresh.Clear();
        foreach (var list in dueOn)
            list.Clear();
        for (int item = 0; item < memories.Length; item++)
        {
            var memory = memories[item];
            held[item] = memory.State.Memory;
            seenOn[item] = (memory.ReviewedOn?.DayNumber ?? 0) - today.DayNumber;
            if (memory.IsSuspended)
                continue;
            if (memory.IsNew)
                fresh.Enqueue(item);
            else
                Schedule(item, Math.Max(0, (learner.DueOn(memory)?.DayNumber ?? today.DayNumber) - today.DayNumber));
        }
    }

    // Everything is looked at on one of the last days, in turn.
    private void Pass(int day)
    {
        for (int item = 0; item < held.Length; item++)
        {
            bool hasTurn = item % StudyPlan.FinalDays == day - (days - StudyPlan.FinalDays);
            if (hasTurn && held[item] is not null && !memories[item].IsSuspended && seenOn[item] < days - StudyPlan.FinalDays)
                Review(item, day);
        }
    }

    private void Review(int item, int day)
    {
        // The final pass may have been faster.
        int elapsed = Math.Max(0, day - seenOn[item]);
        bool isForgotten = random.NextDouble() >= (held[item] is { } known ? Formulas.Retrievability(elapsed, known.Stability) : 1 - ForgottenAtFirst);
        var after = Next(held[item], elapsed, isForgotten ? Grade.Again : Grade.Good);
        reviewsByDay[day] += 1;
        if (isForgotten)
        {
            // Ten minutes later.
            after = Formulas.NextWithinDay(after, Grade.Good);
            reviewsByDay[day] += 1;
        }

        held[item] = after;
        seenOn[item] = day;
        double wanted = Math.Max(1, Math.Floor(Formulas.Interval(plan.Retention, after.Stability) + 0.5));
        double draw = random.NextDouble();
        int wait = IntervalFuzz.Apply(wanted, elapsed, FsrsSettings.LongestInterval, draw);
        Schedule(item, day + ExamCap.Days(wait, today.AddDays(day), learner.Exam, draw));
    }

    private static Memory Next(Memory? memory, int elapsed, Grade grade) => memory switch
    {
        null => Formulas.First(grade),
        { } held when elapsed == 0 => Formulas.NextWithinDay(held, grade),
        { } held => Formulas.Next(held, elapsed, grade, hasStepsWithinDay: true),
    };

    private void Schedule(int item, int day)
    {
        if (day < days)
            dueOn[day].Add(item);
    }
}
