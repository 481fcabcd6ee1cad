using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>A message, with the body that readers get. Guarded by the world's gate.</summary>
internal sealed class Message
{
    public const int EphemeralFlag = 1 << 6;
    public const int LoadingFlag = 1 << 7;

    public required ulong Id { get; init; }

    public required ulong Channel { get; init; }

    public required ulong Author { get; init; }

    /// <summary>Discord's message object.</summary>
    public required JsonObject Body { get; init; }

    /// <summary>The only reader of an ephemeral message; null when everybody in the channel reads it.</summary>
    public ulong? Reader { get; init; }

    /// <summary>What the author allowed to ping, as it was sent; null when nothing was said. Discord keeps it to itself, and so do we.</summary>
    public JsonObject? AllowedMentions { get; set; }

    /// <summary>Counts the edits.</summary>
    public int Version { get; set; }

    public bool Deleted { get; set; }

    public int Flags
    {
        get => (int)(Body.Integer("flags") ?? 0);
        set => Body["flags"] = value;
    }
}
