using System.Diagnostics;
using SinoSovietBot.Study.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks;

/// <summary>
/// Files at the size limit that would take minutes if any step were quadratic. The bound is generous: a busy machine must not fail it.
/// </summary>
[Collection(Alone)]
public sealed class HostileDeckTests
{
    /// <summary>Tests that measure time run beside no others.</summary>
    public const string Alone = "Alone";

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private static readonly string LongId = new('a', 50);

    public static TheoryData<string> Kinds => ["keys", "same keys", "items", "references", "enemies", "distractors", "unknown references", "flow"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AFileOfTheLargestSizeIsReadInBoundedTime(string kind)
    {
        var text = Text(kind);
        var watch = Stopwatch.StartNew();

        var reading = DeckSamples.Read(text[..Math.Min(text.Length, DeckLimits.FileBytes)]);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bound);
        Assert.Null(reading.Deck);
        Assert.True(reading.Problems.Length <= DeckLimits.Problems + 1);
    }

    private static string Text(string kind) => kind switch
    {
        "keys" => Many(number => $"k{number}: v\n"),
        "same keys" => Many(_ => "k: v\n"),
        "items" => "cards:\n" + Many(_ => "- a\n"),
        "references" => "questions:\n- points:\n" + Many(number => $"  - p-{number}\n"),
        "enemies" => "questions:\n- enemies:\n" + Many(number => $"  - p-{number}\n"),
        "distractors" => "questions:\n- answer: a\n  distractors:\n" + Many(number => $"  - {{text: t{number}, why: w}}\n"),
        "unknown references" => "questions:\n" + Many(number => $"- {{id: {LongId}-{number}, enemies: [b{LongId}-{number}]}}\n"),
        _ => "cards: [" + Many(_ => "[],"),
    };

    private static string Many(Func<int, string> line) =>
        string.Concat(Enumerable.Range(0, DeckLimits.FileBytes / line(100_000).Length).Select(line));
}

[CollectionDefinition(HostileDeckTests.Alone, DisableParallelization = true)]
public sealed class AloneTests;
