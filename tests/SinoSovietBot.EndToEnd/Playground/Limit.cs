using System.Text.Json.Nodes;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>One of Discord's documented limits.</summary>
/// <param name="Name">What is limited, as the test's name.</param>
/// <param name="Most">The largest that is accepted.</param>
/// <param name="Make">A request body of a given size.</param>
/// <param name="Path">Where the fault of a body one larger is, in the <c>errors</c> of the 50035.</param>
/// <param name="Code">The code of that fault.</param>
/// <param name="Described">
/// Where Discord's description states the same limit (schema.property.keyword); null where it states none, or a wider one.
/// </param>
internal sealed record Limit(string Name, int Most, Func<int, JsonNode> Make, string Path, string Code, string? Described = null)
{
    public const string TooLong = "BASE_TYPE_MAX_LENGTH";
    public const string BadLength = "BASE_TYPE_BAD_LENGTH";
    public const string TooLarge = "NUMBER_TYPE_MAX";

    /// <summary>The codes at a path of an error body, none when there is no fault there.</summary>
    public static IEnumerable<string> CodesAt(JsonNode error, string path)
    {
        JsonNode? node = error["errors"];
        foreach (string key in path.Split('.', StringSplitOptions.RemoveEmptyEntries)) node = node?[key];
        return node?["_errors"]?.AsArray().Select(fault => (string)fault!["code"]!) ?? [];
    }

    public static string Text(int length) => new('x', length);

    /// <summary>As many as asked for, each made from its number.</summary>
    public static JsonArray Many(int count, Func<int, JsonNode> make) => [.. Enumerable.Range(0, count).Select(make)];
}
