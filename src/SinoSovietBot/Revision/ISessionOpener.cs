using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision;

/// <summary>Begins sessions of <c>/card</c> from elsewhere than the command.</summary>
internal interface ISessionOpener
{
    /// <summary>Begins a session, in a private message of its own, or says why there is nothing to revise.</summary>
    /// <param name="interaction">Who, where and when; its id becomes the session's.</param>
    /// <param name="deck">Of which deck.</param>
    /// <param name="topic">Only this topic; null for all.</param>
    /// <param name="mode">What is revised.</param>
    /// <param name="count">How many different items.</param>
    /// <param name="style">Null for the style the member has chosen.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<InteractionResponse> OpenAsync(
        Interaction interaction, DeckAddress deck, string? topic, RevisionMode mode, int count, RevisionStyle? style, CancellationToken cancellation);
}
