using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Interactions;

/// <summary>Checks the options that a member filled in against the registered command, and resolves the ids in them. Used once.</summary>
internal sealed class CommandInput(World world, Room room, MessageWriter writer, IReadOnlyList<Upload> files, bool typing)
{
    private const int MaxText = 6000;
    private readonly FormErrors _errors = new();
    private readonly ResolvedEntities _resolved = new(world, room);
    private readonly List<string> _path = [];
    private int _focused;

    /// <summary>The data of the interaction, and the command's full name.</summary>
    /// <param name="command">As it is registered.</param>
    /// <param name="sent">As the member's client sent it.</param>
    /// <returns>Refuses with 50035 when the options do not fit.</returns>
    public (JsonObject Data, string Name) Read(JsonObject command, JsonObject sent)
    {
        _path.Add(command.Text("name") ?? "");
        if (sent.Text("version") is { } version && version != command.Text("version"))
            _errors.Add("data", "INTERACTION_APPLICATION_COMMAND_INVALID_VERSION", "This command is outdated, please try again in a few minutes");
        JsonArray options = Options(command, sent, "data");
        if (typing && _focused != 1)
            _errors.Add("data.options", "INTERACTION_AUTOCOMPLETE_FOCUS", "Exactly one option must be focused.");
        _errors.Throw();
        var data = new JsonObject
        {
            ["id"] = command.Text("id"),
            ["name"] = command.Text("name"),
            ["type"] = command.Integer("type") ?? 1,
        };
        if (command.Text("guild_id") is { } guild) data["guild_id"] = guild;
        if (options.Count > 0) data["options"] = options;
        if (_resolved.ToJson() is { } resolved) data["resolved"] = resolved;
        return (data, string.Join(' ', _path));
    }

    private JsonArray Options(JsonObject declared, JsonObject sent, string path)
    {
        var result = new JsonArray();
        var left = declared.Objects("options").ToDictionary(option => option.Text("name") ?? "", option => option, StringComparer.Ordinal);
        bool nested = left.Values.Any(option => option.Integer("type") <= 2);
        var given = _errors.List(sent, path, "options", max: 25);
        if (nested && given.Count != 1)
        {
            _errors.Add($"{path}.options", "APPLICATION_COMMAND_OPTION_REQUIRED", "Exactly one subcommand must be given.");
            return result;
        }

        foreach ((JsonObject option, string at) in given)
        {
            string name = option.Text("name") ?? "";
            if (!left.Remove(name, out JsonObject? rule))
                _errors.Add($"{at}.name", "APPLICATION_COMMAND_OPTION_UNKNOWN", $"There is no option \"{name}\".");
            else if (option.Integer("type") is { } type && type != rule.Integer("type")) _errors.Choices($"{at}.type", $"{rule.Integer("type")}");
            else result.Add(nested ? Nested(rule, option, at) : Value(rule, option, at));
        }

        // While the member is still typing, required options may be missing.
        if (nested || typing) return result;
        foreach (JsonObject rule in left.Values.Where(rule => rule.Flag("required") == true))
            _errors.Add($"{path}.options", "APPLICATION_COMMAND_OPTION_REQUIRED", $"The option \"{rule.Text("name")}\" is required.");
        return result;
    }

    private JsonObject Nested(JsonObject rule, JsonObject option, string path)
    {
        _path.Add(rule.Text("name") ?? "");
        var node = new JsonObject { ["name"] = rule.Text("name"), ["type"] = rule.Integer("type") };
        JsonArray options = Options(rule, option, path);
        if (options.Count > 0) node["options"] = options;
        return node;
    }

    private JsonObject Value(JsonObject rule, JsonObject option, string path)
    {
        var node = new JsonObject { ["name"] = rule.Text("name"), ["type"] = rule.Integer("type"), ["value"] = option["value"]?.DeepClone() };
        if (typing && option.Flag("focused") == true)
        {
            _focused++;
            node["focused"] = true;
            if (rule.Flag("autocomplete") != true)
                _errors.Add($"{path}.focused", "INTERACTION_AUTOCOMPLETE_FOCUS", "This option has no autocomplete.");
            // What is being typed need not be a number yet.
            return node;
        }

        if (option["value"] is not JsonValue value) _errors.Required($"{path}.value");
        else CheckValue(rule, value, $"{path}.value", node);
        return node;
    }

