using System.Collections.Concurrent;
using System.Net;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.DiscordNet.Rest;

/// <summary>
/// Finds the channels to write to. Discord.Net sends through a channel's object, which it has for what it has read; the rest is asked for.
/// </summary>
internal sealed class Channels(DNet.WebSocket.DiscordSocketClient client, Attempts attempts)
{
    private static readonly Call _getChannel = new("GET /channels/{channel}");
    private static readonly Call _getUser = new("GET /users/{user}");
    private static readonly Call _openDirect = new("POST /users/@me/channels");

    private readonly ConcurrentDictionary<ulong, DNet.IMessageChannel> _asked = new();

    public async Task<DNet.IMessageChannel> FindAsync(Snowflake id, CancellationToken cancellation)
    {
        if (client.GetChannel(id.Value) is DNet.IMessageChannel known) return known;
        if (_asked.TryGetValue(id.Value, out DNet.IMessageChannel? asked)) return asked;
        // Discord.Net makes a 404 into null.
        DNet.IChannel? found = await attempts.RunAsync<DNet.IChannel?>(
            _getChannel, async options => await client.Rest.GetChannelAsync(id.Value, options).ConfigureAwait(false), cancellation)
            .ConfigureAwait(false);
        return found is DNet.IMessageChannel channel
            ? _asked.GetOrAdd(id.Value, channel)
            : throw Failures.Refused(_getChannel.Name, HttpStatusCode.NotFound, DiscordErrorCode.UnknownChannel, "Unknown Channel");
    }

    public async Task<Snowflake> OpenDirectAsync(Snowflake user, CancellationToken cancellation)
    {
        DNet.IUser? recipient = client.GetUser(user.Value);
        recipient ??= await attempts.RunAsync<DNet.IUser?>(
            _getUser, async options => await client.Rest.GetUserAsync(user.Value, options).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        if (recipient is null) throw Failures.Refused(_getUser.Name, HttpStatusCode.NotFound, DiscordErrorCode.CannotMessageUser, "Unknown User");
        DNet.IDMChannel channel = await attempts.RunAsync(
            _openDirect, options => recipient.CreateDMChannelAsync(options), cancellation).ConfigureAwait(false);
        _asked[channel.Id] = channel;
        return new Snowflake(channel.Id);
    }
}
