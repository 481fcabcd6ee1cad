using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SinoSovietBot.Decks;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Decks;

public sealed class DeckLibraryTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Journal journal = new();
    private readonly DeckLibrary library;

    public DeckLibraryTests() =>
        library = new DeckLibrary(Options.Create(new DecksOptions { Path = folder.Path }), new JournalLogger<DeckLibrary>(journal));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("small")]
    [InlineData("SMALL")]
    [InlineData(" small ")]
    [InlineData("A small deck")]
    [InlineData("a SMALL deck")]
    public void ADeckIsFoundByIdOrTitle(string typed)
    {
        folder.File("small.yaml", DeckText.Small());
        library.Refresh();
        Assert.Equal("small", library.Find(typed)?.Id.Value);
    }

    [Fact]
    public void AFolderOfFilesIsOneDeck()
    {
        string[] halves = DeckText.Small().Split("questions:\n");
        folder.File("small/deck.yaml", halves[0]);
        folder.File("small/questions.yaml", "questions:\n" + halves[1]);
        library.Refresh();
        Assert.Equal(5, library.Find("small")?.Questions.Length);
    }

    [Fact]
    public void AnEditIsTakenOver()
    {
        folder.File("small.yaml", DeckText.Small());
        library.Refresh();
        folder.File("small.yaml", DeckText.Small(title: "Renamed and longer"));
        library.Refresh();
        Assert.Equal("Renamed and longer", library.Find("small")?.Title);
    }

    [Fact]
    public void ABrokenEditLeavesTheLastGoodVersionAndSaysWhy()
    {
        folder.File("small.yaml", DeckText.Small());
        library.Refresh();
        folder.File("small.yaml", DeckText.Small().Replace("difficulty: 1", "difficulty: 9", StringComparison.Ordinal));
        library.Refresh();
        Assert.Equal("A small deck", library.Find("small")?.Title);
        var told = Assert.Single(Errors());
        Assert.Contains("the version before it is", told.Text, StringComparison.Ordinal);
        Assert.Contains("small.yaml", told.Text, StringComparison.Ordinal);

        library.Refresh();
        Assert.Single(Errors());
        folder.File("small.yaml", DeckText.Small(title: "Mended"));
        library.Refresh();
        Assert.Equal("Mended", library.Find("small")?.Title);
    }

    [Fact]
    public void ADeckThatWasNeverGoodIsNotUsed()
    {
        folder.File("bad.yaml", "id: bad\ncards: 7\n");
        folder.File("small.yaml", DeckText.Small());
        library.Refresh();
        Assert.Equal(["small"], library.Decks.Select(deck => deck.Id.Value));
        Assert.Contains("bad", Assert.Single(Errors()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeletedDeckDisappears()
    {
        string path = folder.File("small.yaml", DeckText.Small());
        library.Refresh();
        File.Delete(path);
        library.Refresh();
        Assert.Null(library.Find("small"));
        Assert.Empty(library.Decks);
    }

    [Fact]
    public void AFileThatCannotBeReadIsReported()
    {
        File.CreateSymbolicLink(Path.Combine(folder.Path, "gone.yaml"), Path.Combine(folder.Path, "nowhere"));
        folder.File("small.yaml", DeckText.Small());
        library.Refresh();
        Assert.NotNull(library.Find("small"));
        Assert.Contains("cannot be read", Assert.Single(Errors()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderAndFilesOfTheSameNameAreDecksOfTheirOwn()
    {
        folder.File("one/deck.yaml", DeckText.Small("one", "One"));
        folder.File("one.yaml", DeckText.Small("two", "Two"));
        folder.File("one.yml", DeckText.Small("three", "Three"));
        library.Refresh();
        library.Refresh();
        Assert.Equal(["One", "Three", "Two"], library.Decks.Select(deck => deck.Title));
    }

    [Fact]
    public void WithoutAFolderThereAreNoDecksAndNoFault()
    {
        var none = new DeckLibrary(Options.Create(new DecksOptions { Path = Path.Combine(folder.Path, "none") }),
            new JournalLogger<DeckLibrary>(journal));
        none.Refresh();
        Assert.Empty(none.Decks);
        Assert.Null(none.Find(new DeckId("small")));
    }

    [Fact]
    public async Task AnEditIsSeenWithinThreeSeconds()
    {
        var time = new WatchedTime(journal);
        folder.File("small.yaml", DeckText.Small());
        using var watcher = new DeckWatcher(library, time, new JournalLogger<DeckWatcher>(journal));
        await watcher.StartAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(library.Find("small"));
        await journal.FirstAsync<TimerSet>();
        folder.File("later.yaml", DeckText.Small("later", "Later"));
        time.Advance(TimeSpan.FromSeconds(3));
        await journal.FirstAsync<Logged>(entry => entry.Text.Contains("later", StringComparison.Ordinal));
        await watcher.StopAsync(TestContext.Current.CancellationToken);
    }

    private List<Logged> Errors() => journal.Of<Logged>(entry => entry.Level == LogLevel.Error);
}
