using System.Globalization;
using System.Text.Json.Nodes;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>Requests that many tests send.</summary>
internal static class Sample
{
    public static JsonObject Command(string name, params JsonNode[] options) => new()
    {
        ["name"] = name,
        ["description"] = $"The command {name}",
        ["type"] = 1,
        ["options"] = new JsonArray(options),
    };

    public static JsonObject Option(string name, int type, bool required = false) => new()
    {
        ["name"] = name,
        ["description"] = $"The option {name}",
        ["type"] = type,
        ["required"] = required,
    };

    public static ulong Id(string digits) => ulong.Parse(digits, CultureInfo.InvariantCulture);

    public static JsonObject Text(string content) => new() { ["content"] = content };

    public static JsonObject Value(string name, int type, JsonNode? value) => new() { ["name"] = name, ["type"] = type, ["value"] = value };

    /// <summary>A message with one button.</summary>
    public static JsonObject Question(string customId = "a:1", bool disabled = false) => new()
    {
        ["content"] = "When was the treaty?",
        ["components"] = new JsonArray(new JsonObject
        {
            ["type"] = 1,
            ["components"] = new JsonArray(new JsonObject
            {
                ["type"] = 2,
                ["style"] = 2,
                ["label"] = "A 1950",
                ["custom_id"] = customId,
                ["disabled"] = disabled,
            }),
        }),
    };

    public static JsonObject Reply(string content, bool ephemeral = false) => Response(4, new JsonObject
    {
        ["content"] = content,
        ["flags"] = ephemeral ? 64 : 0,
    });

    public static JsonObject Response(int type, JsonNode? data = null) => new() { ["type"] = type, ["data"] = data };

    /// <summary>A form with one text input of 2 to 10 characters.</summary>
    public static JsonObject Form() => Response(9, new JsonObject
    {
        ["custom_id"] = "form:1",
        ["title"] = "Your answer",
        ["components"] = new JsonArray(new JsonObject
        {
            ["type"] = 18,
            ["label"] = "In which year?",
            ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = "year", ["style"] = 1, ["min_length"] = 2, ["max_length"] = 10 },
        }),
    });

    /// <summary>That form, filled in.</summary>
    public static JsonObject Filled(string id, string text) => new()
    {
        ["id"] = id,
        ["custom_id"] = "form:1",
        ["components"] = new JsonArray(new JsonObject
        {
            ["type"] = 18,
            ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = "year", ["value"] = text },
        }),
    };
}
