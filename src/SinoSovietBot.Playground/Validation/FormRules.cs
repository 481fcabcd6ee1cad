using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Validation;

/// <summary>What Discord accepts as a form (a modal), and as what a member typed into it.</summary>
internal static class FormRules
{
    public const int MaxTextInput = 4000;

    public static void CheckModal(FormErrors errors, JsonObject data, string path)
    {
        errors.Text(data, path, "custom_id", 100, min: 1, required: true);
        errors.Text(data, path, "title", 45, min: 1, required: true);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach ((JsonObject item, string at) in errors.List(data, path, "components", max: 5, min: 1, required: true))
        {
            switch (item.Integer("type"))
            {
                case 18:
                    errors.Text(item, at, "label", 45, min: 1, required: true);
                    errors.Text(item, at, "description", 100, min: 1);
                    if (errors.Child(item, at, "component", required: true) is { } input)
                        CheckInput(errors, input, FieldChecks.Join(at, "component"), ids, insideLabel: true);
                    break;
                case 1:
                    foreach ((JsonObject child, string childAt) in errors.List(item, at, "components", max: 1, min: 1, required: true))
                        CheckInput(errors, child, childAt, ids, insideLabel: false);
                    break;
                case 10:
                    errors.Text(item, at, "content", 4000, min: 1, required: true);
                    break;
                default:
                    errors.Choices(FieldChecks.Join(at, "type"), "1, 10, 18");
                    break;
            }
        }
    }

    /// <summary>The inputs of a form, with the path of each in the submission.</summary>
    public static IEnumerable<(JsonObject Input, string Path)> Inputs(JsonObject form, string path)
    {
        if (form["components"] is not JsonArray items) yield break;
        for (int index = 0; index < items.Count; index++)
        {
            if (items[index] is not JsonObject item) continue;
            if (item.Object("component") is { } inLabel) yield return (inLabel, $"{path}.components.{index}.component");
            if (item["components"] is JsonArray { Count: > 0 } row && row[0] is JsonObject inRow)
                yield return (inRow, $"{path}.components.{index}.components.0");
        }
    }

    /// <summary>Checks what a member submits against the form that was shown to them.</summary>
    public static void CheckSubmission(FormErrors errors, JsonObject form, JsonObject data, string path)
    {
        var shown = Inputs(form, path).ToDictionary(entry => entry.Input.Text("custom_id") ?? "", entry => entry, StringComparer.Ordinal);
        foreach ((JsonObject entered, string at) in Inputs(data, path))
        {
            string? id = entered.Text("custom_id");
            if (id is null) errors.Required(FieldChecks.Join(at, "custom_id"));
            else if (!shown.Remove(id, out var input))
                errors.Add(FieldChecks.Join(at, "custom_id"), "COMPONENT_VALIDATION_FAILED", "Component validation failed");
            else CheckEntry(errors, input.Input, entered, at);
        }

        foreach ((JsonObject input, string at) in shown.Values)
            if (input.Flag("required") ?? true) errors.Required(FieldChecks.Join(at, input.Integer("type") == 4 ? "value" : "values"));
    }

    /// <summary>
    /// What a bot gets of a checked submission: the form's components in their order with the ids they have there, and in each the entry.
    /// </summary>
    public static JsonArray Submission(JsonObject form, JsonObject data)
    {
        var entered = Inputs(data, "").ToDictionary(entry => entry.Input.Text("custom_id") ?? "", entry => entry.Input, StringComparer.Ordinal);
        return Json.Array(form.Objects("components").Select(item =>
        {
            JsonObject node = Json.Pick(item, "type", "id");
            if (item.Object("component") is { } input) node["component"] = Entry(input, entered);
            if (item["components"] is JsonArray) node["components"] = Json.Array(item.Objects("components").Select(child => Entry(child, entered)));
            return node;
        }));
    }

    private static JsonObject Entry(JsonObject input, Dictionary<string, JsonObject> entered)
    {
        JsonObject node = Json.Pick(input, "type", "id", "custom_id");
        JsonObject? entry = entered.GetValueOrDefault(input.Text("custom_id") ?? "");
        if (input.Integer("type") == 4) node["value"] = entry?.Text("value") ?? "";
        else node["values"] = entry?["values"]?.DeepClone() ?? new JsonArray();
        return node;
    }

    private static void CheckEntry(FormErrors errors, JsonObject input, JsonObject entered, string path)
    {
        bool required = input.Flag("required") ?? true;
        if (input.Integer("type") == 4)
        {
            string text = errors.Text(entered, path, "value", MaxTextInput) ?? "";
            int min = (int)(input.Integer("min_length") ?? 0);
            int max = (int)(input.Integer("max_length") ?? MaxTextInput);
            if (text.Length == 0 && required) errors.Required(FieldChecks.Join(path, "value"));
            else if (text.Length > 0) errors.Length(FieldChecks.Join(path, "value"), text.Length, min, max);
            return;
        }

        string[] values = (entered["values"] as JsonArray)?.Select(value => value?.ToString() ?? "").ToArray() ?? [];
        int least = required ? (int)Math.Max(1, input.Integer("min_values") ?? 1) : 0;
        errors.Length(FieldChecks.Join(path, "values"), values.Length, least, (int)(input.Integer("max_values") ?? 1));
        if (input.Integer("type") != 3) return;
        var allowed = input.Objects("options").Select(option => option.Text("value")).ToHashSet();
        foreach (string value in values.Where(value => !allowed.Contains(value)))
            errors.Choices(FieldChecks.Join(path, "values"), $"'{value}' is not an option");
    }

    private static void CheckInput(FormErrors errors, JsonObject input, string path, HashSet<string> ids, bool insideLabel)
    {
        long? type = input.Integer("type");
        if (type is 3 or 5 or 6 or 7 or 8 && insideLabel)
        {
            ComponentRules.CheckSelect(errors, input, path, ids);
            if (input.Flag("disabled") == true)
                errors.Add(FieldChecks.Join(path, "disabled"), "COMPONENT_MODAL_CANNOT_BE_DISABLED", "Components in modals cannot be disabled.");
            return;
        }

        if (type != 4)
        {
            errors.Choices(FieldChecks.Join(path, "type"), insideLabel ? "3, 4, 5, 6, 7, 8" : "4");
            return;
        }

        ComponentRules.CheckCustomId(errors, input, path, ids);
        errors.Integer(input, path, "style", 1, 2, required: true);
        errors.Text(input, path, "label", 45, min: 1, required: !insideLabel);
        long min = errors.Integer(input, path, "min_length", 0, MaxTextInput) ?? 0;
        long max = errors.Integer(input, path, "max_length", 1, MaxTextInput) ?? MaxTextInput;
        if (min > max)
            errors.Add(FieldChecks.Join(path, "min_length"), "TEXT_INPUT_MIN_LENGTH_EXCEEDS_MAX_LENGTH",
                "The minimum length exceeds the maximum length.");
        errors.Text(input, path, "value", MaxTextInput);
        errors.Text(input, path, "placeholder", 100);
    }
}
