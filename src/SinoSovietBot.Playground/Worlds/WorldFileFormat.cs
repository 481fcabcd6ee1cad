using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>The JSON of <c>world.json</c>, and messages from the journal.</summary>
internal static class WorldFileFormat
{
    private const int Format = 1;

    public static byte[] Write(World world) => Json.Bytes(new JsonObject
    {
        ["playground"] = Format,
        ["guild"] = world.GuildId.Text(),
        ["guild_name"] = world.GuildName,
        ["owner"] = world.OwnerId.Text(),
        ["teacher_role"] = world.TeacherRole.Text(),
        ["bot_role"] = world.BotRole.Text(),
        ["application"] = world.ApplicationId.Text(),
        ["bot_name"] = world.BotName,
        ["bot_token"] = world.BotToken,
        ["bot_in_guild"] = world.BotInGuild,
        ["members"] = Json.Array(world.Members.Select(Write)),
        ["channels"] = Json.Array(world.Rooms.Select(Write)),
        ["commands"] = Json.Array(world.Commands.Select(command => command.DeepClone())),
    });

    /// <exception cref="InvalidDataException">These bytes are not a world.</exception>
    public static World Read(byte[] utf8, Snowflakes snowflakes)
    {
        if (!Json.TryParse(utf8, out JsonNode? node) || node is not JsonObject file || file.Integer("playground") != Format)
            throw new InvalidDataException("world.json is not a world of this playground; choose another --data folder, or start over with --fresh.");
        var world = new World(snowflakes)
        {
            GuildId = Need(file, "guild"),
            GuildName = file.Text("guild_name") ?? "School",
            OwnerId = Need(file, "owner"),
            TeacherRole = Need(file, "teacher_role"),
            BotRole = Need(file, "bot_role"),
            ApplicationId = Need(file, "application"),
            BotName = file.Text("bot_name") ?? "Bot",
            BotToken = file.Text("bot_token") ?? throw Missing("bot_token"),
            BotInGuild = file.Flag("bot_in_guild") ?? true,
        };
        world.Members.AddRange(file.Objects("members").Select(ReadMember));
        world.Rooms.AddRange(file.Objects("channels").Select(ReadRoom));
        world.Commands.AddRange(file.Objects("commands").Select(command => command.DeepClone().AsObject()));
        return world;
    }

    /// <summary>Puts a message from the journal into its channel, in place of an earlier state of it.</summary>
    public static void Restore(World world, JsonObject body)
    {
        if (body.Id("id") is not { } id || body.Id("channel_id") is not { } channel || world.FindRoom(channel) is not { } room) return;
        var message = new Message { Id = id, Channel = channel, Author = body.Object("author")?.Id("id") ?? 0, Body = body };
        int index = room.Messages.FindLastIndex(earlier => earlier.Id == id);
        if (index < 0) room.Messages.Add(message);
        else room.Messages[index] = message;
    }

    private static JsonObject Write(Member member) => new()
    {
        ["id"] = member.Id.Text(),
        ["name"] = member.Name,
        ["token"] = member.Token,
        ["teacher"] = member.Teacher,
        ["dms_closed"] = member.DmsClosed,
        ["left"] = member.Left,
    };

    private static Member ReadMember(JsonObject node) => new()
    {
        Id = Need(node, "id"),
        Name = node.Text("name") ?? "?",
        Token = node.Text("token") ?? throw Missing("token"),
        Teacher = node.Flag("teacher") ?? false,
        DmsClosed = node.Flag("dms_closed") ?? false,
        Left = node.Flag("left") ?? false,
    };

    private static JsonObject Write(Room room) => new()
    {
        ["id"] = room.Id.Text(),
        ["name"] = room.Name,
        ["topic"] = room.Topic,
        ["position"] = room.Position,
        ["direct_with"] = room.DirectWith?.Text(),
        ["bot_permissions"] = PermissionBits.Text(room.BotPermissions),
    };

    private static Room ReadRoom(JsonObject node) => new()
    {
        Id = Need(node, "id"),
        Name = node.Text("name") ?? "?",
        Topic = node.Text("topic"),
        Position = (int)(node.Integer("position") ?? 0),
        DirectWith = node.Id("direct_with"),
        BotPermissions = node.Id("bot_permissions") ?? PermissionBits.Bot,
    };

    private static ulong Need(JsonObject node, string name) => node.Id(name) ?? throw Missing(name);

    private static InvalidDataException Missing(string name) =>
        new($"world.json has no \"{name}\"; choose another --data folder, or start over with --fresh.");
}
