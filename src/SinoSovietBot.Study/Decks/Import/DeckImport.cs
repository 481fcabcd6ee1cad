using System.Collections.Immutable;
using System.Text;
using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Reads decks that come from elsewhere. Pure, never throws on bad content, and takes what is good; whoever calls shows it and asks.</summary>
public static class DeckImport
{
    /// <summary>Reads a file of any known format, which its name and content tell.</summary>
    /// <param name="file">The file as it came.</param>
    /// <param name="target">What it is to become.</param>
    /// <param name="packages">Opens Anki's packages.</param>
    public static ImportReading Read(ImportFile file, ImportTarget target, IAnkiPackages packages)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(packages);
        var report = new ImportReport(file.Name);
        var isPackage = target.Format is { } format ? format == ImportFormat.AnkiPackage : FormatGuess.IsPackage(file);
        return isPackage
            ? ReadPackage(file, target, packages, report)
            : ReadText(file, target, report);
    }

    private static ImportReading ReadText(ImportFile file, ImportTarget target, ImportReport report)
    {
        var text = ImportText.Decode(file);
        if (text.Fault is { } fault)
            report.Reject(new Place(fault.File, fault.Line, fault.Column), fault.Message);
        else if (target.Format is null && FormatGuess.IsJson(file.Name, text.Value!))
            report.Reject(new Place(file.Name, 1, 1), ImportMessages.Json);
        if (text.Value is not { } value || report.Rejected.Any())
            return Nothing(target.Format ?? FormatGuess.Of(file.Name, ""), report);

        if (text.IsUtf16)
            report.Note(ImportMessages.ReadAsUtf16);
        var format = target.Format ?? FormatGuess.Of(file.Name, value);
        return format switch
        {
            ImportFormat.Native => ReadNative(value, target, report),
            ImportFormat.Csv => ReadTable(value, target, report),
            ImportFormat.AnkiText => ReadCards(format, AnkiText.Read(value, target, report), target, report),
            _ => ReadCards(ImportFormat.Quizlet, QuizletText.Read(value, report), target, report),
        };
    }

    private static ImportReading ReadNative(string text, ImportTarget target, ImportReport report)
    {
        var problems = new ProblemList();
        var reading = YamlTreeReader.Read(report.FileName, text, problems);
        if (reading is not { IsComplete: true, Root: YamlMap root })
        {
            if (reading is { IsComplete: true, Root: not null })
                problems.Error(reading.Root.At, DeckMessages.NotAMap("deck", "id"));
            return new ImportReading(ImportFormat.Native, null, problems.InOrder(), [.. report.Notes]);
        }

        return Finish(ImportFormat.Native, root, problems.Found, wholeCards: false, target, report);
    }

    private static ImportReading ReadTable(string text, ImportTarget target, ImportReport report)
    {
        var separator = CsvTable.SeparatorOf(text, ',', ';', '\t', '|');
        var rows = CsvTable.Read(text, separator, skipsComments: false, report);
        if (rows.IsEmpty)
            return Nothing(ImportFormat.Csv, report);
        return CsvDeck.IsHeader(rows[0])
            ? Finish(ImportFormat.Csv, CsvDeck.Read(rows, target, report), [], wholeCards: false, target, report)
            : ReadCards(ImportFormat.Csv, CsvCards.Read(rows, separator, report), target, report);
    }

    private static ImportReading ReadPackage(ImportFile file, ImportTarget target, IAnkiPackages packages, ImportReport report)
    {
        var start = new Place(file.Name, 1, 1);
        if (file.Content.Length > ImportLimits.PackageBytes)
        {
            report.Reject(start, ImportMessages.TooLarge(file.Content.Length, ImportLimits.PackageBytes));
            return Nothing(ImportFormat.AnkiPackage, report);
        }

        var reading = packages.Read(file.Content, file.Name);
        if (reading.Package is not { } package)
        {
            report.Reject(start, reading.Fault ?? ImportMessages.NoCards);
            return Nothing(ImportFormat.AnkiPackage, report);
        }

        report.Count(ImportMessages.MediaFilesLeftOut, package.MediaFiles);
        var cards = AnkiNotes.Read(package, target, report);
        return ReadCards(ImportFormat.AnkiPackage, cards, target, report);
    }

    private static ImportReading ReadCards(ImportFormat format, CardFile cards, ImportTarget target, ImportReport report) =>
        new CardDeck(target, report).Build(cards) is { } root ? Finish(format, root, [], wholeCards: true, target, report) : Nothing(format, report);

    private static ImportReading Finish(
        ImportFormat format, YamlMap root, IReadOnlyList<DeckProblem> problems, bool wholeCards, ImportTarget target, ImportReport report)
    {
        var salvage = DeckSalvage.Read(root, wholeCards, problems);
        var rejected = report.Rejected.Concat(salvage.Rejected).OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).ToImmutableArray();
        if (salvage.Deck is not { } deck)
            return new ImportReading(format, null, rejected, [.. report.Notes]);

        var bytes = Encoding.UTF8.GetByteCount(DeckYaml.Write(deck));
        if (bytes > DeckLimits.FileBytes)
        {
            var tooLarge = new DeckProblem(report.FileName, 1, 1, ProblemSeverity.Error, ImportMessages.DeckTooLarge(bytes));
            return new ImportReading(format, null, [tooLarge, .. rejected], [.. report.Notes]);
        }

        if (target.Id is { } wanted && !string.Equals(wanted, deck.Id.Value, StringComparison.Ordinal))
            report.Note(ImportMessages.OtherId(wanted, deck.Id.Value));
        if (salvage.Warnings > 0)
            report.Note(ImportMessages.Warnings(salvage.Warnings));
        return new ImportReading(format, deck, rejected, [.. report.Notes]);
    }

    private static ImportReading Nothing(ImportFormat format, ImportReport report)
    {
        var noCards = new DeckProblem(report.FileName, 1, 1, ProblemSeverity.Error, ImportMessages.NoCards);
        return new ImportReading(format, null, [.. report.Rejected.DefaultIfEmpty(noCards)], [.. report.Notes]);
    }
}
