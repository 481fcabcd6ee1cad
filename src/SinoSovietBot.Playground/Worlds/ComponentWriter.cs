using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>
/// Components as Discord gives them back: each with an id, defaults filled in, and nothing of what is null or unknown to it.
/// </summary>
internal static class ComponentWriter
{
    private static readonly string[] Emoji = ["id", "name", "animated"];

    public static JsonArray Write(JsonObject request)
    {
        int next = 1;
        return Write(request, "components", ref next);
    }

    private static JsonArray Write(JsonObject parent, string name, ref int next)
    {
        var list = new JsonArray();
        foreach (JsonObject component in parent.Objects(name)) list.Add(Write(component, ref next));
        return list;
    }

    private static JsonObject Write(JsonObject component, ref int next)
    {
        JsonObject written = Own(component);
        written["type"] = component.Integer("type");
        written["id"] = component.Integer("id") is { } given and not 0 ? given : next;
        next++;
        if (component["components"] is JsonArray) written["components"] = Write(component, "components", ref next);
        // A form's label holds its input, a section its button.
        foreach (string single in (string[])["component", "accessory"])
            if (component.Object(single) is { } inner) written[single] = Write(inner, ref next);
        return written;
    }

    /// <summary>All but type, id and what is inside.</summary>
    private static JsonObject Own(JsonObject component) => component.Integer("type") switch
    {
        1 or 9 => [],
        2 => Button(component),
        3 => Select(component, Json.Array(component.Objects("options").Select(Option))),
        4 => Filled(component, ["custom_id", "style", "label", "placeholder", "value", "required", "min_length", "max_length"]),
        5 or 6 or 7 or 8 => Select(component, null),
        10 => Filled(component, ["content"]),
        14 => Filled(component, [], ("spacing", component.Integer("spacing") ?? 1), ("divider", component.Flag("divider") ?? true)),
        17 => Filled(component, [], ("accent_color", component["accent_color"]?.DeepClone()), ("spoiler", component.Flag("spoiler") ?? false)),
        18 => Filled(component, ["label", "description"]),
        _ => component.DeepClone().AsObject(),
    };

    private static JsonObject Button(JsonObject button)
    {
        JsonObject written = Filled(button, ["style", "label", "custom_id", "url", "disabled", "sku_id"]);
        if (button.Object("emoji") is { } emoji) written["emoji"] = Json.Pick(emoji, Emoji);
        return written;
    }

    private static JsonObject Select(JsonObject select, JsonArray? options)
    {
        JsonObject written = Filled(select, ["custom_id", "placeholder", "disabled", "required", "channel_types", "default_values"],
            ("min_values", select.Integer("min_values") ?? 1), ("max_values", select.Integer("max_values") ?? 1));
        if (options is not null) written["options"] = options;
        return written;
    }

    private static JsonObject Option(JsonObject option)
    {
        JsonObject written = Filled(option, ["label", "value", "description", "default"]);
        if (option.Object("emoji") is { } emoji) written["emoji"] = Json.Pick(emoji, Emoji);
        return written;
    }

    private static JsonObject Filled(JsonObject from, string[] names, params IEnumerable<(string Name, JsonNode? Value)> defaults)
    {
        JsonObject written = Json.Pick(from, names);
        foreach ((string name, JsonNode? value) in defaults) written[name] = value;
        return written;
    }
}
