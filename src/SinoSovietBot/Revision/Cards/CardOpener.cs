using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.Cards;

/// <summary>Begins sessions, or says in one sentence why it does not. Thread-safe.</summary>
internal sealed class CardOpener(CardTable table, DeckCatalogue decks) : ISessionOpener
{
    /// <summary>The command.</summary>
    public async Task<InteractionResponse> StartAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        long count = use.Options.Number("count") ?? RevisionLimits.DefaultCount;
        if (count is < RevisionLimits.MinCount or > RevisionLimits.MaxCount)
            return Reply.Privately(CardReplies.CountOutOfRange(count));
        var settings = await table.Store.SettingsAsync(use.Member(), cancellation);
        var asked = new Asked(CardWords.ModeOf(use.Options.Text("mode")), (int)count, use.Options.Text("topic"), null);
        if (CardWords.StyleOf(use.Options.Text("by")) is { } style && style != settings.Style)
            await table.Store.SaveSettingsAsync(use.Member(), settings with { Style = style });
        if (use.Options.Text("deck") is { } typed)
        {
            return await decks.FindAsync(use.Guild, typed, cancellation) is { } named
                ? Reply.Privately(await OpenAsync(use, named, asked, cancellation))
                : Reply.Privately(QuizReplies.UnknownDeck(typed, (await decks.ListAsync(use.Guild, cancellation)).Select(deck => deck.Title)));
        }

        return await LastAsync(use, settings, cancellation) is { } last
            ? Reply.Privately(await OpenAsync(use, last, asked, cancellation))
            : await AskAsync(use, asked, cancellation);
    }

    public async Task<InteractionResponse> OpenAsync(
        Interaction interaction, KnownDeck deck, string? topic, RevisionMode mode, RevisionStyle? style, CancellationToken cancellation) =>
        Reply.Privately(await OpenAsync(interaction, deck, new Asked(mode, RevisionLimits.DefaultCount, topic, style), cancellation));

    /// <summary>A deck was chosen from the menu.</summary>
    public async Task<InteractionResponse> ChooseAsync(MenuChosen choice, ComponentId.CardDecks menu, CancellationToken cancellation)
    {
        int count = Math.Clamp(menu.Count, RevisionLimits.MinCount, RevisionLimits.MaxCount);
        return choice.Values is [var value, ..] && await decks.FindAsync(choice.Guild, value, cancellation) is { } deck
            ? Reply.InPlace(await OpenAsync(choice, deck, new Asked(menu.Mode, count, null, null), cancellation))
            : Reply.InPlace(new MessageContent { Text = CardReplies.DeckGone });
    }

    /// <summary>Another session like one that is over, or that had nothing to show.</summary>
    public async Task<InteractionResponse> AgainAsync(ButtonPressed press, ComponentId.CardAgain again, CancellationToken cancellation) =>
        await table.SitAsync(press, again.Session, cancellation) switch
        {
            Seating.Taken { Seat: var seat } => Reply.InPlace(await OpenAsync(
                press, seat.Deck, new Asked(again.Mode, seat.Session.Count, seat.Session.Topic, seat.Session.Style), cancellation)),
            Seating.Refused refused => refused.Response,
            _ => throw new InvalidOperationException("Not one of the family."),
        };

    private async Task<MessageContent> OpenAsync(Interaction interaction, KnownDeck deck, Asked asked, CancellationToken cancellation)
    {
        string? topic = null;
        // One that a session began with may have gone from the deck meanwhile: then the session says that there is nothing.
        if (asked.Topic is { } word)
        {
            topic = deck.Deck.Topics.FirstOrDefault(one => string.Equals(one, word.Trim(), StringComparison.OrdinalIgnoreCase));
            if (topic is null)
                return new MessageContent { Text = QuizReplies.UnknownTopic(word, deck.Deck.Topics) };
        }

        if (table.IsQuizOn(interaction, deck.Address))
            return new MessageContent { Text = CardReplies.QuizIsOn(deck.Deck.Title) };
        var now = interaction.Id.CreatedAt;
        var seat = await table.BeginAsync(interaction, deck, asked.Style, Session, cancellation);
        return CardScreens.Of(seat, line: null);

        RevisionSession Session(LearnerDeck learner) => new()
        {
            Id = new SessionId(interaction.Id.Value),
            Member = learner.Member,
            Deck = deck.Address,
            Topic = topic,
            Mode = asked.Mode,
            Style = learner.Items.Style,
            Count = asked.Count,
            ShownAt = now,
            StartedAt = now,
            Exam = learner.Exam,
        };
    }

    /// <summary>The deck that the command would take with the options filled in so far; null where it would ask.</summary>
    public async Task<Deck?> MeantAsync(SuggestionsAsked asked, CancellationToken cancellation)
    {
        if (asked.Options.Text("deck") is { } typed)
            return (await decks.FindAsync(asked.Guild, typed, cancellation))?.Deck;
        var settings = await table.Store.SettingsAsync(asked.Member(), cancellation);
        return (await LastAsync(asked, settings, cancellation))?.Deck;
    }

    // The last one may have been removed, or belong to another server.
    private async Task<KnownDeck?> LastAsync(Interaction use, LearnerSettings settings, CancellationToken cancellation)
    {
        if (settings.LastDeck is { } last && (last.Server is null || last.Server == use.Server())
            && await decks.FindAsync(last, cancellation) is { } deck)
        {
            return deck;
        }

        return await decks.ListAsync(use.Guild, cancellation) is [var only] ? await decks.FindAsync(only.Address, cancellation) : null;
    }

    private async Task<InteractionResponse> AskAsync(SlashCommandUsed use, Asked asked, CancellationToken cancellation)
    {
        if (asked.Topic is not null)
            return Reply.Privately(CardReplies.TopicWithoutDeck);
        var listed = await decks.ListAsync(use.Guild, cancellation);
        return listed.IsEmpty
            ? Reply.Privately(QuizReplies.UnknownDeck("", []))
            : Reply.Privately(CardReplies.WhichDeck(listed, asked.Mode, asked.Count));
    }

    /// <param name="Mode">What is revised.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Topic">As typed, or null for all.</param>
    /// <param name="Style">Null for the member's own.</param>
    private sealed record Asked(RevisionMode Mode, int Count, string? Topic, RevisionStyle? Style);
}
