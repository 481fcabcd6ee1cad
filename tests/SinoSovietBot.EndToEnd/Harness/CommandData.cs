using System.Text.Json;
using System.Text.Json.Nodes;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>The <c>data</c> of a slash command, as a client builds it from the command index.</summary>
internal static class CommandData
{
    private const int Subcommand = 1;
    private const int SubcommandGroup = 2;

    public static JsonObject Of(IReadOnlyList<JsonElement> commands, string words, IEnumerable<(string Name, object Value)> values, string? focused)
    {
        var path = words.Split(' ');
        var command = Find(commands, path[0], $"/{words}");
        return new JsonObject
        {
            ["id"] = command.GetProperty("id").GetString(),
            ["name"] = path[0],
            ["type"] = 1,
            ["version"] = command.GetProperty("version").GetString(),
            ["options"] = OptionsOf(command, path.AsSpan(1), [.. values], focused),
        };
    }

    private static JsonArray OptionsOf(JsonElement declared, ReadOnlySpan<string> path, List<(string Name, object Value)> values, string? focused)
    {
        if (path.IsEmpty)
            return new JsonArray([.. values.Select(value => Value(declared, value.Name, value.Value, focused))]);
        var inner = Find([.. OptionsOf(declared)], path[0], path[0]);
        return [new JsonObject
        {
            ["type"] = inner.GetProperty("type").GetInt32() is var type and (Subcommand or SubcommandGroup) ? type : throw NotDeclared(path[0]),
            ["name"] = path[0],
            ["options"] = OptionsOf(inner, path[1..], values, focused),
        }];
    }

    private static JsonObject Value(JsonElement declared, string name, object value, string? focused)
    {
        var option = Find([.. OptionsOf(declared)], name, name);
        var given = new JsonObject
        {
            ["type"] = option.GetProperty("type").GetInt32(),
            ["name"] = name,
            ["value"] = JsonSerializer.SerializeToNode(value),
        };
        if (name == focused)
            given["focused"] = true;
        return given;
    }

    private static JsonElement.ArrayEnumerator OptionsOf(JsonElement declared) =>
        declared.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Array ? options.EnumerateArray() : default;

    private static JsonElement Find(IReadOnlyList<JsonElement> declared, string name, string asked)
    {
        foreach (var one in declared)
        {
            if (one.GetProperty("name").GetString() == name)
                return one;
        }

        throw NotDeclared(asked);
    }

    private static InvalidOperationException NotDeclared(string asked) =>
        new($"The bot has registered nothing called '{asked}' that this member may use.");
}
