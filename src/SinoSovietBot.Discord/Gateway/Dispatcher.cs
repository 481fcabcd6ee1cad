using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>Turns dispatch frames into events for the bot. Whatever is wrong with a frame costs that frame and is logged, never more.</summary>
internal sealed class Dispatcher(EventQueue queue, Uri apiBase, TimeProvider time, ILogger log)
{
    /// <summary>The session that READY began, with the event's own number seen; null for every other event.</summary>
    public GatewaySession? Dispatch(Frame frame)
    {
        try
        {
            if (frame.Name.SequenceEqual("INTERACTION_CREATE"u8)) AddIfAny(InteractionReader.Read(frame.Data, new Arrival(time.GetTimestamp())));
            else if (frame.Name.SequenceEqual("GUILD_CREATE"u8)) AddIfAny(GuildReader.Joined(frame.Data));
            else if (frame.Name.SequenceEqual("GUILD_DELETE"u8)) AddIfAny(GuildReader.Left(frame.Data));
            else if (frame.Name.SequenceEqual("READY"u8)) return Ready(frame.Data);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException is how the reader reports text that is not UTF-8.
            Log.EventMalformed(log, Encoding.UTF8.GetString(frame.Name), e.Message);
        }

        return null;
    }

    /// <summary>All that was missed has been dispatched.</summary>
    public void Resumed() => queue.Add(new Resumed());

    private GatewaySession? Ready(ReadOnlySpan<byte> payload)
    {
        (Ready ready, GatewaySession? session) = ReadyReader.Read(payload, apiBase);
        Log.Connected(log, ready.Application.Value, ready.Guilds.Length);
        queue.Add(ready);
        return session;
    }

    private void AddIfAny(DiscordEvent? added)
    {
        if (added is not null) queue.Add(added);
    }
}
