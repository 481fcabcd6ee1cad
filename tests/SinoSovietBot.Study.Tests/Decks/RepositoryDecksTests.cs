using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Checking;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks;

/// <summary>The decks of the repository, and the example of the page that explains the format.</summary>
public sealed class RepositoryDecksTests
{
    [Fact]
    public void EveryDeckOfTheRepositoryReadsWithoutAProblem()
    {
        var decks = Path.Combine(Root(), "decks");
        Assert.SkipUnless(Directory.Exists(decks), "The repository has no decks here.");

        foreach (var files in Decks(decks))
            AssertGood(files);
    }

    [Fact]
    public void EveryDeckOfTheRepositoryIsInEveryBandAndWithoutAHardFinding()
    {
        var decks = Path.Combine(Root(), "decks");
        Assert.SkipUnless(Directory.Exists(decks), "The repository has no decks here.");

        foreach (var deck in Decks(decks).Select(files => DeckReader.Read(files).Deck).OfType<Deck>())
        {
            Assert.Empty(DeckCheck.Traps(deck).Where(finding => finding.Trap.Severity == FindingSeverity.Hard));
            Assert.Empty(DeckCheck.Measure(deck).Items.Where(measure => measure.Verdict == MeasureVerdict.OutOfBand));
        }
    }

    [Fact]
    public void TheExampleOfThePageAboutTheFormatIsAGoodDeck()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "deck-format.md"));
        const string open = "```yaml\n# example.yaml\n";
        var start = page.IndexOf(open, StringComparison.Ordinal) + open.Length;
        Assert.True(start >= open.Length, "The page has no example.");

        AssertGood([DeckSamples.File("docs/deck-format.md", page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)])]);
    }

    [Fact]
    public void ThePageAboutTheFormatNamesEveryLimit()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "deck-format.md"));
        var limits = typeof(DeckLimits).GetFields().Where(field => field.Name is not nameof(DeckLimits.Problems));

        foreach (var limit in limits)
            Assert.Contains($"{limit.GetRawConstantValue():N0}", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePageAboutTheFormatNamesEveryTrapWithItsWeight()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "deck-format.md"));

        foreach (var trap in DeckTrap.All)
            Assert.Contains($"| `{trap.Name}` | {(trap.Severity == FindingSeverity.Hard ? "error" : "warning")} |", page, StringComparison.Ordinal);
    }

    private static IEnumerable<DeckFile[]> Decks(string decks) =>
    [
        .. Directory.GetDirectories(decks).Select(folder => Directory.GetFiles(folder, "*.yaml").Select(path => Open(decks, path)).ToArray()),
        .. Directory.GetFiles(decks, "*.yaml").Select(path => new[] { Open(decks, path) }),
    ];

    private static DeckFile Open(string decks, string path) => new(Path.GetRelativePath(decks, path), File.ReadAllBytes(path));

    private static void AssertGood(DeckFile[] files)
    {
        var reading = DeckReader.Read(files);

        Assert.Empty(DeckSamples.Lines(reading));
        Assert.NotNull(reading.Deck);
    }

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SinoSovietBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
