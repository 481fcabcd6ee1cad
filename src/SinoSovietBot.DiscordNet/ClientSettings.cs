using SinoSovietBot.Discord;
using SinoSovietBot.DiscordNet.Gateway;
using SinoSovietBot.DiscordNet.Rest;

namespace SinoSovietBot.DiscordNet;

/// <summary>How Discord.Net's client is set up.</summary>
internal static class ClientSettings
{
    public static DNet.WebSocket.DiscordSocketConfig For(
        DiscordConnectionOptions options, OpenSocket socket, DNet.LogSeverity level, TimeProvider time) => new()
    {
        // The servers, their channels and roles; no members, no messages.
        GatewayIntents = DNet.GatewayIntents.Guilds,
        MessageCacheSize = 0,
        AlwaysDownloadUsers = false,
        WebSocketProvider = () => socket,
        RestClientProvider = _ => new Transport(options, time),
        // Whether there is still time to answer is for Discord to say: the clock of this machine may be wrong.
        UseInteractionSnowflakeDate = false,
        ResponseInternalTimeCheck = false,
        // Names are compared and escaped as they are.
        FormatUsersInBidirectionalUnicode = false,
        // Our handlers only queue: watching over them would cost a timer an event.
        HandlerTimeout = null,
        LogGatewayIntentWarnings = false,
        LogLevel = level,
    };
}
