using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Interactions;

/// <summary>
/// Remembers the last few thousand interactions, because Discord may deliver one twice after a resume. For one thread.
/// </summary>
internal sealed class SeenInteractions
{
    /// <summary>More than Discord replays: what an hour of a busy class produces in a resume window.</summary>
    public const int Capacity = 16_384;

    private readonly HashSet<Snowflake> seen = [];
    private readonly Queue<Snowflake> order = [];

    /// <summary>Notes an interaction; false when it was seen before.</summary>
    public bool Add(Snowflake interaction)
    {
        if (!seen.Add(interaction))
            return false;
        order.Enqueue(interaction);
        if (order.Count > Capacity)
            seen.Remove(order.Dequeue());
        return true;
    }
}
