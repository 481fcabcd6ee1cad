using System.Diagnostics;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks.Import;

/// <summary>Files that would take minutes if any step were quadratic. The bound is generous: a busy machine must not fail it.</summary>
[Collection(HostileDeckTests.Alone)]
public sealed class HostileImportTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("big.csv", "f {0},b\n")]
    [InlineData("big.txt", "f {0}\tb\n")]
    [InlineData("anki.txt", "f {0}\t<b>b</b>\n")]
    public void AHundredThousandLinesAreRefusedInBoundedTime(string name, string line)
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(number => string.Format(null, line, number)));
        var watch = Stopwatch.StartNew();

        var reading = Imports.Read(name, text);
        Assert.Null(reading.Deck);
        Assert.Contains("100,000 cards; the limit is 10,000", Assert.Single(reading.Rejected).Message, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bound);
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<!--")]
    [InlineData("<ul><li>")]
    [InlineData("{{c1::")]
    [InlineData("{{c1::x}}")]
    [InlineData("[sound:")]
    [InlineData("&#")]
    [InlineData("\"")]
    public void AFieldOfNothingButOpeningsIsReadInBoundedTime(string opening)
    {
        var field = string.Concat(Enumerable.Repeat(opening, 1_500_000 / opening.Length));
        var watch = Stopwatch.StartNew();

        Imports.Read("c.txt", $"#separator:tab\n#html:true\nfront\t{field}\nb\tc\n");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bound);
    }
}
