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
        Assert.SkipUnless(Directory.Exists(Path.Combine(RepositoryDecks.Root, "decks")), "The repository has no decks here.");

        foreach (var files in RepositoryDecks.Files())
            AssertGood(files);
    }

    [Fact]
    public void EveryDeckOfTheRepositoryIsInEveryBandAndWithoutAHardFinding()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(RepositoryDecks.Root, "decks")), "The repository has no decks here.");

        foreach (var deck in RepositoryDecks.All())
        {
            Assert.Empty(DeckCheck.Traps(deck).Where(finding => finding.Trap.Severity == FindingSeverity.Hard));
            Assert.Empty(DeckCheck.Measure(deck).Items.Where(measure => measure.Verdict == MeasureVerdict.OutOfBand));
        }
    }

    [Fact]
    public void TheFirstDeckShowsEveryCorrectionOfItsSourceByNumber()
    {
        var deck = RepositoryDecks.All().FirstOrDefault(deck => deck.Id.Value == "sino-soviet-relations");
        Assert.SkipWhen(deck is null, "The repository has no first deck here.");

        Assert.NotNull(deck);
        var notes = deck.Notes.Concat(deck.Cards.SelectMany(card => card.Notes)).ToList();
        Assert.All(
            Enumerable.Range(1, 60),
            number => Assert.Contains(notes, note => note.StartsWith($"Correction {number:00}: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheExampleOfThePageAboutTheFormatIsAGoodDeck()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryDecks.Root, "docs", "deck-format.md"));
        const string open = "```yaml\n# example.yaml\n";
        var start = page.IndexOf(open, StringComparison.Ordinal) + open.Length;
        Assert.True(start >= open.Length, "The page has no example.");

        AssertGood([DeckSamples.File("docs/deck-format.md", page[start..page.IndexOf("\n```", start, StringComparison.Ordinal)])]);
    }

    [Fact]
    public void ThePageAboutTheFormatNamesEveryLimit()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryDecks.Root, "docs", "deck-format.md"));
        var limits = typeof(DeckLimits).GetFields().Where(field => field.Name is not nameof(DeckLimits.Problems));

        foreach (var limit in limits)
            Assert.Contains($"{limit.GetRawConstantValue():N0}", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePageAboutTheFormatNamesEveryTrapWithItsWeight()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryDecks.Root, "docs", "deck-format.md"));

        foreach (var trap in DeckTrap.All)
            Assert.Contains($"| `{trap.Name}` | {(trap.Severity == FindingSeverity.Hard ? "error" : "warning")} |", page, StringComparison.Ordinal);
    }

    private static void AssertGood(DeckFile[] files)
    {
        var reading = DeckReader.Read(files);

        Assert.Empty(DeckSamples.Lines(reading));
        Assert.NotNull(reading.Deck);
    }
}
