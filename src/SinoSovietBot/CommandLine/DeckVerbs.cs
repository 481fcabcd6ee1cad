using System.Collections.Immutable;
using System.CommandLine;
using SinoSovietBot.Decks;
using SinoSovietBot.Hosting;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Export;

namespace SinoSovietBot.CommandLine;

/// <summary><c>deck check</c>, <c>deck export</c> and <c>deck import</c>.</summary>
internal static class DeckVerbs
{
    public static Command Build(TextWriter output, TextWriter error) =>
        new("deck", "Check, export and import decks") { Check(output, error), Export(output, error), DeckImportVerb.Build(output, error) };

    /// <summary>The configured folder of decks.</summary>
    public static string DefaultFolder() => Settings.Load().GetSection(DecksOptions.Section)["Path"] ?? DeckFolder.Default();

    private static Command Check(TextWriter output, TextWriter error)
    {
        var path = new Argument<string?>("PATH")
        {
            Description = "A deck's folder or file, or a folder of decks; the configured folder of decks if left out",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("check", "Read decks and print every problem with file, line and column") { path };
        command.SetAction(parsed => CheckDecks(parsed.GetValue(path), output, error));
        return command;
    }

    private static Command Export(TextWriter output, TextWriter error)
    {
        var id = new Argument<string>("ID") { Description = "The id of the deck" };
        var format = new Option<string>("--format") { Description = "native, json, csv or anki", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("native", "json", "csv", "anki");
        var command = new Command("export", "Print a deck") { id, format };
        command.SetAction(parsed => ExportDeck(parsed.GetValue(id)!, parsed.GetValue(format)!, output, error));
        return command;
    }

    private static int CheckDecks(string? path, TextWriter output, TextWriter error)
    {
        string folder = Path.GetFullPath(path ?? DefaultFolder());
        var found = Find(folder);
        if (found.IsEmpty)
        {
            error.WriteLine($"There is no deck at '{folder}': a deck is a folder with .yaml files, or one .yaml file.");
            return ExitCodes.BadInput;
        }

        bool sound = true;
        foreach (var deck in found)
        {
            var reading = DeckFolder.Read(deck);
            foreach (var problem in reading.Problems)
                output.WriteLine(problem);
            sound &= reading.Deck is not null;
            output.WriteLine(reading.Deck is { } read
                ? $"{read.Id}: {read.Cards.Length} cards, {read.Cards.Sum(card => card.AllPoints.Count())} points, {read.Questions.Length} questions, "
                    + (reading.Problems.IsEmpty ? "no problems" : $"{reading.Problems.Length} warnings")
                : $"{deck.Name}: not usable, {reading.Problems.Count(problem => problem.Severity == ProblemSeverity.Error)} errors");
        }

        return sound ? ExitCodes.Success : ExitCodes.BadInput;
    }

    // The path may be a file, one deck's folder, or a folder of decks: whichever it looks like.
    private static ImmutableArray<FoundDeck> Find(string path)
    {
        if (File.Exists(path))
            return [new FoundDeck(Path.GetFileNameWithoutExtension(path), [path])];
        if (!Directory.Exists(path))
            return [];
        var inside = DeckFolder.Find(path);
        bool isOneDeck = File.Exists(Path.Combine(path, "deck.yaml"));
        return isOneDeck ? [new FoundDeck(Path.GetFileName(path.TrimEnd(Path.DirectorySeparatorChar)), DeckFolder.YamlFiles(path))] : inside;
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
