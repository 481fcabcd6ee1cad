using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision;

/// <summary>Finds the deck that somebody means with a command of <c>/study</c>. Thread-safe.</summary>
internal sealed class StudyDecks(DeckCatalogue decks, IRevisionStore store)
{
    public DeckCatalogue Catalogue => decks;

    /// <summary>The deck that was typed, else the one that the member revised last; null with the reason where there is none.</summary>
    public async Task<(KnownDeck? Deck, string? Refusal)> FindAsync(Interaction interaction, string? typed, CancellationToken cancellation)
    {
        if (typed is not null)
        {
            return await decks.FindAsync(interaction.Guild, typed, cancellation) is { } known
                ? (known, null)
                : (null, QuizReplies.UnknownDeck(typed, (await decks.ListAsync(interaction.Guild, cancellation)).Select(deck => deck.Title)));
        }

        var settings = await store.SettingsAsync(interaction.Member(), cancellation);
        if (settings.LastDeck is { } last)
            return await FindAsync(interaction, last, cancellation);
        var all = await decks.ListAsync(interaction.Guild, cancellation);
        return all is [var only] ? await FindAsync(interaction, only.Address, cancellation) : (null, StudyMessages.NoDeckYet);
    }

    /// <summary>A deck that the member has used, where it may be seen from here.</summary>
    public async Task<(KnownDeck? Deck, string? Refusal)> FindAsync(Interaction interaction, DeckAddress address, CancellationToken cancellation)
    {
        if (address.Server is { } server && server.Value != interaction.Guild?.Value)
            return (null, StudyMessages.OtherServersDeck);
        return await decks.FindAsync(address, cancellation) is { } known ? (known, null) : (null, StudyMessages.DeckGone);
    }
}
