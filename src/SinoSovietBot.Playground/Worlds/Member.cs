namespace SinoSovietBot.Playground.Worlds;

/// <summary>A person of the school. Guarded by the world's gate.</summary>
internal sealed class Member
{
    public required ulong Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>Logs this person in, at the gateway and in the Authorization header.</summary>
    public required string Token { get; init; }

    public required bool Teacher { get; init; }

    /// <summary>The bot's direct messages are refused.</summary>
    public bool DmsClosed { get; set; }

    /// <summary>They are gone from the school; what they wrote stays.</summary>
    public bool Left { get; set; }

    public ulong Permissions => PermissionBits.Everyone | (Teacher ? PermissionBits.Teacher : 0);
}
