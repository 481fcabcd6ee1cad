using System.Collections.Immutable;

namespace SinoSovietBot.Discord.Model;

/// <summary>A message to send. Mentions are off unless <see cref="MentionedUsers"/> names whom to ping.</summary>
public sealed record MessageContent
{
    /// <summary>Markdown, at most <see cref="DiscordLimits.MessageText"/> characters.</summary>
    public string Text { get; init; } = "";

    public ImmutableArray<Embed> Embeds { get; init; } = [];

    /// <summary>At most <see cref="DiscordLimits.RowsPerMessage"/>. An edit without rows removes those that were there.</summary>
    public ImmutableArray<ActionRow> Rows { get; init; } = [];

    public ImmutableArray<FileUpload> Files { get; init; } = [];

    /// <summary>Seen by one person only. Counts in responses and follow-ups; elsewhere it is ignored.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>Who is pinged if the text mentions them.</summary>
    public ImmutableArray<Snowflake> MentionedUsers { get; init; } = [];
}
