using System.Globalization;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Control;

/// <summary>The playground's own routes: what a school's administrators and fate do. They begin with /playground instead of the API's base.</summary>
internal sealed class ControlRoutes(World world, WorldStore? store, GatewayHub hub, MessageBoard board, Func<Addresses> addresses)
{
    public void Register(RouteTable table)
    {
        table.Add("GET", "/playground/world", Access.Control, _ => Answer.Ok(Describe()));
        table.Add("POST", "/playground/members", Access.Control, AddMember);
        table.Add("PATCH", "/playground/members/{member}", Access.Control, ChangeMember);
        table.Add("DELETE", "/playground/members/{member}", Access.Control, RemoveMember);
        table.Add("PATCH", "/playground/channels/{channel}", Access.Control, ChangeChannel);
        table.Add("DELETE", "/playground/channels/{channel}", Access.Control, RemoveChannel);
        table.Add("DELETE", "/playground/channels/{channel}/messages/{message}", Access.Control, RemoveMessage);
        table.Add("POST", "/playground/bot", Access.Control, _ => Invite());
        table.Add("DELETE", "/playground/bot", Access.Control, _ => Kick());
    }

    private JsonObject Describe() => new()
    {
        ["api"] = addresses().Api,
        ["gateway"] = addresses().Gateway,
        ["application_id"] = world.ApplicationId.Text(),
        ["bot"] = new JsonObject { ["id"] = world.ApplicationId.Text(), ["token"] = world.BotToken },
        ["guild_id"] = world.GuildId.Text(),
        ["channels"] = Json.Array(world.SchoolRooms.Select(room => new JsonObject { ["id"] = room.Id.Text(), ["name"] = room.Name })),
        ["members"] = Json.Array(world.Present.Select(Describe)),
    };

    private static JsonObject Describe(Member member) => new()
    {
        ["id"] = member.Id.Text(),
        ["name"] = member.Name,
        ["token"] = member.Token,
        ["teacher"] = member.Teacher,
    };

    private Member FindMember(ApiCall call) =>
        world.FindMember(call.Id("member")) is { Left: false } member ? member : throw Refusal.UnknownMember();

    private Room FindRoom(ApiCall call) => world.FindRoom(call.Id("channel")) ?? throw Refusal.UnknownChannel();

    private Answer AddMember(ApiCall call)
    {
        var errors = new FormErrors();
        string? name = errors.Text(call.Form, "", "name", 32, min: 1, required: true);
        bool teacher = errors.Flag(call.Form, "", "teacher") ?? false;
        errors.Throw();
        Member member = world.AddMember(name!, teacher);
        store?.Save(world);
        JsonObject joined = WorldJson.MemberOf(world, member.Id, withUser: true)!;
        joined["guild_id"] = world.GuildId.Text();
        hub.ToMembers(null, "GUILD_MEMBER_ADD", joined);
        return Answer.Created(Describe(member));
    }

    private Answer ChangeMember(ApiCall call)
    {
        Member member = FindMember(call);
        var errors = new FormErrors();
        bool? closed = errors.Flag(call.Form, "", "dms_closed");
        errors.Throw();
        member.DmsClosed = closed ?? member.DmsClosed;
        store?.Save(world);
        return Answer.Ok(Describe(member));
    }

    private Answer RemoveMember(ApiCall call)
    {
        Member member = FindMember(call);
        member.Left = true;
        store?.Save(world);
        hub.LogOut(member);
        hub.ToMembers(null, "GUILD_MEMBER_REMOVE", new JsonObject { ["guild_id"] = world.GuildId.Text(), ["user"] = WorldJson.User(member) });
        return Answer.NoContent;
    }

    private Answer ChangeChannel(ApiCall call)
    {
        Room room = FindRoom(call);
        if (call.Form["bot_permissions"] is { } bits)
        {
            if (!ulong.TryParse(bits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong granted))
                throw Refusal.Form("bot_permissions", "NUMBER_TYPE_COERCE", $"Value \"{bits}\" is not int.");
            room.BotPermissions = granted;
            store?.Save(world);
            Announce("CHANNEL_UPDATE", room);
        }

        JsonObject answer = WorldJson.Channel(world, room);
        answer["bot_permissions"] = PermissionBits.Text(room.BotPermissions);
        return Answer.Ok(answer);
    }

    private Answer RemoveChannel(ApiCall call)
    {
        Room room = FindRoom(call);
        Announce("CHANNEL_DELETE", room);
        foreach (Message message in room.Messages.ToArray())
        {
            message.Deleted = true;
            store?.Remove(message);
        }

        world.Rooms.Remove(room);
        store?.Save(world);
        return Answer.NoContent;
    }

    private void Announce(string name, Room room)
    {
        JsonObject data = WorldJson.Channel(world, room);
        hub.ToMembers(room, name, data);
        if (!room.IsDirect && world.BotInGuild) hub.ToBot(name, data, Intents.Guilds);
    }

    private Answer RemoveMessage(ApiCall call)
    {
        board.Delete(FindRoom(call).Find(call.Id("message")) ?? throw Refusal.UnknownMessage());
        return Answer.NoContent;
    }

    private Answer Kick()
    {
        if (!world.BotInGuild) return Answer.NoContent;
        world.BotInGuild = false;
        store?.Save(world);
        hub.ToBot("GUILD_DELETE", new JsonObject { ["id"] = world.GuildId.Text() }, Intents.Guilds);
        hub.ToMembers(null, "GUILD_MEMBER_REMOVE", new JsonObject { ["guild_id"] = world.GuildId.Text(), ["user"] = WorldJson.BotUser(world) });
        return Answer.NoContent;
    }

    private Answer Invite()
    {
        if (world.BotInGuild) return Answer.NoContent;
        world.BotInGuild = true;
        store?.Save(world);
        hub.ToBot("GUILD_CREATE", WorldJson.Guild(world), Intents.Guilds);
        JsonObject joined = WorldJson.MemberOf(world, world.ApplicationId, withUser: true)!;
        joined["guild_id"] = world.GuildId.Text();
        hub.ToMembers(null, "GUILD_MEMBER_ADD", joined);
        return Answer.NoContent;
    }
}
