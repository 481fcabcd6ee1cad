using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Revision;

/// <summary>Which deck somebody means: the one they typed, else the one they revised last. Thread-safe.</summary>
internal sealed class DeckChoice(DeckCatalogue decks, Learners learners)
{
    /// <summary>The deck, or why there is none, in a sentence.</summary>
    public async Task<(KnownDeck? Deck, string? Refusal)> OfAsync(Interaction interaction, string? typed, CancellationToken cancellation)
    {
        if (typed is not null)
        {
            return await decks.FindAsync(interaction.Guild, typed, cancellation) is { } meant
                ? (meant, null)
                : (null, QuizReplies.UnknownDeck(typed, (await decks.ListAsync(interaction.Guild, cancellation)).Select(deck => deck.Title)));
        }

        var settings = await learners.Store.SettingsAsync(new MemberId(interaction.User.Id.Value), cancellation);
        if (settings.LastDeck is not { } last)
            return (null, StudyMessages.NoLastDeck);
        // What a server has brought is seen by its members alone.
        if (last.Server is { } server && server.Value != interaction.Guild?.Value)
            return (null, StudyMessages.LastDeckElsewhere);
        return await decks.FindAsync(last, cancellation) is { } found ? (found, null) : (null, StudyMessages.LastDeckGone);
    }
}

/// <summary>Texts that several parts of <c>/study</c> say.</summary>
internal static class StudyMessages
{
    public const string NoLastDeck = "Which deck? You have not revised one yet, so name it in *deck*: a list opens while you type.";

    public const string LastDeckElsewhere = "The deck that you revised last belongs to another server; use this there, or name another one in *deck*.";

    public const string LastDeckGone = "The deck that you revised last is not there any more. Name another one in *deck*.";
}
