using System.CommandLine;
using System.Text;
using SinoSovietBot.Decks;
using SinoSovietBot.Hosting;
using SinoSovietBot.Storage;
using SinoSovietBot.Storage.Decks;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Import;

namespace SinoSovietBot.CommandLine;

/// <summary><c>deck import FILE</c>: shows what would change, and with <c>--yes</c> writes it into the folder of decks.</summary>
internal static class DeckImportVerb
{
    private const string Update = "update";
    private const string Replace = "replace";

    private static readonly Dictionary<string, ImportFormat> Formats = new()
    {
        ["native"] = ImportFormat.Native,
        ["csv"] = ImportFormat.Csv,
        ["anki"] = ImportFormat.AnkiText,
        ["apkg"] = ImportFormat.AnkiPackage,
        ["quizlet"] = ImportFormat.Quizlet,
    };

    public static Command Build(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("FILE") { Description = "A deck file, CSV, Anki text or package, or what Quizlet's export shows" };
        var id = new Option<string?>("--id") { Description = "The id of the deck, where the file has none" };
        var title = new Option<string?>("--title") { Description = "The title of the deck, where the file has none" };
        var format = new Option<string?>("--format") { Description = "native, csv, anki, apkg or quizlet; told from the file if left out" };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var mode = new Option<string>("--mode") { Description = "update keeps what FILE lacks, replace removes it", DefaultValueFactory = _ => Update };
        mode.AcceptOnlyFromAmong(Update, Replace);
        var yes = new Option<bool>("--yes") { Description = "Write the deck; without it nothing is written" };
        var target = new Option<string?>("--output") { Description = "Where the deck goes; into the folder of decks if left out" };
        var command = new Command("import", "Show what a file would add to the decks, and with --yes do it") { file, id, title, format, mode, yes, target };
        command.SetAction(parsed => Run(
            new Request(
                parsed.GetValue(file)!,
                parsed.GetValue(id),
                parsed.GetValue(title),
                parsed.GetValue(format) is { } word ? Formats[word] : null,
                parsed.GetValue(mode) == Replace,
                parsed.GetValue(yes),
                parsed.GetValue(target)),
            output,
            error));
        return command;
    }

    private static int Run(Request request, TextWriter output, TextWriter error)
    {
        try
        {
            return Import(request, output, error);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StorageException)
        {
            error.WriteLine(exception.Message);
            return ExitCodes.Storage;
        }
    }

    private static int Import(Request request, TextWriter output, TextWriter error)
    {
        if (!File.Exists(request.File))
        {
            error.WriteLine($"There is no file '{Path.GetFullPath(request.File)}'.");
            return ExitCodes.BadInput;
        }

        string folder = Path.GetFullPath(DeckVerbs.DefaultFolder());
        var (reading, existing) = Read(request, Load(request.File), folder);
        if (reading.Deck is not { } imported)
        {
            output.Write(ImportPreview.Write(reading, null));
            return ExitCodes.BadInput;
        }

        var deck = existing is null || request.Replaces ? imported : DeckMerge.Update(existing.Deck, imported);
        var changes = DeckChanges.Between(existing?.Deck, deck);
        output.Write(ImportPreview.Write(reading, changes));
        if (changes.IsEmpty)
            return ExitCodes.Success;
        string yaml = DeckExport.Write(deck, DeckExportFormat.Native);
        string name = $"{deck.Id}.yaml";
        var check = DeckReader.Read([new DeckFile(name, Encoding.UTF8.GetBytes(yaml))]);
        if (check.Deck is null)
        {
            error.WriteLine($"Together the two versions are no deck: {check.Problems.First(problem => problem.Severity == ProblemSeverity.Error).Message}");
            return ExitCodes.BadInput;
        }

        if (Place(request, existing, folder, name, error) is not { } path)
            return ExitCodes.BadInput;
        if (!request.IsConfirmed)
        {
            output.WriteLine($"Nothing is written yet. To write it to '{path}', add --yes.");
            return ExitCodes.Success;
        }

        Write(path, yaml);
        output.WriteLine($"Written to '{path}'.");
        return ExitCodes.Success;
    }

    // Which deck it updates is known once the file has been read, and its ids depend on that deck.
    private static (ImportReading Reading, ExistingDeck? Existing) Read(Request request, ImportFile file, string folder)
    {
        var packages = new AnkiPackages();
        var existing = request.Id is { } id ? ExistingDeck.Find(folder, id) : null;
        var reading = DeckImport.Read(file, new ImportTarget(request.Id, request.Title, existing?.Deck, request.Format), packages);
        if (reading.Deck is not { } deck || deck.Id == existing?.Deck.Id)
            return (reading, existing);
        if (ExistingDeck.Find(folder, deck.Id.Value) is not { } found)
            return (reading, null);
        return (DeckImport.Read(file, new ImportTarget(deck.Id.Value, request.Title, found.Deck, request.Format), packages), found);
    }

    private static ImportFile Load(string path)
    {
        // One byte more than allowed is enough to see that the file is too large.
        using var stream = File.OpenRead(path);
        byte[] content = new byte[Math.Min(stream.Length, ImportLimits.PackageBytes + 1)];
        stream.ReadExactly(content);
        return new ImportFile(Path.GetRelativePath(Environment.CurrentDirectory, path), content);
    }

    private static string? Place(Request request, ExistingDeck? existing, string folder, string name, TextWriter error)
    {
        string? own = existing?.Found.Paths is [var only] ? Path.GetFullPath(only) : null;
        if (request.Output is null && existing is not null && own is null)
        {
            error.WriteLine($"The deck '{existing.Deck.Id}' is written in {existing.Found.Paths.Length} files, which an import cannot part again: "
                + "give --output with another file, and remove the old ones yourself.");
            return null;
        }

        string path = Path.GetFullPath(request.Output ?? own ?? Path.Combine(folder, name));
        if (!File.Exists(path) || path == own)
            return path;
        error.WriteLine($"The file '{path}' exists already and is no version of this deck. Give another with --output.");
        return null;
    }

    // The watcher of a running bot must never see half a deck.
    private static void Write(string path, string yaml)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string partial = path + ".partial";
        try
        {
            File.WriteAllText(partial, yaml);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            if (File.Exists(partial))
                File.Delete(partial);
        }
    }

    private sealed record Request(string File, string? Id, string? Title, ImportFormat? Format, bool Replaces, bool IsConfirmed, string? Output);

    private sealed record ExistingDeck(FoundDeck Found, Deck Deck)
    {
        public static ExistingDeck? Find(string folder, string id) => DeckFolder.Find(folder)
            .Select(found => DeckFolder.Read(found).Deck is { } deck && deck.Id.Value == id ? new ExistingDeck(found, deck) : null)
            .FirstOrDefault(deck => deck is not null);
    }
}
