using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>The <c>data</c> of a slash command or of an option that is being typed.</summary>
internal sealed class CommandData
{
    private const int DeepestNesting = 3;
    private const int Subcommand = 1;
    private const int Group = 2;

    private readonly ImmutableDictionary<string, CommandOptionValue>.Builder _options =
        ImmutableDictionary.CreateBuilder<string, CommandOptionValue>(StringComparer.Ordinal);

    private readonly Dictionary<Snowflake, Attachment> _files = [];
    private List<(string Name, Snowflake File)>? _fileOptions;
    private string _subcommands = "";

    private CommandData()
    {
    }

    /// <summary>The command with its group and subcommand, single spaces between.</summary>
    public string Path { get; private set; } = "";

    public CommandOptions Options { get; private set; } = CommandOptions.None;

    /// <summary>The option being typed, or null.</summary>
    public string? Focused { get; private set; }

    public bool FocusedIsNumber { get; private set; }

    public string Typed { get; private set; } = "";

    /// <param name="reader">On the property name <c>data</c>.</param>
    public static CommandData Read(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader, "data")) throw JsonRead.Missing("data");
        var data = new CommandData();
        string? name = null;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("name"u8)) name = JsonRead.Text(ref reader, "data.name");
            else if (reader.ValueTextEquals("options"u8)) data.ReadOptions(ref reader, 1);
            else if (reader.ValueTextEquals("resolved"u8)) data.ReadResolved(ref reader);
            else JsonRead.SkipValue(ref reader);
        }

        data.Path = (name ?? throw JsonRead.Missing("data.name")) + data._subcommands;
        data.ResolveFiles();
        if (data._options.Count > 0) data.Options = new CommandOptions(data._options.ToImmutable());
        return data;
    }

    private void ReadOptions(ref Utf8JsonReader reader, int depth)
    {
        if (!JsonRead.EnterArray(ref reader, "options")) return;
        if (depth > DeepestNesting) throw new JsonException("The options are nested too deeply.");
        while (JsonRead.NextElement(ref reader))
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The field options holds something other than objects.");
            ReadOption(ref reader, depth);
        }
    }

    private void ReadOption(ref Utf8JsonReader reader, int depth)
    {
        string? name = null;
        long kind = 0;
        bool focused = false;
        bool hasInner = false;
        Utf8JsonReader value = default;
        Utf8JsonReader inner = default;
        bool hasValue = false;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("name"u8)) name = JsonRead.Text(ref reader, "option.name");
            else if (reader.ValueTextEquals("type"u8)) kind = JsonRead.Whole(ref reader, "option.type") ?? 0;
            else if (reader.ValueTextEquals("focused"u8)) focused = JsonRead.Flag(ref reader);
            else if (reader.ValueTextEquals("value"u8))
            {
                value = reader;
                hasValue = true;
                JsonRead.SkipValue(ref reader);
            }
            else if (reader.ValueTextEquals("options"u8))
            {
                inner = reader;
                hasInner = true;
                JsonRead.SkipValue(ref reader);
            }
            else JsonRead.SkipValue(ref reader);
        }

        if (name is null) throw JsonRead.Missing("option.name");
        if (kind is Subcommand or Group)
        {
            _subcommands += " " + name;
            if (hasInner) ReadOptions(ref inner, depth + 1);
            return;
        }

        if (hasValue) Keep(name, kind, ref value);
        if (!focused) return;
        Focused = name;
        FocusedIsNumber = kind == (long)OptionKind.Number;
        Typed = hasValue ? AsTyped(ref value) : "";
    }

    private void Keep(string name, long kind, ref Utf8JsonReader reader)
    {
        Utf8JsonReader value = reader;
        value.Read();
        switch ((OptionKind)kind)
        {
            case OptionKind.Text when value.TokenType == JsonTokenType.String:
                _options[name] = new CommandOptionValue.Text(value.GetString() ?? "");
                break;
            case OptionKind.Number when TryWhole(ref value, out long number):
                _options[name] = new CommandOptionValue.Number(number);
                break;
            case OptionKind.Flag when value.TokenType is JsonTokenType.True or JsonTokenType.False:
                _options[name] = new CommandOptionValue.Flag(value.TokenType == JsonTokenType.True);
                break;
            case OptionKind.User or OptionKind.Channel or OptionKind.Role when TryDigits(ref value, out ulong id):
                _options[name] = new CommandOptionValue.Id(new Snowflake(id));
                break;
            case OptionKind.File when TryDigits(ref value, out ulong file):
                (_fileOptions ??= []).Add((name, new Snowflake(file)));
                break;
        }
    }

    // Attachments stand under "resolved", which may come before or after the options.
    private void ResolveFiles()
    {
        foreach ((string name, Snowflake file) in _fileOptions ?? [])
        {
            _options[name] = _files.TryGetValue(file, out Attachment? attachment)
                ? new CommandOptionValue.File(attachment)
                : throw JsonRead.Missing("data.resolved.attachments");
        }
    }

    private void ReadResolved(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader, "resolved")) return;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("attachments"u8)) AttachmentReader.ReadMap(ref reader, _files);
            else JsonRead.SkipValue(ref reader);
        }
    }

    // While it is typed, a number arrives as text, complete or not.
    private static string AsTyped(ref Utf8JsonReader reader)
    {
        Utf8JsonReader value = reader;
        value.Read();
        return value.TokenType switch
        {
            JsonTokenType.String => value.GetString() ?? "",
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(value.ValueSpan),
            _ => "",
        };
    }

    private static bool TryWhole(ref Utf8JsonReader value, out long number)
    {
        number = 0;
        return value.TokenType is JsonTokenType.Number or JsonTokenType.String
            && Utf8Parser.TryParse(value.ValueSpan, out number, out int used) && used == value.ValueSpan.Length;
    }

    private static bool TryDigits(ref Utf8JsonReader value, out ulong digits)
    {
        digits = 0;
        return value.TokenType is JsonTokenType.Number or JsonTokenType.String
            && Utf8Parser.TryParse(value.ValueSpan, out digits, out int used) && used == value.ValueSpan.Length;
    }
}
