using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Gateway;

/// <summary>What a session begins with. Called under the world's gate.</summary>
internal static class SessionWords
{
    public static JsonObject Hello(TimeSpan heartbeat) => new()
    {
        ["heartbeat_interval"] = (long)heartbeat.TotalMilliseconds,
        ["_trace"] = new JsonArray("playground"),
    };

    /// <summary>READY for the bot: its servers are announced, and follow as GUILD_CREATE. A shard comes back as the bot sent it.</summary>
    public static JsonObject BotReady(World world, GatewaySession session, string gateway, JsonNode? shard)
    {
        JsonArray guilds = world.BotInGuild ? [new JsonObject { ["id"] = world.GuildId.Text(), ["unavailable"] = true }] : [];
        JsonObject ready = Ready(WorldJson.BotUser(world), guilds, session, gateway);
        ready["user"]!["verified"] = true;
        ready["user"]!["email"] = null;
        ready["user"]!["mfa_enabled"] = false;
        ready["application"] = new JsonObject { ["id"] = world.ApplicationId.Text(), ["flags"] = 0 };
        if (shard is not null) ready["shard"] = shard.DeepClone();
        return ready;
    }

    /// <summary>READY for a member: the servers come whole, and with them the direct channels.</summary>
    public static JsonObject MemberReady(World world, Member member, GatewaySession session, string gateway)
    {
        JsonArray guilds = member.Left ? [] : [WorldJson.Guild(world)];
        JsonObject ready = Ready(WorldJson.User(member), guilds, session, gateway);
        Room? direct = world.Rooms.Find(room => room.DirectWith == member.Id);
        if (direct is not null) ready["private_channels"] = new JsonArray(DirectChannel(world, direct));
        return ready;
    }

    /// <summary>A direct channel as its member sees it: the other side is the bot.</summary>
    public static JsonObject DirectChannel(World world, Room room)
    {
        JsonObject channel = WorldJson.Channel(world, room);
        channel["recipients"] = new JsonArray(WorldJson.BotUser(world));
        return channel;
    }

    private static JsonObject Ready(JsonObject user, JsonArray guilds, GatewaySession session, string gateway) => new()
    {
        ["v"] = 10,
        ["user"] = user,
        ["session_id"] = session.Id,
        ["session_type"] = "normal",
        ["resume_gateway_url"] = gateway,
        ["guilds"] = guilds,
        ["private_channels"] = new JsonArray(),
        ["relationships"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["guild_join_requests"] = new JsonArray(),
        ["geo_ordered_rtc_regions"] = new JsonArray(),
        ["user_settings"] = new JsonObject(),
        ["auth"] = new JsonObject(),
        ["_trace"] = new JsonArray("playground"),
    };
}
