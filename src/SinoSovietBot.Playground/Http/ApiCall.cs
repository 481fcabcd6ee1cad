using System.Globalization;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Http;

/// <summary>One request to a route, with its body read.</summary>
internal sealed class ApiCall(ApiRoute route, string[] path, IQueryCollection query, Caller caller, RequestBody body)
{
    public ApiRoute Route { get; } = route;

    public Caller Caller { get; } = caller;

    /// <summary>The JSON body; the payload_json of a multipart request.</summary>
    public JsonNode? Body { get; } = body.Node;

    public IReadOnlyList<Upload> Files { get; } = body.Files;

    /// <summary>The logged-in member of a route for members.</summary>
    public Member Member => Caller.Member ?? throw Refusal.Unauthorized();

    /// <summary>The body where an object is needed.</summary>
    public JsonObject Form => Body switch
    {
        JsonObject form => form,
        null => [],
        _ => throw Refusal.Form("", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType"),
    };

    public string Text(string name) => Route.Value(path, name);

    public ulong Id(string name)
    {
        string text = Text(name);
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong id)) return id;
        throw Refusal.Form(name + "_id", "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not snowflake.");
    }

    public string? Query(string name) => query.TryGetValue(name, out var values) ? values.ToString() : null;

    public bool QueryFlag(string name) => Query(name) is "true" or "True" or "1";

    /// <summary>An id in the query, or null when it is absent.</summary>
    public ulong? QueryId(string name)
    {
        if (Query(name) is not { } text) return null;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong id)) return id;
        throw Refusal.Form(name, "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not snowflake.");
    }
}
