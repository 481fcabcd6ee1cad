using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision.Reports;

namespace SinoSovietBot.Revision.Reports;

/// <summary>What members have reported, as teachers see it. Pure.</summary>
internal static class ReportMessages
{
    /// <summary>Three of the longest share a message.</summary>
    public const int PageSize = 3;

    public const string MayNot = "Only people with the **Manage Messages** permission can read reports.";

    private const int Color = 0xFEE75C;

    // Escaped each may be twice as long; a message has room for 6,000 characters.
    private const int WordsLength = 100;
    private const int TextLength = 1300;
    private const int DeckLength = 100;

    /// <summary>A page of reports, the newest first, and the menu that marks them as done.</summary>
    /// <param name="lines">What is on the page.</param>
    /// <param name="asked">Which page it is.</param>
    /// <param name="hasMore">Whether there are older ones.</param>
    /// <param name="news">What has just been done, in a sentence of the bot, or nothing.</param>
    /// <param name="undo">What takes it back; null for nothing.</param>
    public static MessageContent Page(
        ImmutableArray<ReportLine> lines, ComponentId.ReportsPage asked, bool hasMore, string news, ComponentId.ReopenReports? undo)
    {
        ImmutableArray<ActionRow> below = undo is null ? [] : [new ActionRow([new Button("Undo", undo.ToString())])];
        if (lines.IsEmpty)
        {
            return new MessageContent
            {
                Text = $"{news} No report is open. Members make them with **Report** below a card in `/card`; I show those made in this server."
                    .TrimStart(),
                Rows = below,
            };
        }

        int first = asked.Page * PageSize;
        return new MessageContent
        {
            Text = news,
            Embeds = [.. lines.Select((line, index) => Shown(line, first + index + 1))],
            Rows =
            [
                Menu(lines, first, new ComponentId.CloseReports(asked.Deck, asked.Page)),
                .. Paging.Row(asked.Page, hasMore ? asked.Page + 2 : asked.Page + 1, target => asked with { Page = target }),
                .. below,
            ],
        };
    }

    /// <summary>How many have just been marked as done.</summary>
    public static string Closed(int reports) => Counted(reports, "done");

    /// <summary>How many have just been opened again.</summary>
    public static string Reopened(int reports) => Counted(reports, "open again");

    private static string Counted(int reports, string what) => reports switch
    {
        0 => "",
        1 => $"One is {what}.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{reports} are {what}."),
    };

    private static Embed Shown(ReportLine line, int number)
    {
        var report = line.Report;
        string words = line.Words is { } known ? Markdown.EscapeLine(Text.Cut(known, WordsLength)) : "something that the deck no longer has";
        string by = string.Create(CultureInfo.InvariantCulture, $"<@{report.Member.Value}> · <t:{report.At.ToUnixTimeSeconds()}:R>");
        return new Embed
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"{number} · {words}"),
            Description = $"> {Escaped(report.Text)}\n{by}",
            Color = Color,
            Footer = $"{Text.Cut(Text.OneLine(line.Title), DeckLength)} · {report.Shown.Value}",
        };
    }

    // Whole, unless escaping makes it too long for three to share a message.
    private static string Escaped(string text) =>
        Markdown.EscapeLine(text) is { Length: <= TextLength } whole ? whole : Markdown.EscapeLine(Text.Cut(text, TextLength / 2));

    private static ActionRow Menu(ImmutableArray<ReportLine> lines, int first, ComponentId.CloseReports id) => new(
    [
        new StringSelect(id.ToString(), [.. lines.Select((line, index) => new SelectOption(Label(line, first + index + 1), Base62.Write(line.Report.Id)))])
        {
            Placeholder = "Mark as done …", MaxValues = lines.Length,
        },
    ]);

    private static string Label(ReportLine line, int number) => Text.Cut(
        string.Create(CultureInfo.InvariantCulture, $"{number} · {Text.OneLine(line.Report.Text)}"), DiscordLimits.SelectOptionText);
}

/// <summary>A report in the list.</summary>
/// <param name="Report">The report.</param>
/// <param name="Title">The title of its deck; the deck's id where nobody knows it any more.</param>
/// <param name="Words">The front or question that was on screen; null where the deck no longer has it.</param>
internal sealed record ReportLine(CardReport Report, string Title, string? Words);
