namespace SinoSovietBot.Playground.Worlds;

/// <summary>A channel: of the school, or a direct one between a member and the bot. Guarded by the world's gate.</summary>
internal sealed class Room
{
    public required ulong Id { get; init; }

    public required string Name { get; init; }

    public string? Topic { get; init; }

    public int Position { get; init; }

    /// <summary>The member of a direct channel; null in a channel of the school.</summary>
    public ulong? DirectWith { get; init; }

    /// <summary>All that the bot may do here.</summary>
    public ulong BotPermissions { get; set; } = PermissionBits.Bot;

    /// <summary>Oldest first.</summary>
    public List<Message> Messages { get; } = [];

    public bool IsDirect => DirectWith is not null;

    public Message? Find(ulong id) => Messages.FindLast(message => message.Id == id);
}
