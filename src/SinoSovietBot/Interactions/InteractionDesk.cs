using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Interactions;

/// <summary>Takes interactions in the order in which they come, each once, and has them handled beside one another. For one thread.</summary>
internal sealed class InteractionDesk(InteractionRouter router, Responder responder)
{
    private readonly SeenInteractions seen = new();

    /// <summary>Begins to handle an interaction; returns at once.</summary>
    public void Take(Interaction interaction, CancellationToken cancellation)
    {
        if (!seen.Add(interaction.Id))
            return;
        // An answer to a question only drops a letter into a mailbox, and is worth keeping in order. Everything else may read files and
        // databases, and must not hold up the presses behind it.
        if (interaction is ButtonPressed press && ComponentId.Parse(press.CustomId) is ComponentId.Answer)
            _ = responder.AnswerAsync(interaction, HandleAsync(interaction, cancellation), cancellation);
        else
            _ = Task.Run(() => responder.AnswerAsync(interaction, HandleAsync(interaction, cancellation), cancellation), cancellation);
    }

    // An async method, so that a handler that throws before its first await still gives a task.
    private async Task<InteractionResponse> HandleAsync(Interaction interaction, CancellationToken cancellation) =>
        await router.RouteAsync(interaction, cancellation);
}
