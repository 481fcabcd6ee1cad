using System.CommandLine;
using SinoSovietBot.Hosting;

namespace SinoSovietBot.CommandLine;

/// <summary>The command line: no verb runs the bot; verbs need no token.</summary>
public static class CommandTree
{
    /// <param name="output">For results, and nothing else.</param>
    /// <param name="error">For everything else.</param>
    /// <param name="addConnection">How Discord is reached.</param>
    public static RootCommand Build(TextWriter output, TextWriter error, AddConnection addConnection)
    {
        var root = new RootCommand("A Discord study bot. Without a verb it connects to Discord and runs until it is stopped.")
        {
            DeckVerbs.Build(output, error),
            BackupVerb.Build(output, error),
            CommandsVerb.Build(output),
        };
        var version = new Command("version", "Print the version");
        version.SetAction(_ => output.WriteLine(BotVersion.Text));
        root.Add(version);
        root.SetAction((_, cancellation) => RunVerb.RunAsync(() => Settings.Load(), addConnection, error, cancellation));
        return root;
    }
}
