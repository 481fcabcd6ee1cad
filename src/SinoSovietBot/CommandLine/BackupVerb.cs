using System.CommandLine;
using System.Globalization;
using SinoSovietBot.Hosting;
using SinoSovietBot.Storage;

namespace SinoSovietBot.CommandLine;

/// <summary><c>backup FILE</c>.</summary>
internal static class BackupVerb
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("FILE") { Description = "Where the copy goes" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace FILE if it exists" };
        var command = new Command("backup", "Copy the database while the bot is running") { file, overwrite };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(overwrite), output, error));
        return command;
    }

    private static int Run(string file, bool overwrite, TextWriter output, TextWriter error)
    {
        try
        {
            long bytes = SqliteBackup.Run(Settings.DatabasePath(), file, overwrite);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFullPath(file)}: {bytes} bytes, checked"));
            return ExitCodes.Success;
        }
        catch (StorageException exception)
        {
            error.WriteLine(exception.Message);
            return ExitCodes.Storage;
        }
    }
}