    private void CheckValue(JsonObject rule, JsonValue value, string path, JsonObject node)
    {
        switch (rule.Integer("type"))
        {
            case 3:
                if (value.GetValueKind() != JsonValueKind.String) _errors.Add(path, "BASE_TYPE_STRING", "Value must be a string.");
                else CheckText(rule, value.GetValue<string>(), path);
                break;
            case 4:
                if (value.Integer() is not { } whole) _errors.Add(path, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not int.");
                else CheckNumber(rule, whole, path, "int");
                break;
            case 5:
                if (value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
                    _errors.Add(path, "BASE_TYPE_BOOLEAN", "Must be a boolean.");
                break;
            case 10:
                if (value.GetValueKind() != JsonValueKind.Number) _errors.Add(path, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not float.");
                else CheckNumber(rule, value.GetValue<double>(), path, "float");
                break;
            case 11:
                ResolveFile(value, path, node);
                break;
            default:
                ResolveId(rule.Integer("type"), value, path);
                break;
        }
    }

    private void CheckText(JsonObject rule, string text, string path)
    {
        _errors.Length(path, text.Length, (int)(rule.Integer("min_length") ?? 0), (int)(rule.Integer("max_length") ?? MaxText));
        if (text.Length == 0) _errors.Required(path);
        CheckChoices(rule, text, path);
    }

    private void CheckNumber(JsonObject rule, double number, string path, string kind)
    {
        if ((rule["min_value"] as JsonValue)?.GetValue<double>() is { } min && number < min)
            _errors.Add(path, "NUMBER_TYPE_MIN",
                string.Create(CultureInfo.InvariantCulture, $"{kind} value should be greater than or equal to {min}."));
        if ((rule["max_value"] as JsonValue)?.GetValue<double>() is { } max && number > max)
            _errors.Add(path, "NUMBER_TYPE_MAX", string.Create(CultureInfo.InvariantCulture, $"{kind} value should be less than or equal to {max}."));
        CheckChoices(rule, number.ToString(CultureInfo.InvariantCulture), path);
    }

    private void CheckChoices(JsonObject rule, string value, string path)
    {
        if (rule["choices"] is not JsonArray { Count: > 0 }) return;
        string[] allowed = [.. rule.Objects("choices").Select(choice => choice["value"]?.ToString() ?? "")];
        if (!allowed.Contains(value)) _errors.Choices(path, string.Join(", ", allowed.Select(choice => $"'{choice}'")));
    }

    private void ResolveId(long? type, JsonValue value, string path)
    {
        if (!ulong.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong id))
        {
            _errors.Add(path, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not snowflake.");
            return;
        }

        bool found = type switch
        {
            6 => _resolved.AddUser(id),
            7 => _resolved.AddChannel(id),
            8 => _resolved.AddRole(id),
            _ => _resolved.AddUser(id) || _resolved.AddRole(id),
        };
        if (!found) _errors.Add(path, "APPLICATION_COMMAND_OPTION_UNKNOWN_ENTITY", $"Nothing here has the id {id}.");
    }

    /// <summary>A file option holds the number of an uploaded file, as in Discord's own client.</summary>
    private void ResolveFile(JsonValue value, string path, JsonObject node)
    {
        Upload? file = files.FirstOrDefault(candidate => candidate.Index.ToString(CultureInfo.InvariantCulture) == value.ToString());
        if (file is null)
        {
            _errors.Add(path, "APPLICATION_COMMAND_OPTION_FILE_MISSING", "The file was not uploaded.");
            return;
        }

        JsonObject attachment = writer.Attachment(room.Id, file, null, ephemeral: true);
        node["value"] = attachment.Text("id");
        _resolved.AddAttachment(attachment);
    }
}
