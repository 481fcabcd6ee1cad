using System.Text.Json;
using System.Text.RegularExpressions;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>Path and query parameters: text on the wire, held against the JSON value it stands for.</summary>
internal static partial class ParameterRules
{
    public static IEnumerable<Violation> CheckPath(SchemaValidator schemas, Route route) =>
        Described(route, "path")
            .Where(parameter => route.PathValues.ContainsKey(parameter.Key))
            .SelectMany(parameter =>
                Check(schemas, parameter.Value.GetProperty("schema"), [route.PathValues[parameter.Key]], $"path.{parameter.Key}"));

    public static IEnumerable<Violation> CheckQuery(SchemaValidator schemas, Route route, string? query)
    {
        var described = Described(route, "query");
        var given = Read(query);
        foreach (var (name, values) in given)
        {
            if (!described.TryGetValue(name, out var parameter))
            {
                yield return new Violation($"query.{name}", "is not a parameter Discord knows here");
                continue;
            }

            foreach (var violation in Check(schemas, parameter.GetProperty("schema"), values, $"query.{name}"))
                yield return violation;
        }

        foreach (var (name, parameter) in described)
        {
            if (parameter.TryGetProperty("required", out var required) && required.GetBoolean() && !given.ContainsKey(name))
                yield return new Violation($"query.{name}", "is missing");
        }
    }

    private static Dictionary<string, JsonElement> Described(Route route, string place) =>
        route.Parameters
            .Where(parameter => parameter.GetProperty("in").GetString() == place)
            .ToDictionary(parameter => parameter.GetProperty("name").GetString()!, StringComparer.Ordinal);

    private static Dictionary<string, List<string>> Read(string? query) =>
        (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .GroupBy(pair => Uri.UnescapeDataString(pair[0]), StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(pair => pair.Length < 2 ? "" : Uri.UnescapeDataString(pair[1].Replace('+', ' '))).ToList(),
                StringComparer.Ordinal);

    // "10" may stand for a string or a number, and a parameter given once may be a list of one: valid when any reading is.
    internal static IReadOnlyList<Violation> Check(SchemaValidator schemas, JsonElement schema, List<string> values, string where)
    {
        IReadOnlyList<Violation>? first = null;
        foreach (var reading in Readings(values))
        {
            var violations = schemas.Validate(schema, reading, where);
            if (violations.Count == 0)
                return [];
            first ??= violations;
        }

        return first ?? [];
    }

    private static IEnumerable<JsonElement> Readings(List<string> values)
    {
        if (values is [var single])
        {
            yield return Parse(JsonSerializer.Serialize(single));
            if (single is "true" or "false" || Number().IsMatch(single))
                yield return Parse(single);
        }

        yield return Parse(JsonSerializer.Serialize(values));
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$")]
    private static partial Regex Number();

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
