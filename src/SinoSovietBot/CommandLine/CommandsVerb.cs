using System.CommandLine;
using SinoSovietBot.Discord;
using SinoSovietBot.Hosting;

namespace SinoSovietBot.CommandLine;

/// <summary><c>commands print</c>.</summary>
internal static class CommandsVerb
{
    public static Command Build(TextWriter output)
    {
        var print = new Command("print", "Print the slash commands as they would be registered with Discord");
        print.SetAction(_ => output.WriteLine(CommandsJson.Write(BotCommands.All)));
        return new Command("commands", "What the bot registers") { print };
    }
}
