using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>Finds the described call for a request's path: a literal segment (<c>@me</c>) wins over a parameter.</summary>
internal sealed class RouteTable
{
    private const string Prefix = "/api/v10";

    private readonly List<(string[] Segments, JsonElement Item)> _templates;

    public RouteTable(JsonElement document) =>
        _templates = [.. document.GetProperty("paths").EnumerateObject()
            .Select(path => (Segments: path.Name.Split('/'), path.Value))
            .OrderBy(template => template.Segments.Count(IsParameter))];

    public Route? Match(string method, string path)
    {
        var relative = path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..] : path;
        var segments = relative.Split('/');
        foreach (var (template, item) in _templates)
        {
            if (Fits(template, segments) && item.TryGetProperty(method.ToLowerInvariant(), out var operation))
            {
                IReadOnlyList<JsonElement> parameters = [.. ParametersOf(item), .. ParametersOf(operation)];
                return new Route(string.Join('/', template), operation, parameters, ValuesOf(template, segments));
            }
        }

        return null;
    }

    private static JsonElement.ArrayEnumerator ParametersOf(JsonElement described) =>
        described.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default;

    private static Dictionary<string, string> ValuesOf(string[] template, string[] segments) =>
        template.Zip(segments)
            .Where(pair => IsParameter(pair.First))
            .ToDictionary(pair => pair.First[1..^1], pair => Uri.UnescapeDataString(pair.Second), StringComparer.Ordinal);

    private static bool Fits(string[] template, string[] segments) =>
        template.Length == segments.Length
        && template.Zip(segments).All(pair => IsParameter(pair.First) ? pair.Second.Length > 0 : pair.First == pair.Second);

    private static bool IsParameter(string segment) => segment.StartsWith('{');
}
