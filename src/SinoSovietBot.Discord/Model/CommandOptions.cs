using System.Collections.Immutable;

namespace SinoSovietBot.Discord.Model;

/// <summary>The options a person filled in, by name. A missing option is null.</summary>
public sealed class CommandOptions(ImmutableDictionary<string, CommandOptionValue> values)
{
    public static CommandOptions None { get; } = new(ImmutableDictionary<string, CommandOptionValue>.Empty);

    public string? Text(string name) => values.GetValueOrDefault(name) is CommandOptionValue.Text text ? text.Value : null;

    public long? Number(string name) => values.GetValueOrDefault(name) is CommandOptionValue.Number number ? number.Value : null;

    public bool? Flag(string name) => values.GetValueOrDefault(name) is CommandOptionValue.Flag flag ? flag.Value : null;

    /// <summary>The id behind a user, channel or role option.</summary>
    public Snowflake? Id(string name) => values.GetValueOrDefault(name) is CommandOptionValue.Id id ? id.Value : null;

    public Attachment? File(string name) => values.GetValueOrDefault(name) is CommandOptionValue.File file ? file.Value : null;
}

/// <summary>One filled-in option; a closed family.</summary>
public abstract record CommandOptionValue
{
    private CommandOptionValue()
    {
    }

    public sealed record Text(string Value) : CommandOptionValue;

    public sealed record Number(long Value) : CommandOptionValue;

    public sealed record Flag(bool Value) : CommandOptionValue;

    public sealed record Id(Snowflake Value) : CommandOptionValue;

    public sealed record File(Attachment Value) : CommandOptionValue;
}
