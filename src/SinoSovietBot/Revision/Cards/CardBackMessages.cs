using System.Text;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.Cards;

/// <summary>The back of a card, or a question with its answer. Pure; everything that people or decks supply is escaped.</summary>
internal static class CardBackMessages
{
    private const int Neutral = 0x57F287;
    private const int Wrong = 0xED4245;

    // With a long front, and what the member wrote above it, a page must still fit.
    private const int PageLength = 2200;
    private const int WrittenLength = 600;
    private const int NoteLength = 200;

    /// <summary>The answer, with the buttons that grade it.</summary>
    /// <param name="view">What is on screen.</param>
    /// <param name="page">From 0; past the end it is the last page.</param>
    /// <param name="line">What has just happened, or null.</param>
    public static MessageContent Back(CardView view, int page, string? line)
    {
        var pages = view.Question is { } question
            ? [QuestionBack(view, question)]
            : TextPages.Of(CardBack(view.Card), PageLength);
        int shown = Math.Clamp(page, 0, pages.Length - 1);
        string above = view.Question is null ? Above(view) : "";
        var embed = new Embed
        {
            Title = CardFrontMessages.Title(view),
            Description = above + pages[shown],
            Color = view.Session.Answer?.Verdict is null or Verdict.Right ? Neutral : Wrong,
            Footer = Footer(view, shown, pages.Length),
        };
        return new MessageContent { Text = line ?? "", Embeds = [embed], Rows = CardButtons.Back(view, shown, pages.Length), Ephemeral = true };
    }

    /// <summary>What a member typed, chose or wrote, and what it is worth, in a line.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="how">"typed" or "chose".</param>
    public static string Marked(SessionAnswer answer, string how)
    {
        string quoted = TypedReplies.Quoted(answer.Text, WrittenLength);
        string note = answer.Note is { Length: > 0 } said ? $" ({Markdown.EscapeLine(Text.Cut(said, NoteLength))})" : "";
        return answer.Verdict switch
        {
            null => $"**You wrote:** {quoted}",
            Verdict.Right => $"✅ **Right.** You {how} {quoted}{note}",
            Verdict.Partly => $"🟡 **Partly right.** You {how} {quoted}{note}",
            Verdict.Vague => $"🟡 **Nearly.** You {how} {quoted}{note}",
            _ => $"❌ **Not right.** You {how} {quoted}{note}",
        };
    }

    private static string Above(CardView view)
    {
        string asked = CardFrontMessages.Asked(view);
        string marked = view.Session.Answer is { } answer ? Marked(answer, "typed") : "";
        return string.Concat(new[] { asked, marked }.Where(part => part.Length > 0).Select(part => part + "\n\n"));
    }

    // The notes begin a page of their own where the answer leaves no room for all of them.
    private static IEnumerable<TextBlock> CardBack(Card card)
    {
        yield return new TextBlock("**Answer**", [.. BrowseMessages.Points(card)]);
        if (!card.Notes.IsEmpty)
            yield return new TextBlock("**Notes**", [.. BrowseMessages.Notes(card)]);
    }

    private static string QuestionBack(CardView view, AskedQuestion question)
    {
        var body = new StringBuilder(CardFrontMessages.Asked(view)).Append("\n\n");
        if (view.Session.Answer is { } answer)
            body.Append(Marked(answer, question.Key is null ? "chose" : "typed")).Append("\n\n");
        if (question.Key is { } key)
            TypedMessages.AppendExpected(body, key);
        for (int option = 0; option < question.Options.Length; option++)
            body.Append(QuizMessages.RevealedOption(question, option)).Append('\n');
        return QuizMessages.WithExplanation(body.ToString(), question);
    }

    private static string Footer(CardView view, int page, int pages)
    {
        string footer = CardFrontMessages.Footer(view);
        if (pages > 1)
            footer = $"Page {page + 1} of {pages} · {footer}";
        return view.Session.Mode == RevisionMode.Cram ? $"{footer} · {CardReplies.CramKeepsTheSchedule}" : footer;
    }
}
