using System.Globalization;
using CsCheck;
using SinoSovietBot.Study.Revision.Fsrs;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

/// <summary>Some schedules of the reference, kept here, and rules that hold for all.</summary>
public sealed class FsrsKnownTests
{
    private const double Tolerance = 1e-6;

    private static readonly Gen<(int Grade, int Days)[]> Histories = Gen.Select(Gen.Int[1, 4], Gen.Int[0, 400]).Array[1, 30];

    [Fact]
    public void TheKnownSchedulesComeOut()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Revision", "fsrs-known.csv"))
            .Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split(',')).ToList();
        Assert.True(rows.Count > 200, "The file of known schedules is cut.");

        foreach (var sequence in rows.GroupBy(row => (Steps: row[0], Sequence: row[1])))
            AssertSchedule(sequence.Key.Steps == "yes", [.. sequence]);
    }

    // Published with FSRS-6: Good each time the card is due, Again twice, and Good again.
    [Fact]
    public void ThePublishedHistoryComesOut()
    {
        var scheduler = new FsrsScheduler(FsrsSettings.Default);
        var card = CardState.New;
        var days = new List<int>();
        foreach (var grade in (int[])[3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3])
        {
            var outcome = scheduler.Preview(card, days.LastOrDefault())[(Grade)grade];
            card = outcome.Card;
            days.Add(outcome.Days);
        }

        Assert.Equal([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21], days);
    }

    [Fact]
    public void ABetterGradeNeverComesBackSooner() => Gen.Select(Histories, Gen.Int[0, 400], Gen.Double[0.7, 0.97], Gen.Bool).Sample(
        (history, elapsed, retention, parts) =>
        {
            var scheduler = new FsrsScheduler(FsrsSettings.Default with { Retention = retention, PartsGrades = parts });
            var outcomes = scheduler.Preview(After(scheduler, history), elapsed);

            Assert.True(outcomes.Again.Wait <= outcomes.Hard.Wait && outcomes.Hard.Wait <= outcomes.Good.Wait && outcomes.Good.Wait <= outcomes.Easy.Wait);
        });

    [Fact]
    public void WithoutADayBetweenGradesGoodWaitsAsLongAsItsMemoryAllows() => Gen.Select(Histories, Gen.Int[1, 400], Gen.Double[0.7, 0.97]).Sample(
        (history, elapsed, retention) =>
        {
            var scheduler = new FsrsScheduler(FsrsSettings.Default with { Retention = retention, PartsGrades = false });
            var good = scheduler.Preview(After(scheduler, history), elapsed).Good;
            double wanted = new FsrsFormulas(FsrsWeights.Default).Interval(retention, good.Card.Memory!.Value.Stability);

            // 0 days is a step within the day.
            if (good.Days > 0)
                Assert.InRange(good.Days, Math.Min(Math.Max(1, wanted - 0.5), FsrsSettings.LongestInterval), Math.Max(1, wanted + 0.5));
        });

    [Fact]
    public void FuzzLeavesIntervalsAsLongOnTheWhole() => Gen.Select(Histories, Gen.Int[0, 400]).Sample((history, elapsed) =>
    {
        var scheduler = new FsrsScheduler(FsrsSettings.Default with { PartsGrades = false });
        var card = After(scheduler, history);
        double mean = Enumerable.Range(0, 1000).Average(draw => scheduler.Preview(card, elapsed, draw / 1000.0).Easy.Days);
        int plain = scheduler.Preview(card, elapsed).Easy.Days;

        // The longest interval cannot be passed.
        Assert.True(plain > FsrsSettings.LongestInterval / 2 || Math.Abs(mean - plain) <= Math.Max(0.5, plain * 0.01), $"{mean} instead of {plain} days.");
    }, iter: 300);

    [Fact]
    public void MemoryStaysWithinItsRange() => Gen.Select(Histories, Gen.Bool).Sample((history, hasSteps) =>
    {
        var memory = After(new FsrsScheduler(FsrsSettings.Default with { HasStepsWithinDay = hasSteps }), history).Memory!.Value;

        Assert.InRange(memory.Stability, FsrsFormulas.MinStability, FsrsFormulas.MaxStability);
        Assert.InRange(memory.Difficulty, FsrsFormulas.MinDifficulty, FsrsFormulas.MaxDifficulty);
    });

    [Fact]
    public void AnIntervalEndsWhenTheWantedRetentionIsReached() => Gen.Select(Gen.Double[0.7, 0.97], Gen.Double[0.01, 1000]).Sample((retention, stability) =>
    {
        var formulas = new FsrsFormulas(FsrsWeights.Default);

        Assert.Equal(retention, formulas.Retrievability(formulas.Interval(retention, stability), stability), 1e-9);
    });

    [Fact]
    public void FuzzMovesAnIntervalALittleAndNeverPastItsLimit() => Gen.Select(Histories, Gen.Int[0, 400], Gen.Double[0, 0.999999], Gen.Int[1, 365]).Sample(
        (history, elapsed, fuzz, most) =>
        {
            var scheduler = new FsrsScheduler(FsrsSettings.Default with { MaxIntervalDays = most });
            var card = After(scheduler, history);

            var (plain, fuzzed) = (scheduler.Preview(card, elapsed).Good.Days, scheduler.Preview(card, elapsed, fuzz).Good.Days);

            Assert.Equal(plain == 0, fuzzed == 0);
            Assert.True(fuzzed <= most + 1, $"{fuzzed} days with a limit of {most}.");
        });

    private static CardState After(FsrsScheduler scheduler, (int Grade, int Days)[] history)
    {
        var card = CardState.New;
        foreach (var (grade, days) in history)
            card = scheduler.Preview(card, card.Reviews == 0 ? 0 : days)[(Grade)grade].Card;
        return card;
    }

    private static void AssertSchedule(bool hasSteps, List<string[]> rows)
    {
        var scheduler = new FsrsScheduler(FsrsSettings.Default with { HasStepsWithinDay = hasSteps });
        var card = CardState.New;
        foreach (var row in rows)
        {
            var outcome = scheduler.Preview(card, Number(row[3]))[(Grade)Number(row[2])];
            card = outcome.Card;
            Assert.Equal(Real(row[4]), card.Memory!.Value.Stability, Tolerance * Real(row[4]));
            Assert.Equal(Real(row[5]), card.Memory!.Value.Difficulty, Tolerance * Real(row[5]));
            Assert.Equal((row[6], Number(row[7]), Real(row[8])), (card.Phase.ToString(), card.Step, outcome.Wait.TotalMinutes));
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Real(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
