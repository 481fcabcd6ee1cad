using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Interactions;

/// <summary>
/// Takes interactions in the order in which they come, each once, and has them handled beside one another. Taking is for one thread.
/// </summary>
internal sealed class InteractionDesk(InteractionRouter router, Responder responder, DiscordClock clock, TimeProvider time) : IDisposable
{
    /// <summary>How long a stop waits for answers that are under way: Discord would not take them much later.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private readonly SeenInteractions seen = new();
    private readonly CancellationTokenSource impatience = new();
    private int underWay;

    /// <summary>Begins to handle an interaction; returns at once.</summary>
    public void Take(Interaction interaction)
    {
        if (!seen.Add(interaction.Id))
            return;
        clock.Saw(interaction.Id);
        Interlocked.Increment(ref underWay);
        // An answer to a question only drops a letter into a mailbox, and is worth keeping in order. Everything else may read files and
        // databases, and must not hold up the presses behind it.
        var id = InteractionMeaning.Of(interaction);
        if (id is ComponentId.TypedAnswer || (interaction is ButtonPressed && id is ComponentId.Answer))
            _ = HandleAsync(interaction, id);
        else
            _ = Task.Run(() => HandleAsync(interaction, id));
    }

    /// <summary>Waits for the answers that are under way, and gives up on them when <see cref="Patience"/> is over.</summary>
    public async Task FinishAsync()
    {
        long begun = time.GetTimestamp();
        while (Volatile.Read(ref underWay) > 0 && time.GetElapsedTime(begun) < Patience)
            await Task.Delay(TimeSpan.FromMilliseconds(10), time);
        await impatience.CancelAsync();
    }

    public void Dispose() => impatience.Dispose();

    private async Task HandleAsync(Interaction interaction, ComponentId? id)
    {
        await responder.AnswerAsync(interaction, RouteAsync(interaction, id), impatience.Token);
        Interlocked.Decrement(ref underWay);
    }

    // An async method, so that a handler that throws before its first await still gives a task.
    private async Task<InteractionResponse> RouteAsync(Interaction interaction, ComponentId? id) =>
        await router.RouteAsync(interaction, id, impatience.Token);
}
