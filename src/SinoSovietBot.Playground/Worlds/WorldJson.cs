using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>Discord's objects for what is in the world.</summary>
internal static class WorldJson
{
    public static JsonObject BotUser(World world) => User(world.ApplicationId, world.BotName, null, bot: true);

    public static JsonObject User(Member member) => User(member.Id, UserName(member), member.Name, bot: false);

    /// <summary>The user behind an id, also one who left; null when nobody has it.</summary>
    public static JsonObject? User(World world, ulong id)
    {
        if (id == world.ApplicationId) return BotUser(world);
        if (id == world.OwnerId) return User(world.OwnerId, "headteacher", "Headteacher", bot: false);
        return world.FindMember(id) is { } member ? User(member) : null;
    }

    /// <summary>The member object of somebody in the school; null for outsiders.</summary>
    public static JsonObject? MemberOf(World world, ulong id, bool withUser)
    {
        JsonArray roles;
        if (id == world.ApplicationId && world.BotInGuild) roles = [world.BotRole.Text()];
        else if (id == world.OwnerId) roles = [];
        else if (world.FindMember(id) is { Left: false } member) roles = member.Teacher ? [world.TeacherRole.Text()] : [];
        else return null;
        var node = new JsonObject
        {
            ["avatar"] = null,
            ["banner"] = null,
            ["communication_disabled_until"] = null,
            ["flags"] = 0,
            ["joined_at"] = Snowflakes.MomentOf(id).Iso(),
            ["nick"] = null,
            ["pending"] = false,
            ["premium_since"] = null,
            ["roles"] = roles,
            ["mute"] = false,
            ["deaf"] = false,
        };
        if (withUser) node["user"] = User(world, id);
        return node;
    }

    public static JsonObject Channel(World world, Room room)
    {
        if (room.DirectWith is { } with)
        {
            return new JsonObject
            {
                ["id"] = room.Id.Text(),
                ["type"] = 1,
                ["last_message_id"] = room.Messages.LastOrDefault()?.Id.Text(),
                ["flags"] = 0,
                ["recipients"] = new JsonArray(User(world, with)),
            };
        }

        return new JsonObject
        {
            ["id"] = room.Id.Text(),
            ["type"] = 0,
            ["guild_id"] = world.GuildId.Text(),
            ["name"] = room.Name,
            ["topic"] = room.Topic,
            ["position"] = room.Position,
            ["parent_id"] = null,
            ["last_message_id"] = room.Messages.FindLast(message => message.Reader is null)?.Id.Text(),
            ["flags"] = 0,
            ["nsfw"] = false,
            ["rate_limit_per_user"] = 0,
            ["permission_overwrites"] = Overwrites(world, room),
        };
    }

    public static JsonObject Guild(World world)
    {
        var node = GuildBasics(world);
        node["channels"] = Json.Array(world.SchoolRooms.Select(room => Channel(world, room)));
        node["members"] = Json.Array(MemberIds(world).Select(id => MemberOf(world, id, withUser: true)));
        node["member_count"] = MemberIds(world).Count();
        node["joined_at"] = Snowflakes.MomentOf(world.GuildId).Iso();
        node["large"] = false;
        node["unavailable"] = false;
        foreach (string name in EmptyLists) node[name] = new JsonArray();
        return node;
    }

    /// <summary>The server without its channels and people, as GET /guilds/{id} gives it.</summary>
    public static JsonObject GuildBasics(World world) => new()
    {
        ["id"] = world.GuildId.Text(),
        ["name"] = world.GuildName,
        ["icon"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["home_header"] = null,
        ["banner"] = null,
        ["description"] = null,
        ["owner_id"] = world.OwnerId.Text(),
        ["region"] = "local",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["application_id"] = null,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["rules_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["verification_level"] = 1,
        ["default_message_notifications"] = 1,
        ["explicit_content_filter"] = 0,
        ["mfa_level"] = 0,
        ["nsfw"] = false,
        ["nsfw_level"] = 0,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["premium_progress_bar_enabled"] = false,
        ["preferred_locale"] = "en-GB",
        ["vanity_url_code"] = null,
        ["max_members"] = 500_000,
        ["max_presences"] = null,
        ["max_video_channel_users"] = 25,
        ["max_stage_video_channel_users"] = 50,
        ["widget_enabled"] = false,
        ["widget_channel_id"] = null,
        ["incidents_data"] = null,
        ["features"] = new JsonArray(),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["roles"] = Roles(world),
    };

    public static JsonArray Roles(World world) =>
    [
        Role(world.GuildId, "@everyone", PermissionBits.Everyone, 0, managed: false),
        Role(world.TeacherRole, "Teachers", PermissionBits.Everyone | PermissionBits.Teacher, 1, managed: false),
        Role(world.BotRole, world.BotName, PermissionBits.Bot, 2, managed: true),
    ];

    private static readonly string[] EmptyLists =
        ["threads", "presences", "voice_states", "stage_instances", "guild_scheduled_events", "soundboard_sounds"];

    private static IEnumerable<ulong> MemberIds(World world)
    {
        IEnumerable<ulong> people = world.Present.Select(member => member.Id).Prepend(world.OwnerId);
        return world.BotInGuild ? people.Append(world.ApplicationId) : people;
    }

    private static JsonObject User(ulong id, string name, string? display, bool bot)
    {
        var node = new JsonObject
        {
            ["id"] = id.Text(),
            ["username"] = name,
            ["avatar"] = null,
            ["discriminator"] = "0",
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["banner"] = null,
            ["accent_color"] = null,
            ["global_name"] = display,
            ["avatar_decoration_data"] = null,
            ["primary_guild"] = null,
        };
        if (bot) node["bot"] = true;
        return node;
    }

    /// <summary>User names have no spaces or capitals and are unique, unlike display names.</summary>
    private static string UserName(Member member)
    {
        var letters = member.Name.ToLowerInvariant().Where(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)).Take(20);
        return $"{string.Concat(letters)}_{member.Id % 10_000}";
    }

    private static JsonObject Role(ulong id, string name, ulong permissions, int position, bool managed) => new()
    {
        ["id"] = id.Text(),
        ["name"] = name,
        ["permissions"] = PermissionBits.Text(permissions),
        ["position"] = position,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["managed"] = managed,
        ["mentionable"] = false,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["flags"] = 0,
    };

    private static JsonArray Overwrites(World world, Room room)
    {
        ulong allow = room.BotPermissions & ~PermissionBits.Bot;
        ulong deny = PermissionBits.Bot & ~room.BotPermissions;
        if (allow == 0 && deny == 0) return [];
        return
        [
            new JsonObject
            {
                ["id"] = world.ApplicationId.Text(),
                ["type"] = 1,
                ["allow"] = PermissionBits.Text(allow),
                ["deny"] = PermissionBits.Text(deny),
            },
        ];
    }
}
