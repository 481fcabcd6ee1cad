using System.Text.Json;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Validation;

/// <summary>Checks of single fields, with Discord's codes and sentences. Null counts as absent.</summary>
internal static class FieldChecks
{
    /// <summary>Reads a text and checks its length (both ends inclusive).</summary>
    public static string? Text(this FormErrors errors, JsonObject node, string path, string name, int max, int min = 0, bool required = false)
    {
        string at = Join(path, name);
        if (node[name] is not { } value)
        {
            if (required) errors.Required(at);
            return null;
        }

        if (value.GetValueKind() != JsonValueKind.String)
        {
            errors.Add(at, "BASE_TYPE_STRING", "Value must be a string.");
            return null;
        }

        string text = value.GetValue<string>();
        errors.Length(at, text.Length, min, max);
        return text;
    }

    public static void Length(this FormErrors errors, string path, int length, int min, int max)
    {
        if (length >= min && length <= max) return;
        if (min > 0) errors.Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        else errors.Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
    }

    public static long? Integer(this FormErrors errors, JsonObject node, string path, string name, long min, long max, bool required = false)
    {
        string at = Join(path, name);
        if (node[name] is not { } value)
        {
            if (required) errors.Required(at);
            return null;
        }

        if ((value as JsonValue).Integer() is not { } number)
        {
            errors.Add(at, "NUMBER_TYPE_COERCE", $"Value \"{value.ToJsonString()}\" is not int.");
            return null;
        }

        if (number < min) errors.Add(at, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {min}.");
        if (number > max) errors.Add(at, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        return number;
    }

    public static bool? Flag(this FormErrors errors, JsonObject node, string path, string name)
    {
        if (node[name] is not { } value) return null;
        if (value.GetValueKind() is JsonValueKind.True or JsonValueKind.False) return value.GetValue<bool>();
        errors.Add(Join(path, name), "BASE_TYPE_BOOLEAN", "Must be a boolean.");
        return null;
    }

    /// <summary>The objects of a list with their paths; notes wrong kinds and a wrong number of them.</summary>
    public static IReadOnlyList<(JsonObject Node, string Path)> List(
        this FormErrors errors, JsonObject node, string path, string name, int max, int min = 0, bool required = false)
    {
        string at = Join(path, name);
        if (node[name] is not { } value)
        {
            if (required) errors.Required(at);
            return [];
        }

        if (value is not JsonArray list)
        {
            errors.Add(at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return [];
        }

        errors.Length(at, list.Count, min, max);
        var found = new List<(JsonObject, string)>();
        for (int index = 0; index < list.Count; index++)
        {
            string itemPath = $"{at}.{index}";
            if (list[index] is JsonObject item) found.Add((item, itemPath));
            else errors.Add(itemPath, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        }

        return found;
    }

    /// <summary>A child object; notes one that is something else.</summary>
    public static JsonObject? Child(this FormErrors errors, JsonObject node, string path, string name, bool required = false)
    {
        if (node[name] is JsonObject child) return child;
        if (node[name] is not null) errors.Add(Join(path, name), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        else if (required) errors.Required(Join(path, name));
        return null;
    }

    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
