using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Decks;

/// <summary>What readers of a deck see. Pure.</summary>
internal static class BrowseMessages
{
    public const string DeckGone = "That deck is not here any more. `/deck browse` shows those that are.";

    private const int Color = 0x57F287;

    // Shorter than Discord allows: a page should be read, not scrolled.
    private const int PageLength = 3000;

    private const int TitleBesideTopic = (DiscordLimits.EmbedTitle / 2) - DeckLimits.TopicLength - 3;

    private const string Hidden = "🙈 A quiz on this deck is running, so the answers are hidden until it is over.";

    /// <summary>A page of the cards: fronts, points, corrections and notes.</summary>
    /// <param name="known">The deck.</param>
    /// <param name="asked">What was asked for; past the end it is the last page.</param>
    /// <param name="hidden">Whether the answers must not be seen.</param>
    public static MessageContent Cards(KnownDeck known, ComponentId.DeckPage asked, bool hidden)
    {
        var deck = known.Deck;
        var topics = deck.Topics;
        string? topic = asked.Topic > 0 && asked.Topic <= topics.Length ? topics[asked.Topic - 1] : null;
        var cards = deck.Cards.Where(card => topic is null || card.Topic == topic).ToList();
        var pages = TextPages.Of(cards.Select(card => Block(card, withTopic: topic is null, hidden)), PageLength);
        int page = Math.Clamp(asked.Page, 0, pages.Length - 1);
        var shown = asked with { Topic = topic is null ? 0 : asked.Topic, Page = page };
        var embed = new Embed
        {
            Title = Title(deck.Title, topic),
            Description = hidden ? $"{Hidden}\n\n{pages[page]}" : pages[page],
            Color = Color,
            Footer = Footer(page, pages.Length, $"{Counted(cards.Count, "card")}"),
        };
        return new MessageContent
        {
            Embeds = [embed],
            Rows = [.. TopicMenu(deck, topics, shown), .. Paging.Row(page, pages.Length, target => shown with { Page = target })],
            Ephemeral = true,
        };
    }

    /// <summary>What is known about the deck.</summary>
    public static MessageContent Info(KnownDeck known, int page, bool hidden)
    {
        var deck = known.Deck;
        var pages = TextPages.Of(InfoBlocks(known, hidden), PageLength);
        int shown = Math.Clamp(page, 0, pages.Length - 1);
        var embed = new Embed
        {
            Title = Title(deck.Title, topic: null),
            Description = pages[shown],
            Color = Color,
            Footer = Footer(shown, pages.Length, null),
        };
        return new MessageContent
        {
            Embeds = [embed],
            Rows = Paging.Row(shown, pages.Length, target => new ComponentId.DeckInfo(deck.Id.Value, target)),
            Ephemeral = true,
        };
    }

