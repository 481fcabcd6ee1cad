using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>
/// What exists: one school server, its channels, people and messages, one app with its bot, and the app's commands.
/// Whoever reads or changes it holds <see cref="Gate"/>; events are queued under the same gate, so everybody sees one order.
/// </summary>
internal sealed class World(Snowflakes snowflakes)
{
    /// <summary>Held for every read and write. Nothing waits while holding it.</summary>
    public Lock Gate { get; } = new();

    public Snowflakes Snowflakes { get; } = snowflakes;

    public required ulong GuildId { get; init; }

    public required string GuildName { get; init; }

    /// <summary>Owns the server and never speaks, so that nobody in the playground has an owner's boundless rights.</summary>
    public required ulong OwnerId { get; init; }

    public required ulong TeacherRole { get; init; }

    public required ulong BotRole { get; init; }

    /// <summary>The app, and at the same time its bot user, as in every younger app on Discord.</summary>
    public required ulong ApplicationId { get; init; }

    public required string BotName { get; init; }

    public required string BotToken { get; init; }

    /// <summary>The bot was invited into the school and not kicked since.</summary>
    public bool BotInGuild { get; set; } = true;

    /// <summary>In the order of their arrival; those who left included.</summary>
    public List<Member> Members { get; } = [];

    public List<Room> Rooms { get; } = [];

    /// <summary>Registered commands as Discord returns them, global and of the school (those with a guild_id).</summary>
    public List<JsonObject> Commands { get; } = [];

    public IEnumerable<Member> Present => Members.Where(member => !member.Left);

    public IEnumerable<Room> SchoolRooms => Rooms.Where(room => !room.IsDirect);

    public Member? FindMember(ulong id) => Members.Find(member => member.Id == id);

    public Member? FindByToken(string token) => Members.Find(member => !member.Left && member.Token == token);

    public Room? FindRoom(ulong id) => Rooms.Find(room => room.Id == id);

    public Message? FindMessage(ulong room, ulong message) => FindRoom(room)?.Find(message);

    /// <summary>What the bot may do in a channel; nothing where it was kicked.</summary>
    public ulong BotPermissions(Room room)
    {
        if (room.IsDirect)
            return PermissionBits.DirectMessage | PermissionBits.ViewChannel | PermissionBits.SendMessages | PermissionBits.ReadMessageHistory;
        return BotInGuild ? room.BotPermissions : 0;
    }

    /// <summary>Can this member read the channel?</summary>
    public static bool CanSee(Member member, Room room) => room.DirectWith is { } with ? with == member.Id : !member.Left;

    /// <summary>The direct channel between the bot and a member, made when there is none yet.</summary>
    public Room OpenDirect(Member member, out bool made)
    {
        Room? room = Rooms.Find(candidate => candidate.DirectWith == member.Id);
        made = room is null;
        if (room is null)
        {
            room = new Room { Id = Snowflakes.Mint(), Name = member.Name, DirectWith = member.Id };
            Rooms.Add(room);
        }

        return room;
    }

    public Member AddMember(string name, bool teacher)
    {
        ulong id = Snowflakes.Mint();
        var member = new Member { Id = id, Name = name, Token = Secrets.Login(id), Teacher = teacher };
        Members.Add(member);
        return member;
    }
}
