using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>A message about to be made.</summary>
/// <param name="Room">Where.</param>
/// <param name="Author">The bot or a member.</param>
/// <param name="Request">The checked request body.</param>
internal sealed record MessageDraft(Room Room, ulong Author, JsonObject Request)
{
    /// <summary>Discord's message type: 0 plain, 19 reply, 20 response to a command.</summary>
    public int Type { get; init; }

    public int Flags { get; init; }

    public IReadOnlyList<Upload> Files { get; init; } = [];

    /// <summary>The reader of an ephemeral message.</summary>
    public ulong? Reader { get; init; }

    public JsonNode? Nonce { get; init; }

    /// <summary>What the message says about its interaction.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>The command that it answers, in the older words that still come with the metadata and alone say its name.</summary>
    public JsonObject? Command { get; init; }

    /// <summary>The message that it answers.</summary>
    public Message? ReplyTo { get; init; }

    /// <summary>It came through an interaction's webhook.</summary>
    public bool ByWebhook { get; init; }
}
