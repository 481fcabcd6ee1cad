using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using SinoSovietBot.CommandLine;
using SinoSovietBot.Discord;
using SinoSovietBot.Hosting;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Reports;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.CommandLine;

[Collection(ProcessSettings)]
public sealed partial class VerbTests : IDisposable
{
    /// <summary>Tests that set environment variables run one after the other.</summary>
    public const string ProcessSettings = "Settings of the process";

    private const string PathSetting = "Storage__Path";

    private readonly TempFolder folder = new();
    private readonly string? formerPath = Environment.GetEnvironmentVariable(PathSetting);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(PathSetting, formerPath);
        folder.Dispose();
    }

    [Fact]
    public async Task VersionPrintsTheVersionAlone()
    {
        var (code, output, error) = await RunAsync("version");
        Assert.Equal((0, ""), (code, error));
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task CheckingAGoodDeckSaysWhatIsInIt()
    {
        string file = folder.File("small.yaml", DeckText.Small());
        var (code, output, error) = await RunAsync("deck", "check", file);
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("small: 2 cards, 3 points, 5 questions, no problems\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.EndsWith("\n\n1 deck checked, all sound.\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckingADeckMeasuresItsQuestionsInAlignedColumns()
    {
        var (_, output, _) = await RunAsync("deck", "check", folder.File("small.yaml", DeckText.Small()));
        string[] lines = output.ReplaceLineEndings("\n").Split('\n');
        int column = lines[1].IndexOf("accepted", StringComparison.Ordinal);
        Assert.Equal("  measure", lines[1][..9]);
        Assert.Equal("too few to say", lines[2][lines[1].IndexOf("verdict", StringComparison.Ordinal)..]);
        Assert.Equal("15–35%", lines[2][column..(column + 6)]);
        Assert.Contains("choice 5", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATrapFailsTheCheckWhereItHasToBeMendedAndSaysWhere()
    {
        string hard = folder.File("hard.yaml", DeckText.Small("hard").Replace("Wrong one of q-war", "None of the above", StringComparison.Ordinal));
        string soft = folder.File("soft.yaml", DeckText.Small("soft").Replace("Wrong one of q-war", "Never one of q-war", StringComparison.Ordinal));

        var (hardCode, hardOutput, _) = await RunAsync("deck", "check", hard);
        var (softCode, softOutput, _) = await RunAsync("deck", "check", soft);

        Assert.Equal((1, 0), (hardCode, softCode));
        Assert.Matches(@"hard\.yaml:\d+:\d+: q-war: error: .* \[all-or-none\]\n", hardOutput.ReplaceLineEndings("\n"));
        Assert.Contains("hard: 2 cards, 3 points, 5 questions, 1 error, 0 warnings", hardOutput, StringComparison.Ordinal);
        Assert.Contains("1 deck checked, 1 to be mended.", hardOutput, StringComparison.Ordinal);
        Assert.Contains("q-war: warning: ", softOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckingAFolderOfDecksChecksEachAndFailsForTheBadOne()
    {
        folder.File("small.yaml", DeckText.Small());
        folder.File("bad/deck.yaml", DeckText.Small("bad").Replace("difficulty: 1", "difficulty: 9", StringComparison.Ordinal));
        var (code, output, error) = await RunAsync("deck", "check", folder.Path);
        Assert.Equal((1, ""), (code, error));
        Assert.Contains("small: 2 cards", output, StringComparison.Ordinal);
        Assert.Contains("bad: not usable, 5 errors", output, StringComparison.Ordinal);
        Assert.Equal(5, DifficultyProblem().Count(output));
    }

    [Fact]
    public async Task CheckingOneDecksFolderReadsItAsOneDeck()
    {
        folder.File("small/deck.yaml", DeckText.Small());
        var (code, output, _) = await RunAsync("deck", "check", Path.Combine(folder.Path, "small"));
        Assert.Equal(0, code);
        Assert.StartsWith("small: 2 cards", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckingWhatIsNotThereFailsAndSaysSoBesideTheResult()
    {
        var (code, output, error) = await RunAsync("deck", "check", Path.Combine(folder.Path, "none"));
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("There is no deck at", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDecksThatComeWithTheBotAreSound()
    {
        var (code, output, error) = await RunAsync("deck", "check", Path.Combine(AppContext.BaseDirectory, "decks"));
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("sino-soviet-relations: 14 cards, 109 points", output, StringComparison.Ordinal);
        Assert.Contains("detente-1969-80: 9 cards, 40 points", output, StringComparison.Ordinal);
        Assert.DoesNotContain("OUT OF BAND", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeckIsExportedAsJson()
    {
        var (code, output, error) = await RunAsync("deck", "export", "sino-soviet-relations");
        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal("sino-soviet-relations", json.RootElement.GetProperty("id").GetString());
        Assert.Equal(14, json.RootElement.GetProperty("cards").GetArrayLength());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("anki")]
    public async Task ADeckIsExportedInOtherFormats(string format)
    {
        var (code, output, error) = await RunAsync("deck", "export", "sino-soviet-relations", "--format", format);
        Assert.Equal((0, ""), (code, error));
        Assert.True(output.Split('\n').Length > 60);
    }

    [Fact]
    public async Task AnUnknownDeckIsNotExportedAndTheKnownOnesAreNamed()
    {
        var (code, output, error) = await RunAsync("deck", "export", "french");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("'french'", error, StringComparison.Ordinal);
        Assert.Contains("sino-soviet-relations", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownFormatIsRefused()
    {
        var (code, output, error) = await RunAsync("deck", "export", "sino-soviet-relations", "--format", "pdf");
        Assert.NotEqual(0, code);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("\"cards\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABackupIsMadeAndDoesNotReplaceAFileUnasked()
    {
        string database = Path.Combine(folder.Path, "bot.db");
        Storage.SqliteStorage.Open(database, TimeZoneInfo.Utc, new JournalLogger<Storage.SqliteStorage>(new Journal())).Dispose();
        Environment.SetEnvironmentVariable(PathSetting, database);
        string copy = Path.Combine(folder.Path, "copy.db");

        var (code, output, error) = await RunAsync("backup", copy);
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith(copy, output, StringComparison.Ordinal);

        (code, output, error) = await RunAsync("backup", copy);
        Assert.Equal((74, ""), (code, output));
        Assert.Contains("exists already", error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("backup", copy, "--overwrite")).Code);
    }

    [Fact]
    public async Task ABackupOfNothingSaysThatThereIsNoDatabase()
    {
        Environment.SetEnvironmentVariable(PathSetting, Path.Combine(folder.Path, "none.db"));
        var (code, output, error) = await RunAsync("backup", Path.Combine(folder.Path, "copy.db"));
        Assert.Equal((74, ""), (code, output));
        Assert.Contains("none.db", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReportsArePrintedAsATableWhileTheBotRuns()
    {
        string database = Path.Combine(folder.Path, "bot.db");
        Environment.SetEnvironmentVariable(PathSetting, database);
        var missing = await RunAsync("deck", "reports");
        Assert.Equal((74, ""), (missing.Code, missing.Output));
        Assert.Contains("There is no database", missing.Error, StringComparison.Ordinal);

        using var storage = Storage.SqliteStorage.Open(database, TimeZoneInfo.Utc, new JournalLogger<Storage.SqliteStorage>(new Journal()));
        await storage.Reports.AddAsync(
            new CardReport(1, new MemberId(2), null, new DeckId("small"), new ItemId("card:war"), "=1+1, \"wrong\"", Given.Morning));
        var (code, output, error) = await RunAsync("deck", "reports");
        Assert.Equal((0, ""), (code, error));
        string[] lines = output.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("at,server,member,deck,item,text,done-at,done-by", lines[0]);
        Assert.EndsWith(",,2,small,card:war,\"'=1+1, \"\"wrong\"\"\",,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCommandsAreJsonThatDiscordTakes()
    {
        var (code, output, error) = await RunAsync("commands", "print");
        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(
            ["card", "class", "deck", "deck-admin", "leaderboard", "quiz", "study"],
            json.RootElement.EnumerateArray().Select(command => command.GetProperty("name").GetString()));
        foreach (var command in json.RootElement.EnumerateArray())
            Assert.InRange(CheckCommand(command), 1, DiscordLimits.CommandTotal);
    }

    private static int CheckCommand(JsonElement node)
    {
        string name = node.GetProperty("name").GetString()!;
        string description = node.GetProperty("description").GetString()!;
        Assert.Matches(@"^[-_\p{Ll}\p{N}]{1,32}$", name);
        Assert.InRange(description.Length, 1, DiscordLimits.CommandDescription);
        int total = name.Length + description.Length;
        if (node.TryGetProperty("options", out var options))
        {
            Assert.InRange(options.GetArrayLength(), 0, DiscordLimits.CommandOptions);
            var required = options.EnumerateArray().Select(option => option.TryGetProperty("required", out var value) && value.GetBoolean()).ToList();
            // Discord wants required options before the others.
            Assert.Equal(required.OrderByDescending(value => value), required);
            total += options.EnumerateArray().Sum(CheckCommand);
        }

        if (node.TryGetProperty("choices", out var choices))
        {
            Assert.InRange(choices.GetArrayLength(), 0, DiscordLimits.Suggestions);
            total += choices.EnumerateArray().Sum(choice => LengthOf(choice, "name") + LengthOf(choice, "value"));
        }

        return total;
    }

    private static int LengthOf(JsonElement node, string property) => node.GetProperty(property).GetString()!.Length;

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await CommandTree.Build(output, error, BuiltInConnection.Add).Parse(arguments).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    [GeneratedRegex("(?i)difficulty.*9|9.*difficulty")]
    private static partial Regex DifficultyProblem();
}
