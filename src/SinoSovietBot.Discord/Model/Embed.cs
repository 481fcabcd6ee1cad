using System.Collections.Immutable;

namespace SinoSovietBot.Discord.Model;

/// <summary>A framed block of a message. Its limits are in <see cref="DiscordLimits"/>.</summary>
public sealed record Embed
{
    public string? Title { get; init; }

    /// <summary>Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>The stripe at the left, 0xRRGGBB.</summary>
    public int? Color { get; init; }

    public ImmutableArray<EmbedField> Fields { get; init; } = [];

    public string? Footer { get; init; }

    /// <summary>An address, or <c>attachment://name</c> for a file of the same message.</summary>
    public string? ImageUrl { get; init; }
}

/// <summary>A titled part of an embed.</summary>
public sealed record EmbedField(string Name, string Value, bool Inline = false);
