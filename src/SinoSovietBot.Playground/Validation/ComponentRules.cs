using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Validation;

/// <summary>What Discord accepts as components of messages.</summary>
internal static class ComponentRules
{
    private const int ComponentsV2Flag = 1 << 15;
    private static readonly int[] Layouts = [9, 10, 12, 13, 14, 17];

    public static void CheckMessage(FormErrors errors, JsonObject body, string path)
    {
        bool free = ((body.Integer("flags") ?? 0) & ComponentsV2Flag) != 0;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach ((JsonObject row, string at) in errors.List(body, path, "components", max: free ? 40 : 5))
        {
            long? type = row.Integer("type");
            if (type == 1) CheckRow(errors, row, at, ids);
            else if (free && type is { } layout && Layouts.Contains((int)layout)) CheckLayout(errors, row, at, ids);
            else errors.Choices(FieldChecks.Join(at, "type"), free ? "1, 9, 10, 12, 13, 14, 17" : "1");
        }

        if (!free) return;
        foreach (string name in (string[])["content", "embeds"])
            if (body[name] is { } value && value.ToString() is not ("" or "[]"))
                errors.Add(FieldChecks.Join(path, name), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    $"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    }

    /// <summary>The custom id every interactive component needs, once in its message or form.</summary>
    public static void CheckCustomId(FormErrors errors, JsonObject node, string path, HashSet<string> ids)
    {
        if (errors.Text(node, path, "custom_id", 100, min: 1, required: true) is { } id && !ids.Add(id))
            errors.Add(FieldChecks.Join(path, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }

    public static void CheckSelect(FormErrors errors, JsonObject node, string path, HashSet<string> ids)
    {
        CheckCustomId(errors, node, path, ids);
        errors.Text(node, path, "placeholder", 150);
        long min = errors.Integer(node, path, "min_values", 0, 25) ?? 1;
        long max = errors.Integer(node, path, "max_values", 1, 25) ?? 1;
        if (min > max)
            errors.Add(FieldChecks.Join(path, "min_values"), "SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX_VALUES",
                "The minimum number of values exceeds the maximum number.");
        if (node.Integer("type") == 3) CheckOptions(errors, node, path, max);
    }

    private static void CheckOptions(FormErrors errors, JsonObject node, string path, long maxValues)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        int defaults = 0;
        var options = errors.List(node, path, "options", max: 25, min: 1, required: true);
        foreach ((JsonObject option, string at) in options)
        {
            errors.Text(option, at, "label", 100, min: 1, required: true);
            errors.Text(option, at, "description", 100);
            if (errors.Text(option, at, "value", 100, min: 1, required: true) is { } value && !values.Add(value))
                errors.Add(FieldChecks.Join(at, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            if (option.Flag("default") == true) defaults++;
        }

        if (defaults > maxValues)
            errors.Add(path, "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "The number of default options exceeds the maximum number of values.");
        if (options.Count > 0 && maxValues > options.Count)
            errors.Add(FieldChecks.Join(path, "max_values"), "SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS",
                "The maximum number of values exceeds the number of options.");
    }

    private static void CheckRow(FormErrors errors, JsonObject row, string path, HashSet<string> ids)
    {
        var children = errors.List(row, path, "components", max: 5, min: 1, required: true);
        bool hasSelect = false;
        foreach ((JsonObject child, string at) in children)
        {
            switch (child.Integer("type"))
            {
                case 2:
                    CheckButton(errors, child, at, ids);
                    break;
                case 3 or 5 or 6 or 7 or 8:
                    hasSelect = true;
                    CheckSelect(errors, child, at, ids);
                    break;
                default:
                    errors.Choices(FieldChecks.Join(at, "type"), "2, 3, 5, 6, 7, 8");
                    break;
            }
        }

        if (hasSelect && children.Count > 1)
            errors.Add(path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A select component must be the only component in its row.");
    }

    private static void CheckLayout(FormErrors errors, JsonObject node, string path, HashSet<string> ids)
    {
        if (node.Integer("type") == 10) errors.Text(node, path, "content", 4000, min: 1, required: true);
        foreach ((JsonObject child, string at) in errors.List(node, path, "components", max: 40))
        {
            if (child.Integer("type") == 1) CheckRow(errors, child, at, ids);
            else CheckLayout(errors, child, at, ids);
        }

        if (node.Object("accessory") is { } accessory && accessory.Integer("type") == 2)
            CheckButton(errors, accessory, FieldChecks.Join(path, "accessory"), ids);
    }

    private static void CheckButton(FormErrors errors, JsonObject button, string path, HashSet<string> ids)
    {
        long? style = errors.Integer(button, path, "style", 1, 6, required: true);
        errors.Text(button, path, "label", 80);
        errors.Flag(button, path, "disabled");
        if (style == 5)
        {
            errors.Text(button, path, "url", 512, min: 1, required: true);
            if (button["custom_id"] is not null)
                errors.Add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        }
        else if (style != 6)
        {
            CheckCustomId(errors, button, path, ids);
            if (button["url"] is not null)
                errors.Add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        }

        bool emoji = button.Object("emoji") is { } picture && (picture.Text("name") is { Length: > 0 } || picture.Id("id") is not null);
        if (style != 6 && string.IsNullOrEmpty(button.Text("label")) && !emoji)
            errors.Add(path, "BUTTON_COMPONENT_INVALID_EMOJI_OR_LABEL", "A button must have a label or an emoji.");
    }
}
