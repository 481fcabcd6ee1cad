using System.Text.Json;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Study.Tests.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

/// <summary>Every schedule of the reference, ts-fsrs 5.4.2, where its file is at hand.</summary>
public sealed class FsrsVectorTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData("short_term_enabled", "sequences")]
    [InlineData("short_term_enabled", "on_due")]
    [InlineData("short_term_disabled", "sequences")]
    [InlineData("short_term_disabled", "on_due")]
    public void EverySequenceIsScheduledAsTheReferenceDoes(string mode, string list)
    {
        using var file = Open();
        var settings = FsrsSettings.Default with { HasStepsWithinDay = mode == "short_term_enabled" };
        var scheduler = new FsrsScheduler(settings);
        var steps = 0;
        foreach (var sequence in file.RootElement.GetProperty("modes").GetProperty(mode).GetProperty(list).EnumerateArray())
        {
            var card = CardState.New;
            foreach (var step in sequence.GetProperty("steps").EnumerateArray())
            {
                var elapsed = step.GetProperty("elapsed_days").GetInt32();
                var where = $"{mode} {list} {sequence.GetProperty("id")} step {card.Reviews}";
                if (step.GetProperty("retrievability_before") is { ValueKind: JsonValueKind.Number } before)
                    AssertNear(before.GetDouble(), scheduler.Retrievability(card, elapsed)!.Value, where);

                var outcome = scheduler.Preview(card, elapsed)[(Grade)step.GetProperty("rating").GetInt32()];

                card = outcome.Card;
                AssertNear(step.GetProperty("stability").GetDouble(), card.Memory!.Value.Stability, where);
                AssertNear(step.GetProperty("difficulty").GetDouble(), card.Memory!.Value.Difficulty, where);
                Assert.Equal(
                    (where, step.GetProperty("state").GetString(), step.GetProperty("step").GetInt32(), step.GetProperty("reps").GetInt32(),
                        step.GetProperty("lapses").GetInt32(), step.GetProperty("scheduled_days").GetInt32(), step.GetProperty("due_in_minutes").GetDouble()),
                    (where, card.Phase.ToString(), card.Step, card.Reviews, card.Lapses, outcome.Days, outcome.Wait.TotalMinutes));
                steps++;
            }
        }

        Assert.True(steps > 100, $"Only {steps} steps were compared.");
    }

    private static void AssertNear(double expected, double actual, string where) =>
        Assert.True(Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected), $"{where}: {expected} expected, {actual} found.");

    private static JsonDocument Open()
    {
        var path = Path.Combine(RepositoryDecks.Root, "..", "shared", "vectors", "fsrs6-vectors.json");
        Assert.SkipUnless(File.Exists(path), "The reference schedules are not here; FsrsKnownTests holds some of them.");
        return JsonDocument.Parse(File.ReadAllText(path));
    }
}
