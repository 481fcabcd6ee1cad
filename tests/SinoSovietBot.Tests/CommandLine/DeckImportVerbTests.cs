using System.CommandLine;
using SinoSovietBot.CommandLine;
using SinoSovietBot.Hosting;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.CommandLine;

[Collection(VerbTests.ProcessSettings)]
public sealed class DeckImportVerbTests : IDisposable
{
    private const string DecksSetting = "Decks__Path";

    private readonly TempFolder folder = new();
    private readonly string? formerDecks = Environment.GetEnvironmentVariable(DecksSetting);

    public DeckImportVerbTests() => Environment.SetEnvironmentVariable(DecksSetting, Decks);

    private string Decks => Path.Combine(folder.Path, "decks");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(DecksSetting, formerDecks);
        folder.Dispose();
    }

    [Fact]
    public async Task WithoutYesNothingIsWritten()
    {
        string file = folder.File("cold war.csv", "Mao,Chairman\nDeng,Reformer\nlonely\n");
        var (code, output, error) = await RunAsync("deck", "import", file);

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("Format: table (CSV)\nDeck: cold-war (cold war)\nRead: 2 cards, 2 points, 0 questions\nAdded: 5\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("cold war.csv:3:1: error: ", output, StringComparison.Ordinal);
        Assert.Contains("add --yes", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Decks));
    }

    [Fact]
    public async Task WithYesTheDeckIsWrittenAndNothingElse()
    {
        string file = folder.File("x.csv", "Mao,Chairman\n");
        var (code, output, error) = await RunAsync("deck", "import", file, "--id", "leaders", "--title", "Leaders", "--yes");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Written to", output, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(Decks, "leaders.yaml")], Directory.GetFileSystemEntries(Decks));
        Assert.StartsWith("leaders: 1 cards, 1 points, 0 questions, no problems", (await RunAsync("deck", "check", Decks)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImportingAgainUpdatesAndReplacingRemoves()
    {
        await RunAsync("deck", "import", folder.File("leaders.csv", "Mao,Chairman\nDeng,Reformer\n"), "--yes");
        string newer = folder.File("leaders.csv", "Mao,Chairman of the party\nZhou,Premier\n");

        var update = await RunAsync("deck", "import", newer);
        Assert.Contains("Changed: 1\n  point mao-1: Chairman of the party", update.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("Removed", update.Output, StringComparison.Ordinal);

        var replace = await RunAsync("deck", "import", newer, "--mode", "replace", "--yes");
        Assert.Contains("Removed: 2\n  card deng: Deng", replace.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("leaders: 2 cards", (await RunAsync("deck", "check", Decks)).Output, StringComparison.Ordinal);
        Assert.Contains("Nothing changes.", (await RunAsync("deck", "import", newer)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("native", "yaml")]
    [InlineData("csv", "csv")]
    [InlineData("anki", "txt")]
    public async Task WhatIsExportedAndImportedChangesNothing(string format, string ending)
    {
        string deck = Path.Combine(Decks, "small.yaml");
        Directory.CreateDirectory(Decks);
        await File.WriteAllTextAsync(deck, DeckText.Small(), TestContext.Current.CancellationToken);
        string file = folder.File($"again.{ending}", (await RunAsync("deck", "export", "small", "--format", format)).Output);

        var (code, output, error) = await RunAsync("deck", "import", file, "--mode", "replace", "--yes");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Nothing changes.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeckOfSeveralFilesIsNotOverwritten()
    {
        string small = DeckText.Small();
        int cut = small.IndexOf("questions:", StringComparison.Ordinal);
        folder.File("decks/small/deck.yaml", small[..cut]);
        folder.File("decks/small/questions.yaml", small[cut..]);
        string file = folder.File("more.csv", "Mao,Chairman\n");

        var (code, _, error) = await RunAsync("deck", "import", file, "--id", "small", "--yes");
        Assert.Equal(1, code);
        Assert.Contains("is written in 2 files", error, StringComparison.Ordinal);

        string elsewhere = Path.Combine(folder.Path, "new.yaml");
        Assert.Equal(0, (await RunAsync("deck", "import", file, "--id", "small", "--yes", "--output", elsewhere)).Code);
        Assert.Contains("small: 3 cards", (await RunAsync("deck", "check", elsewhere)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStrangersFileIsNotOverwritten()
    {
        string file = folder.File("x.csv", "Mao,Chairman\n");
        string other = folder.File("other.yaml", "id: other\n");

        var (code, _, error) = await RunAsync("deck", "import", file, "--yes", "--output", other);

        Assert.Equal(1, code);
        Assert.Contains("exists already", error, StringComparison.Ordinal);
        Assert.Equal("id: other\n", await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AFileOfWhichNothingCanBeUsedFails()
    {
        var (code, output, error) = await RunAsync("deck", "import", folder.File("x.apkg", "no archive"), "--yes");

        Assert.Equal((1, ""), (code, error));
        Assert.StartsWith("Format: Anki package\nRead: nothing that can be used\nRejected: 1\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("is no Anki package", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Decks));
    }

    [Fact]
    public async Task AFileThatIsNotThereFails()
    {
        var (code, output, error) = await RunAsync("deck", "import", Path.Combine(folder.Path, "none.csv"));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("There is no file", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await CommandTree.Build(output, error, BuiltInConnection.Add).Parse(arguments).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
