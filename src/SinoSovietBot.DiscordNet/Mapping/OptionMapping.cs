using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Discord.Model;
using OptionType = global::Discord.ApplicationCommandOptionType;

namespace SinoSovietBot.DiscordNet.Mapping;

/// <summary>The path and the options of a slash command.</summary>
internal static class OptionMapping
{
    public static (string Path, CommandOptions Options) Read(string command, IEnumerable<DNet.WebSocket.SocketSlashCommandDataOption>? options) =>
        Collect(command, Flatten(options ?? []));

    public static (string Path, CommandOptions Options) Read(string command, IEnumerable<DNet.AutocompleteOption> options) =>
        Collect(command, options.Select(static option => (option.Type, option.Name, (object?)option.Value)));

    private static IEnumerable<(OptionType Type, string Name, object? Value)> Flatten(
        IEnumerable<DNet.WebSocket.SocketSlashCommandDataOption> options) =>
        options.SelectMany(static option => Flatten(option.Options ?? []).Prepend((option.Type, option.Name, option.Value)));

    private static (string Path, CommandOptions Options) Collect(string path, IEnumerable<(OptionType Type, string Name, object? Value)> options)
    {
        var values = ImmutableDictionary.CreateBuilder<string, CommandOptionValue>(StringComparer.Ordinal);
        foreach ((OptionType type, string name, object? value) in options)
        {
            if (type is OptionType.SubCommand or OptionType.SubCommandGroup) path += " " + name;
            else if (Value(type, value) is { } read) values[name] = read;
        }

        return (path, values.Count == 0 ? CommandOptions.None : new CommandOptions(values.ToImmutable()));
    }

    private static CommandOptionValue? Value(OptionType type, object? value) => (type, value) switch
    {
        (OptionType.String, not null) => new CommandOptionValue.Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
        (OptionType.Integer, not null) => Whole(value) is { } number ? new CommandOptionValue.Number(number) : null,
        (OptionType.Boolean, bool flag) => new CommandOptionValue.Flag(flag),
        (OptionType.Attachment, DNet.IAttachment file) => new CommandOptionValue.File(
            new Attachment(new Snowflake(file.Id), file.Filename, file.Size, new Uri(file.Url))),
        (OptionType.User or OptionType.Channel or OptionType.Role, DNet.ISnowflakeEntity entity) =>
            new CommandOptionValue.Id(new Snowflake(entity.Id)),
        _ => null,
    };

    // While it is typed, a number arrives as text, complete or not.
    private static long? Whole(object value) => long.TryParse(
        Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
        ? number
        : null;
}
