using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>
/// Between the socket loop and the bot. Adding never waits, so that a slow bot cannot starve the heartbeat. It is bounded: past
/// <see cref="Capacity"/> events are dropped and that is logged, since an interaction that far back is dead anyway (Discord waits three seconds).
/// </summary>
internal sealed class EventQueue(ILogger log)
{
    public const int Capacity = 16_384;

    private readonly Channel<DiscordEvent> _events = Channel.CreateBounded<DiscordEvent>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });

    private bool _full;

    public ChannelReader<DiscordEvent> Reader => _events.Reader;

    /// <summary>For the socket loop only.</summary>
    public void Add(DiscordEvent added)
    {
        if (_events.Writer.TryWrite(added))
        {
            _full = false;
            return;
        }

        if (!_full) Log.QueueIsFull(log, Capacity);
        _full = true;
    }

    /// <summary>Nothing will follow.</summary>
    public void Complete(Exception? error) => _events.Writer.TryComplete(error);
}
