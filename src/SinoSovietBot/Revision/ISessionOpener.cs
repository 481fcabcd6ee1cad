using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision;

/// <summary>Begins sessions of <c>/card</c> from elsewhere than the command.</summary>
internal interface ISessionOpener
{
    /// <summary>Begins a session of the usual length in a private message of its own, or says why there is nothing to revise.</summary>
    /// <param name="interaction">Who, where and when; its id becomes the session's.</param>
    /// <param name="deck">A deck that may be seen from there.</param>
    /// <param name="topic">Only this topic; null for all.</param>
    /// <param name="mode">What is revised.</param>
    /// <param name="style">Null for the style the member has chosen.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<InteractionResponse> OpenAsync(
        Interaction interaction, KnownDeck deck, string? topic, RevisionMode mode, RevisionStyle? style, CancellationToken cancellation);
}
