using System.Text;
using System.Text.Json;
using SinoSovietBot.EndToEnd.Conformance;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

/// <summary>Verbs need no token, and put nothing but their result on stdout.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new("verbs");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheVersionIsOneLine()
    {
        var (exitCode, output, errors) = await RunAsync("version");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", output);
    }

    [Fact]
    public async Task TheCommandsThatWouldBeRegisteredAreValid()
    {
        var description = DiscordDescription.OrSkip();
        var (exitCode, output, _) = await RunAsync("commands", "print");
        Assert.Equal(0, exitCode);
        Assert.Empty(description.ValidateRequest("PUT", "/applications/1/commands", null, "application/json", Encoding.UTF8.GetBytes(output)));
    }

    [Fact]
    public async Task TheDecksBesideTheProgramAreSound()
    {
        var (exitCode, output, _) = await RunAsync("deck", "check");
        Assert.True(exitCode == 0, output);
        Assert.Contains(Classroom.DeckId, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFaultInADeckIsToldWithItsPlace()
    {
        await File.WriteAllTextAsync(_folder.File("mine.yaml"), "id: mine\ntitel: A misspelt key\n", Patience.TestCancellation);
        var (exitCode, output, _) = await RunAsync("deck", "check", "mine.yaml");
        Assert.NotEqual(0, exitCode);
        Assert.Contains("mine.yaml:2:1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheExportKeepsItsShape()
    {
        var (exitCode, output, _) = await RunAsync("deck", "export", Classroom.DeckId, "--format", "json");
        Assert.Equal(0, exitCode);
        var deck = JsonSerializer.Deserialize<JsonElement>(output);
        Assert.Equal(["id", "title", "cards", "questions"], Names(deck));
        Assert.All(deck.GetProperty("cards").EnumerateArray(), card =>
        {
            Assert.Equal(["id", "topic", "front", "points"], Names(card));
            Assert.All(
                card.GetProperty("points").EnumerateArray(),
                point => Assert.Equal(["id", "parent", "text", "source", "correction", "ask"], Names(point)));
        });
        Assert.All(deck.GetProperty("questions").EnumerateArray(), question => Assert.Equal(
            ["id", "kind", "card", "points", "prompt", "options", "answer", "distractors", "explanation", "difficulty"], Names(question)));
        Assert.Equal(14, deck.GetProperty("cards").GetArrayLength());
        Assert.InRange(deck.GetProperty("questions").GetArrayLength(), 60, int.MaxValue);
    }

    [Fact]
    public async Task AnUnknownDeckCannotBeExported()
    {
        var (exitCode, output, errors) = await RunAsync("deck", "export", "no-such-deck", "--format", "json");
        Assert.NotEqual(0, exitCode);
        Assert.Equal("", output);
        Assert.Contains("no-such-deck", errors, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        BotProcess.RunVerbAsync(_folder.Path, arguments);
}
