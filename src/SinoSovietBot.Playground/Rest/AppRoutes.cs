using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Rest;

/// <summary>The app, the gateway's address, users and the server.</summary>
internal sealed class AppRoutes(World world, Func<string> gateway)
{
    public void Register(RouteTable table)
    {
        table.Add("GET", "/gateway", Access.Open, _ => Answer.Ok(new JsonObject { ["url"] = gateway() }));
        table.Add("GET", "/gateway/bot", Access.Bot, _ => Answer.Ok(GatewayBot()));
        table.Add("GET", "/applications/@me", Access.Bot, _ => Answer.Ok(Application()));
        table.Add("GET", "/oauth2/applications/@me", Access.Bot, _ => Answer.Ok(Application()));
        table.Add("GET", "/users/@me", Access.BotOrMember, Me);
        table.Add("GET", "/users/@me/guilds", Access.BotOrMember, _ => Answer.Ok(Guilds()));
        table.Add("GET", "/users/{user}", Access.BotOrMember,
            call => Answer.Ok(WorldJson.User(world, call.Id("user")) ?? throw Refusal.UnknownUser()));
        table.Add("GET", "/guilds/{guild}", Access.BotOrMember, call => Answer.Ok(WorldJson.GuildBasics(Enter(call))));
        table.Add("GET", "/guilds/{guild}/channels", Access.BotOrMember, call =>
            Answer.Ok(Json.Array(Enter(call).SchoolRooms.Select(room => WorldJson.Channel(world, room)))));
        table.Add("GET", "/guilds/{guild}/roles", Access.BotOrMember, call => Answer.Ok(WorldJson.Roles(Enter(call))));
        table.Add("GET", "/guilds/{guild}/members/{user}", Access.BotOrMember, call =>
            Answer.Ok(WorldJson.MemberOf(Enter(call), call.Id("user"), withUser: true) ?? throw Refusal.UnknownMember()));
    }

    /// <summary>The world, if the path names its server and the caller is in it.</summary>
    private World Enter(ApiCall call)
    {
        if (call.Id("guild") != world.GuildId) throw Refusal.UnknownGuild();
        // Discord does not tell an outsider that a server exists.
        return call.Caller.IsBot && !world.BotInGuild ? throw Refusal.UnknownGuild() : world;
    }

    private Answer Me(ApiCall call)
    {
        if (!call.Caller.IsBot) return Answer.Ok(WorldJson.User(call.Member));
        JsonObject user = WorldJson.BotUser(world);
        user["verified"] = true;
        user["mfa_enabled"] = false;
        user["locale"] = "en-GB";
        return Answer.Ok(user);
    }

    private JsonArray Guilds()
    {
        if (!world.BotInGuild) return [];
        return
        [
            new JsonObject
            {
                ["id"] = world.GuildId.Text(),
                ["name"] = world.GuildName,
                ["icon"] = null,
                ["banner"] = null,
                ["owner"] = false,
                ["permissions"] = PermissionBits.Text(PermissionBits.Bot),
                ["features"] = new JsonArray(),
            },
        ];
    }

    private JsonObject GatewayBot() => new()
    {
        ["url"] = gateway(),
        ["shards"] = 1,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = 1000,
            ["remaining"] = 1000,
            ["reset_after"] = 0,
            ["max_concurrency"] = 1,
        },
    };

    private JsonObject Application() => new()
    {
        ["id"] = world.ApplicationId.Text(),
        ["name"] = world.BotName,
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = WorldJson.BotUser(world),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = new string('0', 64),
        ["flags"] = 0,
        ["flags_new"] = "0",
        ["explicit_content_filter"] = 0,
        ["eligible_oauth2_scopes"] = new JsonArray("applications.commands", "bot"),
        ["team"] = null,
        ["owner"] = WorldJson.User(world, world.OwnerId),
        ["approximate_guild_count"] = world.BotInGuild ? 1 : 0,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["redirect_uris"] = new JsonArray(),
    };
}
