using System.Runtime.CompilerServices;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.DiscordNet.Gateway;

/// <summary>
/// Discord.Net answers through the object in which an interaction came: this keeps it for as long as somebody holds ours. Thread-safe.
/// </summary>
internal sealed class InteractionBook
{
    private readonly ConditionalWeakTable<Interaction, DNet.WebSocket.SocketInteraction> _pairs = [];

    public void Keep(Interaction ours, DNet.WebSocket.SocketInteraction theirs) => _pairs.Add(ours, theirs);

    /// <exception cref="ArgumentException">It was not received by this connection, or is a copy.</exception>
    public DNet.WebSocket.SocketInteraction Find(Interaction ours) => _pairs.TryGetValue(ours, out var theirs)
        ? theirs
        : throw new ArgumentException($"Interaction {ours.Id} did not come from this connection.", nameof(ours));
}
