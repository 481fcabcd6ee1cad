using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord;

/// <summary>What Discord tells the bot, in one stream.</summary>
public interface IDiscordEvents
{
    /// <summary>
    /// Connects, and yields events until <paramref name="cancellation"/> asks to stop; reconnecting and resuming happen inside.
    /// Reading slowly never delays heartbeats: events wait in a queue. May be called once.
    /// A reader that must know whether it may have missed something finds <see cref="ConnectionLost"/> in the stream, and <see cref="Resumed"/> behind
    /// everything that a resume brings.
    /// After a resume an event may come a second time, an interaction with the same id: dropping it is the reader's part, who must remember ids
    /// across connections anyway.
    /// </summary>
    /// <exception cref="DiscordConnectionException">
    /// Discord refuses this bot for a reason that trying again cannot mend (a wrong token, say).
    /// </exception>
    IAsyncEnumerable<DiscordEvent> ReadAllAsync(CancellationToken cancellation);
}
