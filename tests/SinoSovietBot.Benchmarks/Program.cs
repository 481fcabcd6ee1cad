using System.CommandLine;
using SinoSovietBot.Benchmarks.Cards;
using SinoSovietBot.Benchmarks.Leaderboard;
using SinoSovietBot.Benchmarks.Presses;
using SinoSovietBot.Benchmarks.Retention;

// A program whose whole purpose is to print to its console.
#pragma warning disable RS0030
var output = Console.Out;
#pragma warning restore RS0030
var root = new RootCommand("Measures the bot. Build with -c Release, on a quiet machine.")
{
    PressesCommand.Build(output),
    LeaderboardCommand.Build(output),
    CardsCommand.Build(output),
    RetentionCommand.Build(output),
};
return await root.Parse(args).InvokeAsync();
