using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.History;

/// <summary>A member's sessions, as they see them. Pure.</summary>
internal static class HistoryMessages
{
    public const int PageSize = 10;

    public const string NothingYet = "You have no sessions yet. `/card` begins one.";

    public const string NoMore = "There is nothing before that.";

    public const string SessionGone = "I do not know that session any more. `/study history` shows those that I do.";

    private const int Color = 0x5865F2;

    // Escaped they may be twice as long, and ten lines share a description.
    private const int TitleLength = 60;
    private const int TopicLength = 40;

    /// <summary>A page of sessions, the newest first.</summary>
    /// <param name="lines">What is on the page; at least one.</param>
    /// <param name="shown">Which page it is.</param>
    /// <param name="hasMore">Whether there are older ones.</param>
    public static MessageContent Page(ImmutableArray<HistoryLine> lines, ComponentId.HistoryPage shown, bool hasMore)
    {
        var embed = new Embed
        {
            Title = "Your sessions",
            Description = Text.Cut(string.Join('\n', lines.Select(Line)), DiscordLimits.EmbedDescription),
            Color = Color,
            Footer = shown.Page > 0 || hasMore ? string.Create(CultureInfo.InvariantCulture, $"Page {shown.Page + 1}, the newest first") : null,
        };
        return new MessageContent
        {
            Embeds = [embed],
            Rows =
            [
                .. Menu(lines, shown.Page),
                .. Paging.Row(shown.Page, hasMore ? shown.Page + 2 : shown.Page + 1, target => shown with { Page = target }),
            ],
        };
    }

    private static string Line(HistoryLine line)
    {
        var past = line.Past;
        string topic = past.Session.Topic is { } only ? $" · {Markdown.EscapeLine(Text.Cut(only, TopicLength))}" : "";
        string title = Markdown.EscapeLine(Text.Cut(line.Title, TitleLength));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<t:{past.Session.StartedAt.ToUnixTimeSeconds()}:f> **{title}**{topic} · {ModeName(past.Session.Mode)} · ")
            + string.Create(CultureInfo.InvariantCulture, $"{past.Remembered} of {past.Remembered + past.Forgotten} remembered");
    }

    // What was missed is known of a deck and a topic, not of each session.
    private static IEnumerable<ActionRow> Menu(ImmutableArray<HistoryLine> lines, int page)
    {
        var options = lines
            .Where(line => line.Past.Forgotten > 0)
            .DistinctBy(line => (line.Past.Session.Deck, line.Past.Session.Topic))
            .Select(line => new SelectOption(Label(line), Base62.Write(line.Past.Session.Id.Value)))
            .ToImmutableArray();
        if (options.IsEmpty)
            return [];
        return [new ActionRow([new StringSelect(new ComponentId.ReviewMisses(page).ToString(), options) { Placeholder = "Review the misses of …" }])];
    }

    private static string Label(HistoryLine line)
    {
        string title = Text.OneLine(Text.Cut(line.Title, TitleLength)) is { Length: > 0 } named ? named : "…";
        string topic = line.Past.Session.Topic is { } only ? $" · {Text.OneLine(Text.Cut(only, TopicLength - 5))}" : "";
        return Text.Cut(title + topic, DiscordLimits.SelectOptionText);
    }

    private static string ModeName(RevisionMode mode) => mode switch
    {
        RevisionMode.New => "new",
        RevisionMode.Missed => "missed",
        RevisionMode.Weak => "weak",
        RevisionMode.Cram => "cram",
        _ => "due",
    };
}

/// <summary>A session in the list.</summary>
/// <param name="Past">What it was.</param>
/// <param name="Title">The title of its deck; the deck's id where nobody knows it any more.</param>
internal sealed record HistoryLine(PastSession Past, string Title);