    /// <summary>A number and what is counted: <c>1 card</c>, <c>14 cards</c>.</summary>
    public static string Counted(int count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {thing}{(count == 1 ? "" : "s")}");

    /// <summary>The back of a card, line by line: its points with their corrections.</summary>
    public static IEnumerable<string> Points(Card card) => card.Points.SelectMany(point => Lines(point, ""));

    /// <summary>The notes of a card, line by line.</summary>
    public static IEnumerable<string> Notes(Card card) => card.Notes.Select(note => $"📝 {Markdown.EscapeLine(note)}");

    // Half of what Discord takes, because escaping may double it.
    private static string Title(string title, string? topic) => topic is null
        ? Markdown.EscapeLine(Text.Cut(title, DiscordLimits.EmbedTitle / 2))
        : $"{Markdown.EscapeLine(Text.Cut(title, TitleBesideTopic))} · {Markdown.EscapeLine(topic)}";

    private static TextBlock Block(Card card, bool withTopic, bool hidden)
    {
        string heading = $"**{Markdown.EscapeLine(card.Front)}**{(withTopic ? $" · {Markdown.EscapeLine(card.Topic)}" : "")}";
        return new TextBlock(heading, hidden ? [] : [.. Points(card), .. Notes(card)]);
    }

    private static IEnumerable<string> Lines(Point point, string indent)
    {
        yield return $"{indent}- {Markdown.EscapeLine(point.Text)}";
        if (point.Correction is { } correction)
            yield return $"{indent}  ⚠️ **Correction:** {Markdown.EscapeLine(correction)}";
        foreach (string line in point.Points.SelectMany(child => Lines(child, indent + "  ")))
            yield return line;
    }

    private static ImmutableArray<ActionRow> TopicMenu(Deck deck, ImmutableArray<string> topics, ComponentId.DeckPage shown)
    {
        if (topics.Length <= 1)
            return [];
        var counts = deck.Cards.CountBy(card => card.Topic).ToDictionary();
        SelectOption[] options =
        [
            new("All topics", "0", Counted(deck.Cards.Length, "card"), shown.Topic == 0),
            .. topics.Take(DiscordLimits.SelectOptions - 1).Select((topic, index) => new SelectOption(
                Label(topic),
                (index + 1).ToString(CultureInfo.InvariantCulture),
                Counted(counts[topic], "card"),
                shown.Topic == index + 1)),
        ];
        return [new ActionRow([new StringSelect(new ComponentId.DeckTopics(shown.Deck).ToString(), [.. options]) { Placeholder = "Topic" }])];
    }

    private static string Label(string topic) => Text.Cut(Text.OneLine(topic), DiscordLimits.SelectOptionText) is { Length: > 0 } label ? label : "…";

    private static string? Footer(int page, int pages, string? what)
    {
        string? turned = pages > 1 ? string.Create(CultureInfo.InvariantCulture, $"Page {page + 1} of {pages}") : null;
        return turned is null || what is null ? turned ?? what : $"{turned} · {what}";
    }

    private static IEnumerable<TextBlock> InfoBlocks(KnownDeck known, bool hidden)
    {
        var deck = known.Deck;
        yield return new TextBlock($"**Subject:** {Markdown.EscapeLine(deck.Subject)}",
        [
            $"**Licence:** {Markdown.EscapeLine(deck.Licence)}",
            $"**Source:** {Markdown.EscapeLine(deck.Source)}",
            $"**Language:** {Markdown.EscapeLine(deck.Language)} · **Id:** {Markdown.EscapeLine(deck.Id.Value)}",
            $"**Holds:** {Counted(deck.Cards.Length, "card")}, {Counted(deck.Cards.Sum(card => card.AllPoints.Count()), "point")}, "
                + Counted(deck.Questions.Length, "question"),
            $"**Last change:** {LastChange(known)}",
        ]);
        var questions = deck.Questions.CountBy(question => question.Card).ToDictionary();
        yield return new TextBlock("**Topics**", [.. deck.Cards.GroupBy(card => card.Topic).Select(topic =>
            $"- {Markdown.EscapeLine(topic.Key)}: {Counted(topic.Count(), "card")}, "
            + Counted(topic.Sum(card => questions.GetValueOrDefault(card.Id)), "question"))]);
        if (!deck.Questions.IsEmpty)
        {
            yield return new TextBlock("**Questions**", [.. deck.Questions.CountBy(question => question.Kind).OrderBy(kind => kind.Key).Select(kind =>
                string.Create(CultureInfo.InvariantCulture, $"- {NameOf(kind.Key)}: {kind.Value}"))]);
        }

        if (!deck.Notes.IsEmpty)
            yield return new TextBlock("**Notes**", hidden ? [Hidden] : [.. deck.Notes.Select(note => $"📝 {Markdown.EscapeLine(note)}")]);
    }

    private static string LastChange(KnownDeck known)
    {
        string when = known.ChangedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"<t:{at.ToUnixTimeSeconds()}:D>") : "not known";
        if (known.Own is not { } own)
            return $"{when}. One of my own decks.";
        string how = own.Kind switch
        {
            DeckChangeKind.Card => "a card was edited",
            DeckChangeKind.Undo => "a change was taken back",
            _ => "imported",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{when}, {how} by <@{own.ChangedBy.Value}>. A deck of this server.");
    }

    private static string NameOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Choice => "one of several",
        QuestionKind.TrueFalse => "true or false",
        QuestionKind.Cause => "cause or consequence",
        QuestionKind.WhichCard => "under which heading",
        QuestionKind.Who => "who",
        QuestionKind.Gap => "fill the gap",
        QuestionKind.Typed => "short answer",
        QuestionKind.Order => "put in order",
        QuestionKind.List => "name several",
        _ => DeckWords.Of(kind),
    };
}
