using System.Globalization;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>How a bot is started; everything has the value that suits a scenario.</summary>
internal sealed record BotSettings
{
    public required string ApiBase { get; init; }

    /// <summary>Null starts it without one.</summary>
    public required string? Token { get; init; }

    public required string DatabasePath { get; init; }

    /// <summary>The folder of the database when left out.</summary>
    public string WorkingFolder { get => field ?? Path.GetDirectoryName(DatabasePath)!; init; }

    /// <summary>Seconds that an answer stays on screen; the last one is not waited for at all.</summary>
    public int RevealSeconds { get; init; }

    /// <summary>Null uses the decks beside the program.</summary>
    public string? DecksPath { get; init; }

    /// <summary>The settings of a bot that belongs to a playground's world.</summary>
    public static BotSettings In(PlaygroundProcess playground, string databasePath) =>
        new() { ApiBase = playground.World.Api, Token = playground.World.Bot.Token, DatabasePath = databasePath };
}

/// <summary>The bot as a process of its own.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const string DatabaseSetting = "Storage__Path";

    private readonly ChildProcess _process;

    private BotProcess(ChildProcess process) => _process = process;

    /// <summary>What the bot printed, for a failure message.</summary>
    public string Story => _process.Story;

    public bool HasExited => _process.HasExited;

    /// <summary>Starts the bot and does not wait for anything.</summary>
    public static BotProcess Start(BotSettings settings)
    {
        var start = BuiltProgram.Start(ScenarioOptions.BotProject);
        // The bot looks for ./decks first: an empty place of its own shows that the copy beside the program is found.
        start.WorkingDirectory = settings.WorkingFolder;
        start.Environment["Discord__ApiBase"] = settings.ApiBase;
        start.Environment[DatabaseSetting] = settings.DatabasePath;
        start.Environment["Quiz__RevealSeconds"] = settings.RevealSeconds.ToString(CultureInfo.InvariantCulture);
        if (settings.Token is not null)
            start.Environment["Discord__Token"] = settings.Token;
        if (settings.DecksPath is not null)
            start.Environment["Decks__Path"] = settings.DecksPath;
        return new BotProcess(ChildProcess.Start(start));
    }

    /// <summary>Runs a verb to its end.</summary>
    /// <param name="workingFolder">The shell's folder.</param>
    /// <param name="arguments">The verb and what follows it.</param>
    /// <param name="databasePath">Sets Storage:Path when given.</param>
    /// <returns>The exit code, stdout and stderr.</returns>
    public static async Task<(int ExitCode, string Output, string Errors)> RunVerbAsync(
        string workingFolder, string[] arguments, string? databasePath = null)
    {
        var start = BuiltProgram.Start(ScenarioOptions.BotProject, arguments);
        start.WorkingDirectory = workingFolder;
        if (databasePath is not null)
            start.Environment[DatabaseSetting] = databasePath;
        await using var process = ChildProcess.Start(start);
        var exitCode = await process.ExitAsync();
        return (exitCode, process.Output, process.Errors);
    }

    /// <summary>
    /// Waits until the bot answers: a member asks until an answer comes, because Discord's contract announces a bot's readiness to nobody.
    /// Fails at once when the process ends.
    /// </summary>
    public async Task UntilItAnswersAsync(ScriptedMember member, string channel)
    {
        using var looks = new PeriodicTimer(Patience.BetweenLooks, TimeProvider.System);
        using var limit = new CancellationTokenSource(Patience.ForAProcess, TimeProvider.System);
        try
        {
            while (!await AnswersAsync(member, channel))
            {
                if (HasExited)
                    throw new InvalidOperationException($"The bot ended while it was waited for. {Story}");
                await looks.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"The bot did not answer within {Patience.ForAProcess.TotalSeconds:0} s. {Story}");
        }
    }

    /// <summary>Waits for a line of the log.</summary>
    public Task<string> LogAsync(Func<string, bool> isMeant) => _process.LineAsync(isMeant);

    /// <summary>SIGKILL, in the middle of whatever it does.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>SIGTERM.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> StopAsync() => _process.TerminateAsync();

    /// <summary>Waits for it to end by itself.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> ExitAsync() => _process.ExitAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static async Task<bool> AnswersAsync(ScriptedMember member, string channel)
    {
        var commands = await member.CommandsAsync();
        return commands.Any(command => command.GetProperty("name").GetString() == "quiz")
            && (await member.RunCommandAsync("quiz status", channel)).Succeeded;
    }
}
