using System.CommandLine;
using SinoSovietBot.Decks;
using SinoSovietBot.Hosting;
using SinoSovietBot.Study.Decks.Export;

namespace SinoSovietBot.CommandLine;

/// <summary><c>deck check</c>, <c>deck export</c>, <c>deck import</c> and <c>deck reports</c>.</summary>
internal static class DeckVerbs
{
    public static Command Build(TextWriter output, TextWriter error) =>
        new("deck", "Check, export and import decks, and read what is reported about them")
        {
            DeckCheckVerb.Build(output, error), Export(output, error), DeckImportVerb.Build(output, error), DeckReportsVerb.Build(output, error),
        };

    /// <summary>The configured folder of decks.</summary>
    public static string DefaultFolder() => Settings.Load().GetSection(DecksOptions.Section)["Path"] ?? DeckFolder.Default();

    private static Command Export(TextWriter output, TextWriter error)
    {
        var id = new Argument<string>("ID") { Description = "The id of the deck" };
        var format = new Option<string>("--format") { Description = "native, json, csv or anki", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("native", "json", "csv", "anki");
        var command = new Command("export", "Print a deck") { id, format };
        command.SetAction(parsed => ExportDeck(parsed.GetValue(id)!, parsed.GetValue(format)!, output, error));
        return command;
    }

    private static int ExportDeck(string id, string format, TextWriter output, TextWriter error)
    {
        string folder = Path.GetFullPath(DefaultFolder());
        var readings = DeckFolder.Find(folder).Select(DeckFolder.Read).ToList();
        if (readings.Select(reading => reading.Deck).FirstOrDefault(deck => deck?.Id.Value == id) is { } found)
        {
            output.Write(DeckExport.Write(found, format switch
            {
                "native" => DeckExportFormat.Native,
                "csv" => DeckExportFormat.Csv,
                "anki" => DeckExportFormat.Anki,
                _ => DeckExportFormat.Json,
            }));
            return ExitCodes.Success;
        }

        string known = string.Join(", ", readings.Select(reading => reading.Deck?.Id.Value).OfType<string>());
        error.WriteLine($"There is no usable deck '{id}' in '{folder}'. There is: {(known.Length == 0 ? "none" : known)}.");
        return ExitCodes.BadInput;
    }
}
