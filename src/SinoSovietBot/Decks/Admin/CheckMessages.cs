using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SinoSovietBot.CommandLine;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Checking;

namespace SinoSovietBot.Decks.Admin;

/// <summary>What is said of a deck that was checked. Pure.</summary>
internal static class CheckMessages
{
    private const int ShownLines = 8;
    private const int LineLength = 110;

    /// <summary>A deck that cannot be used any more.</summary>
    public static MessageContent Unusable(string title, ImmutableArray<DeckProblem> problems)
    {
        var text = new StringBuilder($"**{Markdown.EscapeLine(title)}** cannot be used any more: {BrowseMessages.Counted(problems.Length, "problem")}.");
        AppendLines(text, [.. problems.Select(problem => string.Create(CultureInfo.InvariantCulture, $"line {problem.Line}: {problem.Message}"))]);
        return WithReport(text, problems.Select(problem => problem.ToString()));
    }

    /// <summary>What a learner can stumble over, and how the questions come out as a set.</summary>
    public static MessageContent Checked(Deck deck, ImmutableArray<DeckFinding> findings, DeckMeasures measures)
    {
        int hard = findings.Count(finding => finding.Trap.Severity == FindingSeverity.Hard);
        string verdict = findings.IsEmpty
            ? "No problems."
            : string.Create(CultureInfo.InvariantCulture, $"{hard:N0} to be mended, {findings.Length - hard:N0} worth a look.");
        var text = new StringBuilder(
            $"**{Markdown.EscapeLine(deck.Title)}**: {BrowseMessages.Counted(deck.Cards.Length, "card")}, "
            + $"{BrowseMessages.Counted(deck.Cards.Sum(card => card.AllPoints.Count()), "point")}, "
            + $"{BrowseMessages.Counted(deck.Questions.Length, "question")}. {verdict}");
        var lines = findings.Select(Line).Concat(measures.Items
            .Where(measure => measure.Verdict == MeasureVerdict.OutOfBand)
            .Select(measure => $"{measure.Name}: {measure.Value}, accepted is {measure.Accepted}"));
        AppendLines(text, [.. lines]);
        if (findings.IsEmpty && measures.Items.IsEmpty)
            return new MessageContent { Text = text.ToString() };
        using var table = new StringWriter(CultureInfo.InvariantCulture);
        if (!measures.Items.IsEmpty)
            MeasureTable.Write(measures, table);
        return WithReport(text, findings.Select(finding => $"{Line(finding)} [{finding.Trap.Name}]").Append("").Append(table.ToString()));
    }

    private static MessageContent WithReport(StringBuilder text, IEnumerable<string> report)
    {
        text.Append("\nAll of it is in the file.");
        return new MessageContent { Text = text.ToString(), Files = [DeckAdminMessages.PlainText("check.txt", report)] };
    }

    private static void AppendLines(StringBuilder text, ImmutableArray<string> lines)
    {
        foreach (string line in lines.Take(ShownLines))
            text.Append("\n- ").Append(Markdown.EscapeLine(Text.Cut(line, LineLength)));
        if (lines.Length > ShownLines)
            text.Append("\n- …");
    }

    private static string Line(DeckFinding finding)
    {
        string where = finding.Question is { } question ? $"{question}: " : "";
        return $"{(finding.Trap.Severity == FindingSeverity.Hard ? "error" : "warning")}: {where}{finding.Message}";
    }
}
