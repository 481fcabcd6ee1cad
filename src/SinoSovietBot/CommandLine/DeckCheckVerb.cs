using System.Collections.Immutable;
using System.CommandLine;
using SinoSovietBot.Decks;
using SinoSovietBot.Hosting;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Checking;

namespace SinoSovietBot.CommandLine;

/// <summary><c>deck check</c>: what is wrong with decks, what a learner can stumble over, and how their questions come out as a set.</summary>
internal static class DeckCheckVerb
{
    public static Command Build(TextWriter output, TextWriter error)
    {
        var path = new Argument<string?>("PATH")
        {
            Description = "A deck's folder or file, or a folder of decks; the configured folder of decks if left out",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("check", "Read decks, print every problem with file, line and column, and measure the questions") { path };
        command.SetAction(parsed => Check(parsed.GetValue(path), output, error));
        return command;
    }

    private static int Check(string? path, TextWriter output, TextWriter error)
    {
        string folder = Path.GetFullPath(path ?? DeckVerbs.DefaultFolder());
        var found = Find(folder);
        if (found.IsEmpty)
        {
            error.WriteLine($"There is no deck at '{folder}': a deck is a folder with .yaml files, or one .yaml file.");
            return ExitCodes.BadInput;
        }

        int bad = 0;
        foreach (var deck in found)
        {
            var reading = DeckFolder.Read(deck);
            if (!(reading.Deck is null ? Refuse(deck, reading, output) : Judge(reading.Deck, reading, output)))
                bad++;
            output.WriteLine();
        }

        output.WriteLine($"{Count(found.Length, "deck")} checked, " + (bad == 0 ? "all sound." : $"{bad} to be mended."));
        return bad == 0 ? ExitCodes.Success : ExitCodes.BadInput;
    }

    private static bool Refuse(FoundDeck deck, DeckReading reading, TextWriter output)
    {
        foreach (var problem in reading.Problems)
            output.WriteLine(problem);
        output.WriteLine($"{deck.Name}: not usable, {Count(reading.Problems.Count(problem => problem.Severity == ProblemSeverity.Error), "error")}");
        return false;
    }

    // What the reader warned of comes again among the findings, with its weight.
    private static bool Judge(Deck deck, DeckReading reading, TextWriter output)
    {
        var findings = DeckCheck.Traps(deck);
        foreach (var finding in findings)
            output.WriteLine(Line(finding, deck, reading));

        int hard = findings.Count(finding => finding.Trap.Severity == FindingSeverity.Hard);
        output.WriteLine(
            $"{deck.Id}: {deck.Cards.Length} cards, {deck.Cards.Sum(card => card.AllPoints.Count())} points, {deck.Questions.Length} questions, "
            + (findings.IsEmpty ? "no problems" : $"{Count(hard, "error")}, {Count(findings.Length - hard, "warning")}"));

        var measures = DeckCheck.Measure(deck);
        if (measures.Items.IsEmpty)
            output.WriteLine("  no questions to measure");
        else
            MeasureTable.Write(measures, output);
        return hard == 0 && measures.AreAccepted;
    }

    private static string Line(DeckFinding finding, Deck deck, DeckReading reading)
    {
        string at = finding.Question is { } question ? $"{reading.QuestionPlaces[question]}: {question}" : deck.Id.Value;
        string severity = finding.Trap.Severity == FindingSeverity.Hard ? "error" : "warning";
        return $"{at}: {severity}: {finding.Message} [{finding.Trap.Name}]";
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

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
}
