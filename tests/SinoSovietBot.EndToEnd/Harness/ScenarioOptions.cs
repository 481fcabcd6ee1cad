using System.Globalization;
using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.CommandLine;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>What the runner was asked for beside the tests to run: <c>--connection</c> and <c>--repeat</c>.</summary>
internal sealed class ScenarioOptions : ICommandLineOptionsProvider
{
    private const string ConnectionOption = "connection";
    private const string RepeatOption = "repeat";
    private const int MostRepeats = 100;

    private static readonly Dictionary<string, string> _projects = new(StringComparer.Ordinal)
    {
        ["builtin"] = "SinoSovietBot",
        ["discordnet"] = "SinoSovietBot.DiscordNet",
    };

    /// <summary>The project whose executable plays the bot.</summary>
    public static string BotProject { get; private set; } = _projects["builtin"];

    /// <summary>How often the fault matrix runs.</summary>
    public static int Repeats { get; private set; } = 1;

    public string Uid => nameof(ScenarioOptions);

    public string Version => "1.0";

    public string DisplayName => "Scenario options";

    public string Description => "Which bot plays the scenarios, and how often the fault matrix runs.";

    /// <summary>Called by the entry point that the build writes.</summary>
    public static void AddExtensions(ITestApplicationBuilder builder, string[] arguments) =>
        builder.CommandLine.AddProvider(() => new ScenarioOptions());

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public IReadOnlyCollection<CommandLineOption> GetCommandLineOptions() =>
    [
        new(ConnectionOption, "The bot's connection to Discord: builtin (the default) or discordnet.", ArgumentArity.ExactlyOne, isHidden: false),
        new(RepeatOption, $"How often the fault matrix runs: 1 (the default) to {MostRepeats}.", ArgumentArity.ExactlyOne, isHidden: false),
    ];

    public Task<ValidationResult> ValidateOptionArgumentsAsync(CommandLineOption commandOption, string[] arguments) => commandOption.Name switch
    {
        ConnectionOption when !_projects.ContainsKey(arguments[0]) =>
            ValidationResult.InvalidTask($"There is no connection '{arguments[0]}'. Say builtin or discordnet."),
        RepeatOption when ReadRepeats(arguments[0]) is null =>
            ValidationResult.InvalidTask($"The fault matrix cannot run '{arguments[0]}' times. Give a whole number from 1 to {MostRepeats}."),
        _ => ValidationResult.ValidTask,
    };

    public Task<ValidationResult> ValidateCommandLineOptionsAsync(ICommandLineOptions commandLineOptions)
    {
        // Called once, with all that was given, before any test is looked for.
        if (commandLineOptions.TryGetOptionArgumentList(ConnectionOption, out var connection))
            BotProject = _projects[connection[0]];
        if (commandLineOptions.TryGetOptionArgumentList(RepeatOption, out var repeats))
            Repeats = ReadRepeats(repeats[0])!.Value;
        return ValidationResult.ValidTask;
    }

    private static int? ReadRepeats(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostRepeats ? number : null;
}
