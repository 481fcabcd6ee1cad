using System.Collections.Immutable;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.History;

/// <summary><c>/study suspended</c>, its pages, and the menu that brings things back.</summary>
internal sealed class StudySuspended(StudyDecks decks, IRevisionStore store, DeckItemsCache items) : IStudyPart, IButtons, IMenus
{
    public static SubcommandDeclaration Declaration { get; } = new("suspended", "What you have put aside of a deck, and how to bring it back")
    {
        Options = [new OptionDeclaration("deck", "Which deck (the one you revised last)", OptionKind.Text) { Suggested = true, MaxLength = 100 }],
    };

    public string Name => Declaration.Name;

    public async Task<InteractionResponse> RunAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        var (deck, refusal) = await decks.FindAsync(use, use.Options.Text("deck"), cancellation);
        return deck is null
            ? Reply.Privately(refusal!)
            : Reply.Privately(await PageAsync(use, deck, new ComponentId.SuspendedPage(deck.Address, 0), 0, cancellation));
    }

    public async Task<ImmutableArray<Suggestion>> SuggestAsync(SuggestionsAsked asked, CancellationToken cancellation) =>
        DeckSuggestions.Decks(await decks.Catalogue.SearchAsync(asked.Guild, asked.Typed, cancellation));

    public Task<InteractionResponse>? Press(ButtonPressed press, ComponentId id, CancellationToken cancellation) =>
        id is ComponentId.SuspendedPage page ? TurnAsync(press, page, [], cancellation) : null;

    public Task<InteractionResponse>? Choose(MenuChosen choice, ComponentId id, CancellationToken cancellation) =>
        id is ComponentId.BringBack menu ? TurnAsync(choice, new ComponentId.SuspendedPage(menu.Deck, menu.Page), choice.Values, cancellation) : null;

    private async Task<InteractionResponse> TurnAsync(
        Interaction interaction, ComponentId.SuspendedPage page, ImmutableArray<string> chosen, CancellationToken cancellation)
    {
        var (deck, refusal) = await decks.FindAsync(interaction, page.Deck, cancellation);
        if (deck is null)
            return Reply.InPlace(new MessageContent { Text = refusal! });
        int back = 0;
        foreach (string item in chosen)
            back += await store.BringBackAsync(interaction.Member(), page.Deck, new ItemId(item)) ? 1 : 0;
        return Reply.InPlace(await PageAsync(interaction, deck, page, back, cancellation));
    }

    private async Task<MessageContent> PageAsync(
        Interaction interaction, KnownDeck deck, ComponentId.SuspendedPage page, int broughtBack, CancellationToken cancellation)
    {
        var record = await store.RecordAsync(interaction.Member(), deck.Address, null, interaction.Id.CreatedAt, cancellation);
        var words = new ItemWords(items, deck.Deck);
        var suspended = record.Memories
            .Where(memory => memory.IsSuspended)
            .Select(memory => (Memory: memory, Words: words.Of(memory.Item)))
            // What the deck no longer has would not come back either.
            .Where(pair => pair.Words is not null)
            .OrderBy(pair => words.PlaceOf(pair.Memory.Item))
            .Select(pair => new SuspendedItem(pair.Memory.Item, pair.Words!, RevisionRules.WasLeech(pair.Memory), pair.Memory.State.Lapses));
        return SuspendedMessages.Page(deck.Deck.Title, [.. suspended], page, broughtBack);
    }
}
