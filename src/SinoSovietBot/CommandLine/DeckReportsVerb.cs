using System.CommandLine;
using SinoSovietBot.Hosting;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Revision.Reports;

namespace SinoSovietBot.CommandLine;

/// <summary><c>deck reports</c>: what was reported outside servers has no teacher to read it.</summary>
internal static class DeckReportsVerb
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var command = new Command("reports", "Print what members reported as wrong with cards, everywhere, as CSV");
        command.SetAction((_, cancellation) => RunAsync(output, error, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            ReportCsv.Write(await SqliteReports.ReadAsync(Settings.DatabasePath(), cancellation), output);
            return ExitCodes.Success;
        }
        catch (StorageException exception)
        {
            await error.WriteLineAsync(exception.Message);
            return ExitCodes.Storage;
        }
    }
}
