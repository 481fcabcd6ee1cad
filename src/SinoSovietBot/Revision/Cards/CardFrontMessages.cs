using System.Globalization;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.Cards;

/// <summary>The front of a card, or a question that is asked. Pure; everything that people or decks supply is escaped.</summary>
internal static class CardFrontMessages
{
    private const int Color = 0x5865F2;
    private const int DeckTitleLength = 80;

    /// <summary>What is asked.</summary>
    /// <param name="view">What is on screen.</param>
    /// <param name="level">How many hints are shown; 0 for none.</param>
    /// <param name="line">What has just happened, or null.</param>
    public static MessageContent Front(CardView view, int level, string? line)
    {
        var body = new StringBuilder(Asked(view));
        if (view.HasOptions)
            AppendOptions(body.Append("\n\n"), view, level > 0 ? view.StruckOut : null);
        else if (view.Question is null && view.Key is null)
            body.Append(body.Length == 0 ? "" : "\n\n").Append("What do you remember of it? Say it, or type it; then compare.");
        else
            body.Append(body.Length == 0 ? "" : "\n\n").Append("Answer it in your head, or type it to have it marked.");
        if (view.HintTexts is [_, ..] hints && level > 0)
            body.Append("\n\n💡 ").Append(Markdown.Escape(hints[Math.Min(level, hints.Length) - 1]));
        if (view.Session.Answer is { } vague)
            body.Append("\n\n").Append(CardBackMessages.Marked(vague, "typed"));
        var embed = new Embed
        {
            Title = Title(view),
            Description = Text.Cut(body.ToString().TrimEnd('\n'), DiscordLimits.EmbedDescription),
            Color = Color,
            Footer = Footer(view),
        };
        return new MessageContent { Text = line ?? "", Embeds = [embed], Rows = CardButtons.Front(view, level), Ephemeral = true };
    }

    /// <summary>Above a front and its back.</summary>
    public static string Title(CardView view) =>
        view.Question is null && TitleWithFront(view) is { } title ? title
        : Markdown.EscapeLine(view.Card.Topic) is { Length: > 0 } topic ? topic
        : "…";

    /// <summary>What is asked, in bold; empty where the title says it.</summary>
    public static string Asked(CardView view) => view switch
    {
        { Question: { } question } => $"**{Markdown.Escape(question.Prompt)}**",
        _ when TitleWithFront(view) is null => $"**{Markdown.EscapeLine(view.Card.Front)}**",
        _ => "",
    };

    /// <summary>Below a front and its back.</summary>
    public static string Footer(CardView view)
    {
        var progress = new SessionProgress(view.Learner, view.Session);
        int number = progress.Begun.Count + (progress.Begun.Contains(view.Item) ? 0 : 1);
        int size = Math.Max(number, RevisionQueue.Size(view.Learner, view.Session));
        string thing = view.Question is null ? "Card" : "Question";
        string deck = Text.Cut(Text.OneLine(view.Learner.Items.Deck.Title), DeckTitleLength);
        return string.Create(CultureInfo.InvariantCulture, $"{thing} {number} of {size} · {LastSeen(view)} · {deck}");
    }

    private static string LastSeen(CardView view)
    {
        if (view.Learner.MemoryOf(view.Item).ReviewedOn is not { } seen)
            return "New";
        int days = Math.Max(0, view.Learner.Today.DayNumber - seen.DayNumber);
        return days switch
        {
            0 => "Last seen today",
            1 => "Last seen yesterday",
            _ => $"Last seen {Waits.InWords(TimeSpan.FromDays(days))} ago",
        };
    }

    // Null where it is too long for a title.
    private static string? TitleWithFront(CardView view) =>
        $"{Markdown.EscapeLine(view.Card.Topic)} · {Markdown.EscapeLine(view.Card.Front)}" is { Length: <= DiscordLimits.EmbedTitle } title
            ? title
            : null;

    private static void AppendOptions(StringBuilder body, CardView view, int? struckOut)
    {
        foreach (var (index, option) in view.Question!.Options.Index())
        {
            string text = Markdown.Escape(option);
            body.Append("**").Append(QuizMessages.Letter(index)).Append("**  ").Append(index == struckOut ? $"~~{text}~~" : text).Append('\n');
        }
    }
}
