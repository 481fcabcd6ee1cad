using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.History;

/// <summary><c>/study history</c>, its pages, and the menu that begins a session on what was missed.</summary>
internal sealed class StudyHistory(StudyDecks decks, IRevisionStore store, IReviewLog log, ISessionOpener sessions) : IStudyPart, IButtons, IMenus
{
    public static SubcommandDeclaration Declaration { get; } = new("history", "Your sessions, the newest first")
    {
        Options = [new OptionDeclaration("deck", "Only those of this deck (all decks)", OptionKind.Text) { Suggested = true, MaxLength = 100 }],
    };

    public string Name => Declaration.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        DeckAddress? only = null;
        if (use.Options.Text("deck") is { } typed)
        {
            var (deck, refusal) = await decks.FindAsync(use, typed, cancellation);
            if (deck is null)
                return Reply.Privately(refusal!);
            only = deck.Address;
        }

        return Reply.Privately(await PageAsync(use, new ComponentId.HistoryPage(only, 0), cancellation));
    }

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) =>
        DeckSuggestions.Decks(await decks.Catalogue.SearchAsync(asked.Guild, asked.Typed, cancellation));

    public Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation) =>
        id is ComponentId.HistoryPage page ? TurnAsync(press, page, cancellation) : null;

    public Task<InteractionResponse>? Choose(MenuChosen choice, ComponentId id, CancellationToken cancellation) =>
        id is ComponentId.ReviewMisses ? ReviewAsync(choice, cancellation) : null;

    private async Task<InteractionResponse> TurnAsync(ButtonPressed press, ComponentId.HistoryPage page, CancellationToken cancellation) =>
        Reply.InPlace(await PageAsync(press, page, cancellation));

    private async Task<InteractionResponse> ReviewAsync(MenuChosen choice, CancellationToken cancellation)
    {
        var now = choice.Id.CreatedAt;
        if (choice.Values is not [var chosen, ..] || Base62.Read(chosen) is not { } id
            || await store.SessionAsync(new SessionId(id), now, cancellation) is not { Session: var past }
            || past.Member.Value != choice.User.Id.Value)
            return Reply.Privately(HistoryMessages.SessionGone);
        var (deck, refusal) = await decks.FindAsync(choice, past.Deck, cancellation);
        return deck is null
            ? Reply.Privately(refusal!)
            : await sessions.OpenAsync(choice, deck, past.Topic, RevisionMode.Missed, past.Style, cancellation);
    }

    private async Task<MessageContent> PageAsync(Interaction interaction, ComponentId.HistoryPage page, CancellationToken cancellation)
    {
        // Whoever has that many sessions does not look for them one page after the other; and a number from a button is not to be trusted.
        int number = Math.Clamp(page.Page, 0, int.MaxValue / HistoryMessages.PageSize / 2);
        var past = await log.SessionsAsync(
            interaction.Member(), page.Deck, number * HistoryMessages.PageSize, HistoryMessages.PageSize + 1, cancellation);
        if (past.IsEmpty)
            return new MessageContent { Text = number == 0 ? HistoryMessages.NothingYet : HistoryMessages.NoMore };
        var lines = ImmutableArray.CreateBuilder<HistoryLine>();
        foreach (var session in past.Take(HistoryMessages.PageSize))
            lines.Add(new HistoryLine(session, await TitleAsync(session.Session.Deck, cancellation)));
        return HistoryMessages.Page(lines.ToImmutable(), page with { Page = number }, past.Length > HistoryMessages.PageSize);
    }

    private async Task<string> TitleAsync(DeckAddress deck, CancellationToken cancellation) =>
        (await decks.Catalogue.FindAsync(deck, cancellation))?.Deck.Title ?? deck.Deck.Value;
}
