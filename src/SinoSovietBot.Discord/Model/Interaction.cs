using System.Collections.Immutable;

namespace SinoSovietBot.Discord.Model;

/// <summary>Somebody used a command, button, menu or form of the bot, and waits for a response.</summary>
public abstract record Interaction : DiscordEvent
{
    /// <summary>Unique; its time is the moment of the press on Discord's clock.</summary>
    public required Snowflake Id { get; init; }

    public required Snowflake Application { get; init; }

    /// <summary>The right to answer. Valid for 15 minutes.</summary>
    public required InteractionToken Token { get; init; }

    /// <summary>Who.</summary>
    public required Person User { get; init; }

    /// <summary>The server, or null in a direct message.</summary>
    public Snowflake? Guild { get; init; }

    /// <summary>The channel, or null where Discord does not say.</summary>
    public Snowflake? Channel { get; init; }

    /// <summary>Whether the channel is a thread, where some permissions go by other names.</summary>
    public bool InThread { get; init; }

    /// <summary>What the person may do in this channel; none outside servers.</summary>
    public Permissions UserPermissions { get; init; }

    /// <summary>What the bot may do in this channel.</summary>
    public Permissions BotPermissions { get; init; }

    /// <summary>The language of the person's Discord, such as <c>en-GB</c>.</summary>
    public string Locale { get; init; } = "en-GB";

    internal Arrival Arrived { get; init; }
}

/// <summary>Somebody used a slash command.</summary>
public sealed record SlashCommandUsed : Interaction
{
    /// <summary>The full path with single spaces: <c>quiz start</c>, <c>quiz schedule add</c>, <c>card</c>.</summary>
    public required string Command { get; init; }

    /// <summary>The options that were filled in.</summary>
    public CommandOptions Options { get; init; } = CommandOptions.None;
}

/// <summary>Somebody pressed a button.</summary>
public sealed record ButtonPressed : Interaction
{
    public required string CustomId { get; init; }

    /// <summary>The message that holds the button; id zero where Discord does not say.</summary>
    public required Snowflake Message { get; init; }
}

/// <summary>Somebody chose from a select menu.</summary>
public sealed record MenuChosen : Interaction
{
    public required string CustomId { get; init; }

    /// <summary>The message that holds the menu.</summary>
    public required Snowflake Message { get; init; }

    public ImmutableArray<string> Values { get; init; } = [];
}

/// <summary>Somebody sent a form (Discord calls it a modal).</summary>
public sealed record FormSubmitted : Interaction
{
    public required string CustomId { get; init; }

    /// <summary>The message whose button opened the form, or null when a command did.</summary>
    public Snowflake? Message { get; init; }

    /// <summary>What was entered, by the custom id of the input. A select gives its values joined by commas.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>
/// Somebody is typing an option that offers suggestions (Discord calls it autocomplete). Answer with <see cref="InteractionResponse.Suggest"/>.
/// </summary>
public sealed record SuggestionsAsked : Interaction
{
    /// <inheritdoc cref="SlashCommandUsed.Command"/>
    public required string Command { get; init; }

    /// <summary>The option being typed.</summary>
    public required string Option { get; init; }

    /// <summary>What has been typed so far; may be empty.</summary>
    public required string Typed { get; init; }

    /// <summary>All options filled in so far, the typed one included.</summary>
    public CommandOptions Options { get; init; } = CommandOptions.None;

    /// <summary>Suggestions for a number must be sent as numbers.</summary>
    internal bool IsNumber { get; init; }
}
