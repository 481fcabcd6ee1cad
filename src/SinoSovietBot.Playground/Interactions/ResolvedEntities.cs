using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Interactions;

/// <summary>What the ids in an interaction stand for. Called under the world's gate; used once.</summary>
internal sealed class ResolvedEntities(World world, Room room)
{
    private readonly JsonObject _maps = [];

    /// <summary>The interaction's <c>resolved</c>, or null when nothing was added.</summary>
    public JsonObject? ToJson() => _maps.Count > 0 ? _maps : null;

    /// <summary>Adds a user, and the member behind it where there is one; false when nobody has the id.</summary>
    public bool AddUser(ulong id)
    {
        if (WorldJson.User(world, id) is not { } user) return false;
        Map("users")[id.Text()] = user;
        if (room.IsDirect || WorldJson.MemberOf(world, id, withUser: false) is not { } member) return true;
        member.Remove("mute");
        member.Remove("deaf");
        member["permissions"] = PermissionBits.Text(world.FindMember(id)?.Permissions ?? world.BotPermissions(room));
        Map("members")[id.Text()] = member;
        return true;
    }

    /// <summary>Adds a channel of the school; false when none has the id.</summary>
    public bool AddChannel(ulong id)
    {
        if (world.FindRoom(id) is not { IsDirect: false } channel) return false;
        JsonObject node = WorldJson.Channel(world, channel);
        node.Remove("permission_overwrites");
        node["permissions"] = PermissionBits.Text(PermissionBits.Everyone);
        Map("channels")[id.Text()] = node;
        return true;
    }

    /// <summary>Adds a role; false when none has the id.</summary>
    public bool AddRole(ulong id)
    {
        if (WorldJson.Roles(world).OfType<JsonObject>().FirstOrDefault(candidate => candidate.Id("id") == id) is not { } role) return false;
        Map("roles")[id.Text()] = role.DeepClone();
        return true;
    }

    /// <summary>Adds an uploaded file.</summary>
    public void AddAttachment(JsonObject attachment) => Map("attachments")[attachment.Text("id")!] = attachment;

    private JsonObject Map(string name)
    {
        if (_maps[name] is not JsonObject map) _maps[name] = map = [];
        return map;
    }
}
