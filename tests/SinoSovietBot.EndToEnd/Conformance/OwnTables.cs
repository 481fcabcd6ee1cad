using System.Text.Json.Nodes;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// What Discord's file does not describe, written by us from its documentation (<c>gateway-payloads.json</c>): the payloads of the gateway, and
/// corrections where the file contradicts the documentation. Two short forms: <c>partialOf</c> is a described object of which nothing is required
/// (<c>without</c> takes properties away, <c>required</c> asks for some), and an object schema need not say <c>"type": "object"</c>.
/// </summary>
internal static class OwnTables
{
    private const string Resource = "gateway-payloads.json";

    /// <summary>Puts the tables into the description, where references find them.</summary>
    public static void AddTo(JsonObject description)
    {
        using var stream = typeof(OwnTables).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the tests.");
        var tables = JsonNode.Parse(stream)!.AsObject();
        var schemas = description["components"]!["schemas"]!.AsObject();
        foreach (var (name, correction) in tables["corrections"]!.AsObject())
        {
            if (!schemas.ContainsKey(name))
                throw new InvalidDataException($"The description has no {name} (any more): its correction in {Resource} has to go.");
            schemas[name] = Complete(correction!.AsObject(), schemas);
        }

        var parts = new JsonObject();
        foreach (var (name, part) in tables["parts"]!.AsObject())
            parts[name] = Complete(part!.AsObject(), schemas);
        description["parts"] = parts;
        foreach (var group in (string[])["control", "bot", "member", "sent"])
        {
            var payloads = tables[group]!.DeepClone().AsObject();
            foreach (var (_, payload) in payloads)
                payload!["d"] = Complete(payload["d"]!.AsObject(), schemas);
            description[group] = payloads;
        }
    }

    /// <summary>The schema without the short forms.</summary>
    private static JsonObject Complete(JsonObject schema, JsonObject schemas)
    {
        var full = schema.DeepClone().AsObject();
        if (full["partialOf"] is { } whole)
        {
            var properties = schemas[whole.GetValue<string>()]!["properties"]!.DeepClone().AsObject();
            foreach (var name in full["without"]?.AsArray() ?? [])
                properties.Remove(name!.GetValue<string>());
            full.Remove("partialOf");
            full.Remove("without");
            full["properties"] = properties;
        }
        else if (full["properties"] is JsonObject properties)
        {
            foreach (var name in properties.Select(property => property.Key).ToList())
                properties[name] = Complete(properties[name]!.AsObject(), schemas);
        }

        if (full.ContainsKey("properties") && !full.ContainsKey("type"))
            full["type"] = "object";
        foreach (var keyword in (string[])["items", "additionalProperties"])
        {
            if (full[keyword] is JsonObject inner)
                full[keyword] = Complete(inner, schemas);
        }

        foreach (var keyword in (string[])["allOf", "oneOf", "anyOf"])
        {
            if (full[keyword] is JsonArray branches)
                full[keyword] = new JsonArray([.. branches.Select(branch => Complete(branch!.AsObject(), schemas))]);
        }

        return full;
    }
}
