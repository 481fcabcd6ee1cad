using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Benchmarks.Retention;

/// <summary>One learner: their days, their sessions, and what they truly remember.</summary>
internal sealed class SimulatedLearner
{
    private static readonly DateOnly FirstDay = new(2026, 9, 1);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    // As learners answer who have four buttons; half of them have two.
    private const double HardShare = 0.2;
    private const double EasyShare = 0.15;
    private const double KnownBefore = 0.7;

    private readonly Simulation plan;
    private readonly Random random;
    private readonly FsrsFormulas truth;
    private readonly Dictionary<ItemId, Memory> memories = [];
    private LearnerDeck learner;
    private ulong sessions;
    private SimulationTally tally = new(0, 0, 0, 0, 0);

    public SimulatedLearner(Simulation plan, DeckItems items, int number)
    {
        this.plan = plan;
        random = new Random(HashCode(plan.Seed, number));
        truth = new FsrsFormulas(plan.TrueWeights(random));
        learner = new LearnerDeck
        {
            Member = new MemberId((ulong)number + 1),
            Items = items,
            Settings = new LearnerSettings { Retention = plan.Retention, FourButtons = number % 2 == 0, NewPerDay = 1 + random.Next(10) },
            Calendar = new StudyCalendar(Zone, StudyCalendar.DefaultDayStart),
            Now = default,
        };
    }

    public SimulationTally Run()
    {
        for (int day = 0; day < plan.Days; day++)
        {
            if (random.NextDouble() >= plan.DaysOff)
                Revise(FirstDay.AddDays(day));
        }

        return tally with { Days = plan.Days };
    }

    // An evening: sessions one after the other until nothing is left of the day.
    private void Revise(DateOnly day)
    {
        var begin = learner.Calendar.Instant(day, new TimeOnly(17, 0)) + TimeSpan.FromMinutes(random.Next(360));
        learner = learner with { Now = begin, Recent = [] };
        bool graded;
        do
        {
            graded = false;
            var (session, _) = RevisionRules.Open(learner, NewSession());
            while (session.Shown is { } shown)
            {
                graded = true;
                learner = learner with { Now = learner.Now + TimeSpan.FromSeconds(3 + random.Next(15)) };
                session = Answer(session, shown);
            }
        }
        while (graded);
    }

    private RevisionSession Answer(RevisionSession session, ItemId shown)
    {
        var grade = Grade(shown);
        var step = RevisionRules.Grade(learner, session, grade, null);
        var review = step.Review!;
        if (review.TestsRetention)
        {
            tally = tally with
            {
                Tested = tally.Tested + 1,
                Remembered = tally.Remembered + (grade == Study.Revision.Fsrs.Grade.Again ? 0 : 1),
                AsScheduled = tally.AsScheduled + RevisionRules.Recall(review.Before, review.Before.DueOn!.Value),
            };
        }

        tally = tally with { Reviews = tally.Reviews + 1 };
        memories[shown] = memories.TryGetValue(shown, out var memory) ? Remembered(memory, review, grade) : truth.First(grade);
        // A leech is brought back, or the cards that are hardest would be missing.
        learner = learner.With(step.Memory! with { IsSuspended = false }) with { Recent = learner.Recent.Add(review) };
        return step.After;
    }

    private Memory Remembered(Memory memory, Review review, Grade grade) => review.ElapsedDays == 0
        ? truth.NextWithinDay(memory, grade)
        : truth.Next(memory, review.ElapsedDays, grade, hasStepsWithinDay: true);

    private Grade Grade(ItemId shown)
    {
        var before = learner.MemoryOf(learner.Items.Find(shown)!);
        double chance = memories.TryGetValue(shown, out var memory)
            ? truth.Retrievability(learner.Today.DayNumber - before.ReviewedOn!.Value.DayNumber, memory.Stability)
            : KnownBefore;
        if (random.NextDouble() >= chance)
            return Study.Revision.Fsrs.Grade.Again;
        double how = learner.Settings.FourButtons ? random.NextDouble() : 0.5;
        return how < HardShare ? Study.Revision.Fsrs.Grade.Hard
            : how >= 1 - EasyShare ? Study.Revision.Fsrs.Grade.Easy
            : Study.Revision.Fsrs.Grade.Good;
    }

    private RevisionSession NewSession() => new()
    {
        Id = new SessionId(++sessions),
        Member = learner.Member,
        Deck = new DeckAddress(learner.Items.Deck.Id),
        Mode = RevisionMode.Due,
        Style = RevisionStyle.Cards,
        Count = RevisionLimits.MaxCount,
        ShownAt = learner.Now,
        StartedAt = learner.Now,
    };

    // System.HashCode differs from run to run.
    private static int HashCode(int seed, int number) => unchecked((seed * 1_000_003) ^ (number * 7_919));
}
