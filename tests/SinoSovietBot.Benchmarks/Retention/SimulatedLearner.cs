using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using Fsrs = SinoSovietBot.Study.Revision.Fsrs.Grade;

namespace SinoSovietBot.Benchmarks.Retention;

/// <summary>One learner: their days, their sessions, and what they truly remember.</summary>
internal sealed class SimulatedLearner
{
    private static readonly DateOnly FirstDay = new(2026, 9, 1);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    // How grades fall, as the simulator of FSRS's authors has it by default (open-spaced-repetition, fsrs-rs): the first grades of new cards from Again to
    // Easy, and those of what was remembered from Hard to Easy. Half of the learners have two buttons, Again and Good.
    private static readonly double[] FirstGrades = [0.24, 0.094, 0.495, 0.171];
    private static readonly double[] GradesOfTheRemembered = [0.224, 0.631, 0.145];

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
        int graded;
        do
        {
            graded = 0;
            var (session, _) = RevisionRules.Open(learner, NewSession());
            while (session.Shown is { } shown)
            {
                graded++;
                learner = learner with { Now = learner.Now + TimeSpan.FromSeconds(3 + random.Next(15)) };
                session = Answer(session, shown);
            }
        }
        while (graded >= RevisionLimits.MaxCount);
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
                Remembered = tally.Remembered + (grade == Fsrs.Again ? 0 : 1),
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
        Grade grade;
        if (!memories.TryGetValue(shown, out var memory))
            grade = Drawn(FirstGrades, Fsrs.Again);
        else if (random.NextDouble() < truth.Retrievability(ElapsedDays(shown), memory.Stability))
            grade = Drawn(GradesOfTheRemembered, Fsrs.Hard);
        else
            grade = Fsrs.Again;
        return learner.Settings.FourButtons || grade == Fsrs.Again ? grade : Fsrs.Good;
    }

    private int ElapsedDays(ItemId shown) =>
        learner.Today.DayNumber - learner.MemoryOf(learner.Items.Find(shown)!).ReviewedOn!.Value.DayNumber;

    private Grade Drawn(double[] shares, Grade first)
    {
        double draw = random.NextDouble();
        int at = 0;
        while (at < shares.Length - 1 && draw >= shares[at])
            draw -= shares[at++];
        return first + at;
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
