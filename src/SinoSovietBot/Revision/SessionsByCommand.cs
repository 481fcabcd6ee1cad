using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision;

/// <summary>Says how a session is begun with the command.</summary>
internal sealed class SessionsByCommand : ISessionOpener
{
    public Task<InteractionResponse> OpenAsync(
        Interaction interaction, DeckAddress deck, string? topic, RevisionMode mode, int count, RevisionStyle? style, CancellationToken cancellation) =>
        Task.FromResult(Reply.Privately(StudyMessages.ByCommand));
}
