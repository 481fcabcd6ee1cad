using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.MemberApi;

/// <summary>The routes that Discord's own clients use for interactions.</summary>
internal sealed class MemberRoutes(World world, InteractionStarter starter, CommandBook commands)
{
    public void Register(RouteTable table)
    {
        table.Add("POST", "/interactions", Access.Member, call =>
        {
            starter.Start(call.Member, call.Form, call.Files);
            return Answer.NoContent;
        });
        table.Add("GET", "/guilds/{guild}/application-command-index", Access.Member, call =>
            call.Id("guild") == world.GuildId ? Index(call.Member, world.SchoolRooms.FirstOrDefault()) : throw Refusal.UnknownGuild());
        table.Add("GET", "/channels/{channel}/application-command-index", Access.Member, call =>
        {
            Room room = world.FindRoom(call.Id("channel")) ?? throw Refusal.UnknownChannel();
            return World.CanSee(call.Member, room) ? Index(call.Member, room) : throw Refusal.MissingAccess();
        });
    }

    /// <summary>The commands that a member may use in a channel.</summary>
    private Answer Index(Member member, Room? room)
    {
        var usable = new JsonArray();
        foreach (JsonObject command in world.Commands)
            if (room is not null && commands.MayUse(member, room, command)) usable.Add(command.DeepClone());
        var application = new JsonObject
        {
            ["id"] = world.ApplicationId.Text(),
            ["name"] = world.BotName,
            ["description"] = "",
            ["icon"] = null,
            ["bot"] = WorldJson.BotUser(world),
        };
        JsonArray applications = usable.Count == 0 ? [] : [application];
        return Answer.Ok(new JsonObject { ["applications"] = applications, ["application_commands"] = usable });
    }
}
