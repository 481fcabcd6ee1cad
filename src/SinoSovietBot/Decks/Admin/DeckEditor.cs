using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Editing;
using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Decks.Admin;

/// <summary>
/// <c>/deck-admin add-card · edit-card</c>: a card in a form. What was typed is in the database until it is stored or its time is over, so that a
/// mistake costs no retyping. Thread-safe.
/// </summary>
internal sealed class DeckEditor(OwnDecks own, IWaitingStore waiting)
{
    /// <summary>Opens the form for a new card, or for one that there is.</summary>
    public async Task<InteractionResponse> OpenAsync(SlashCommandUsed use, CancellationToken cancellation)
    {
        string typed = use.Options.Text("deck") ?? "";
        var finding = await own.FindAsync(use, typed, cancellation);
        if (finding is not OwnDeck.Found { Reading.Deck: { } deck } found)
            return Reply.Privately(DeckAdminMessages.Refusal(finding, typed));
        Card? card = null;
        if (use.Command == "deck-admin edit-card" && (card = Find(deck, use.Options.Text("card") ?? "")) is null)
            return Reply.Privately(CardMessages.UnknownCard(use.Options.Text("card") ?? "", deck.Title));
        var text = card is null ? new CardText("", "", "", "") : CardEditing.Write(card);
        if (!CardForms.Fits(text))
            return Reply.Privately(CardMessages.TooLongForAForm);
        var held = new WaitingCard(new WaitingId(use.Id.Value), OwnDecks.ActorOf(use), found.Address, found.Revision, card?.Id, text);
        await waiting.HoldAsync(held);
        return new InteractionResponse.OpenForm(CardForms.For(held));
    }

    /// <summary>Opens a form again.</summary>
    public async Task<InteractionResponse> ReopenAsync(ButtonPressed press, WaitingId id, CancellationToken cancellation) =>
        await FindAsync(press, id, cancellation) is { } card
            ? new InteractionResponse.OpenForm(CardForms.For(card))
            : Reply.Privately(DeckAdminMessages.Expired);

    /// <summary>A form was sent.</summary>
    public async Task<InteractionResponse> SubmitAsync(FormSubmitted form, WaitingId id, CancellationToken cancellation)
    {
        var text = CardForms.Read(form);
        if (await FindAsync(form, id, cancellation) is not { } card)
            return Reply.Privately(CardMessages.Lost(DeckAdminMessages.Expired, text));
        card = card with { Text = text };
        if (await own.ReadAsync(form, card.Deck.Deck, cancellation) is not OwnDeck.Found { Reading.Deck: { } deck } found)
            return Reply.Privately(CardMessages.Lost(BrowseMessages.DeckGone, text));
        if (found.Revision != card.Base)
            return await OvertakenAsync(card, found, deck);
        return Reply.Privately(await StoreAsync(form, card, deck));
    }

    private async Task<MessageContent> StoreAsync(FormSubmitted form, WaitingCard card, Deck deck)
    {
        var after = CardEditing.Apply(deck, card.Card, card.Text);
        string yaml = DeckExport.Write(after, DeckExportFormat.Native);
        var reading = DeckCatalogue.Read(deck.Id, yaml);
        if (reading.Deck is null)
        {
            await waiting.HoldAsync(card);
            return CardMessages.Faulty(card.Id, [.. reading.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)]);
        }

        if (yaml == DeckExport.Write(deck, DeckExportFormat.Native))
            return new MessageContent { Text = CardMessages.Unchanged };
        var version = new NewDeckVersion(card.Deck, card.Base, after.Title, after.Subject, yaml, DeckChangeKind.Card);
        var saving = await waiting.FinishCardAsync(card.Id, version, OwnDecks.ActorOf(form));
        switch (saving)
        {
            case DeckSaving.Saved saved:
                return CardMessages.Saved(card.Text.Front, deck.Title, deck.Id, saved.Revision, isNew: card.Card is null);
            case DeckSaving.Gone:
                return CardMessages.Lost(DeckAdminMessages.Expired, card.Text);
            default:
                await waiting.HoldAsync(card);
                return CardMessages.NotStored(card.Id, DeckAdminMessages.Refusal(saving));
        }
    }

    private async Task<InteractionResponse> OvertakenAsync(WaitingCard card, OwnDeck.Found found, Deck deck)
    {
        bool isGone = card.Card is { } id && deck.Cards.All(other => other.Id != id);
        await waiting.HoldAsync(card with { Base = found.Revision });
        return Reply.Privately(CardMessages.Overtaken(card.Id, isGone));
    }

    /// <summary>Somebody's own form, or null.</summary>
    private async Task<WaitingCard?> FindAsync(Interaction interaction, WaitingId id, CancellationToken cancellation)
    {
        var card = await waiting.CardAsync(id, interaction.Id.CreatedAt, cancellation);
        return card is not null && card.Deck.Server == OwnDecks.ServerOf(interaction) && card.By.Member.Value == interaction.User.Id.Value ? card : null;
    }

    // What autocomplete fills in is the id, but a person may type on.
    private static Card? Find(Deck deck, string typed)
    {
        string wanted = typed.Trim();
        return deck.Cards.FirstOrDefault(card => card.Id.Value == wanted)
            ?? deck.Cards.FirstOrDefault(card => string.Equals(card.Front, wanted, StringComparison.OrdinalIgnoreCase));
    }
}
