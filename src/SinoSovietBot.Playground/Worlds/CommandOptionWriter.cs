using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>Options of commands as Discord gives them back: nothing of what is null, or unknown to their type.</summary>
internal static class CommandOptionWriter
{
    private static readonly string[] _always =
        ["type", "name", "name_localizations", "description", "description_localizations", "required"];

    public static JsonArray Write(JsonArray options) => Json.Array(options.OfType<JsonObject>().Select(Write));

    private static JsonObject Write(JsonObject option)
    {
        long? type = option.Integer("type");
        JsonObject written = Json.Pick(option, [.. _always, .. Own(type)]);
        if (type is 1 or 2 && option["options"] is JsonArray inner) written["options"] = Write(inner);
        return written;
    }

    private static string[] Own(long? type) => type switch
    {
        3 => ["autocomplete", "choices", "min_length", "max_length"],
        4 or 10 => ["autocomplete", "choices", "min_value", "max_value"],
        7 => ["channel_types"],
        _ => [],
    };
}
