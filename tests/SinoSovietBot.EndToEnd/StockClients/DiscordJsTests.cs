using System.Diagnostics;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.StockClients;

/// <summary>Lets somebody else's reading of Discord's documentation judge the playground. The exercises are in <c>tests/StockClients</c>.</summary>
public sealed class DiscordJsTests
{
    /// <summary>The script gives up earlier, and says over what.</summary>
    private static readonly TimeSpan ForAllExercises = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task StockDiscordJsWorksAgainstThePlayground()
    {
        var start = StartOrSkip();
        await using var playground = await PlaygroundProcess.StartAsync();
        // Discord takes more than its description says, and discord.js sends it. What the playground answers is looked at all the same.
        playground.Traffic.LooksAtTheBot = false;
        start.ArgumentList.Add(playground.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        await using var script = ChildProcess.Start(start);

        var exitCode = await script.ExitAsync(ForAllExercises);

        Assert.True(exitCode == 0, $"{script.Story}\n{playground.Story}");
        Assert.Contains("ok logs in and is ready", script.Output, StringComparison.Ordinal);
    }

    private static ProcessStartInfo StartOrSkip()
    {
        var folder = Path.Combine(BuiltProgram.Repository(), "tests", "StockClients");
        var node = OnThePath(OperatingSystem.IsWindows() ? "node.exe" : "node");
        Assert.SkipWhen(node is null,
            "discord.js was not tried: there is no node on the PATH. Install Node.js 20 or later, then run npm ci in tests/StockClients.");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "discord.js")),
            "discord.js was not tried: it is not installed. Run npm ci in tests/StockClients.");
        var start = new ProcessStartInfo(node!)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("discord-js.js");
        return start;
    }

    private static string? OnThePath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
