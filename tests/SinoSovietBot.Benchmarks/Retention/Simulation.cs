using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Benchmarks.Retention;

/// <summary>
/// Simulated learners who revise by the bot's own rules. What each of them truly remembers follows the forgetting curve of FSRS-6; whether a card is
/// remembered is drawn with that chance. The same seed gives the same figures, however many processors there are.
/// </summary>
internal sealed record Simulation
{
    public required int Learners { get; init; }

    public required int Days { get; init; }

    /// <summary>The wanted chance to remember.</summary>
    public required double Retention { get; init; }

    public required int Seed { get; init; }

    public int Cards { get; init; } = 50;

    /// <summary>How often a learner does not revise on a day: 0 to 1.</summary>
    public double DaysOff { get; init; }

    /// <summary>
    /// By how much the weights of each learner's true memory differ from those by which the bot schedules: the standard deviation of their logarithms.
    /// </summary>
    public double Difference { get; init; }

    public SimulationTally Run()
    {
        var items = DeckItems.Of(MadeUpDeck.Of(Cards), RevisionStyle.Cards);
        var tallies = new SimulationTally[Learners];
        Parallel.For(0, Learners, number => tallies[number] = new SimulatedLearner(this, items, number).Run());
        return tallies.Aggregate((one, other) => one + other);
    }

    /// <summary>The weights of one learner's true memory.</summary>
    public FsrsWeights TrueWeights(Random random)
    {
        if (Difference == 0)
            return FsrsWeights.Default;
        return FsrsWeights.Of([.. FsrsWeights.Default.Values.Select(value => value * Math.Exp(Difference * Normal(random)))]);
    }

    // Box and Muller.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

/// <summary>What came of it.</summary>
/// <param name="Tested">Reviews that tell something about retention.</param>
/// <param name="Remembered">Those of them in which the card was remembered.</param>
/// <param name="AsScheduled">The chance to remember on the day for which the scheduler planned them, summed over them: what whole days, the least of one
/// day and fuzz make of the target.</param>
/// <param name="Reviews">All gradings.</param>
/// <param name="Days">Days on which somebody could have revised.</param>
internal sealed record SimulationTally(long Tested, long Remembered, double AsScheduled, long Reviews, long Days)
{
    public double TrueRetention => (double)Remembered / Tested;

    public double Planned => AsScheduled / Tested;

    public double ReviewsPerDay => (double)Reviews / Days;

    public static SimulationTally operator +(SimulationTally one, SimulationTally other) => new(
        one.Tested + other.Tested, one.Remembered + other.Remembered, one.AsScheduled + other.AsScheduled, one.Reviews + other.Reviews, one.Days + other.Days);
}

/// <summary>Cards of one point each, of which every tenth nearly says the same as the one before.</summary>
internal static class MadeUpDeck
{
    public static Deck Of(int cards) => new()
    {
        Id = new DeckId("made-up"),
        Title = "Made up",
        Subject = "History",
        Language = "en-GB",
        Licence = "CC0-1.0",
        Source = "made up",
        Cards = [.. Enumerable.Range(0, cards).Select(Card)],
        Questions = [],
        NearDuplicates = [.. Enumerable.Range(0, cards).Where(number => number % 10 == 9).Select(Pair)],
    };

    private static Card Card(int number) => new()
    {
        Id = new CardId($"card-{number}"),
        Topic = $"Topic {number % 5}",
        Front = $"Card {number}",
        Points = [new Point { Id = PointOf(number), Text = $"Point {number}." }],
    };

    private static PointCluster Pair(int number) => new($"pair-{number}", "alike", ImmutableArray.Create(PointOf(number - 1), PointOf(number)), AreSame: false);

    private static PointId PointOf(int card) => new($"point-{card}");
}
