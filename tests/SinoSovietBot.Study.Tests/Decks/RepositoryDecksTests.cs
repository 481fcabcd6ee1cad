using SinoSovietBot.Study.Decks;
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

        foreach (var folder in Directory.GetDirectories(decks))
            AssertGood([.. Directory.GetFiles(folder, "*.yaml").Select(path => Open(decks, path))]);
        foreach (var path in Directory.GetFiles(decks, "*.yaml"))
            AssertGood([Open(decks, path)]);
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
