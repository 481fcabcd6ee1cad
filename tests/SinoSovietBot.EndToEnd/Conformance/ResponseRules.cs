using System.Globalization;
using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// Responses: a described status, JSON where a body is described and no body where none is, the schema of that status, and with a 429 the headers
/// that the documentation demands.
/// </summary>
/// <remarks>
/// Objects are closed as in requests: a field that Discord does not have is one that a bot would come to rely on here and miss there. Discord may
/// add fields at any time, the description of a day is the measure.
/// </remarks>
internal static class ResponseRules
{
    private const string Json = "application/json";
    private const string AnyError = "#/components/schemas/ErrorResponse";
    private static readonly string[] _limitHeaders =
        ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-RateLimit-Reset-After", "X-RateLimit-Bucket"];

    /// <param name="schemas">The description.</param>
    /// <param name="route">The described call; null when the request was for none.</param>
    /// <param name="response">What came back.</param>
    public static IReadOnlyList<Violation> Check(SchemaValidator schemas, Route? route, SeenResponse response)
    {
        // A server that fails answers as it can: nothing is described but the error body it should have.
        if (response.Status >= 500)
            return CheckContent(schemas, schemas.Find(AnyError), response);
        if (route is null)
        {
            return response.Status is 404 or 405
                ? CheckContent(schemas, schemas.Find(AnyError), response)
                : [new Violation("status", $"is {response.Status} for a call that Discord does not know")];
        }

        if (Described(route, response.Status) is not { } described)
            return [new Violation("status", $"is {response.Status}, which is not described for this call")];
        var resolved = schemas.Resolve(described);
        if (!resolved.TryGetProperty("content", out var content))
            return CheckEmpty(response);
        if (!content.TryGetProperty(Json, out var json))
            return [new Violation("content-type", "is described as something else than JSON, which this check does not know")];
        var violations = CheckContent(schemas, json.GetProperty("schema"), response);
        return response.Status == 429 ? [.. violations, .. CheckLimit(schemas, response)] : violations;
    }

    private static JsonElement? Described(Route route, int status)
    {
        var responses = route.Operation.GetProperty("responses");
        if (responses.TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var exact))
            return exact;
        return responses.TryGetProperty($"{status / 100}XX", out var range) ? range : null;
    }

    private static List<Violation> CheckEmpty(SeenResponse response)
    {
        var violations = new List<Violation>();
        if (!response.Body.IsEmpty)
            violations.Add(new Violation("$", $"is a body, and {response.Status} has none here"));
        if (response.ContentType is not null)
            violations.Add(new Violation("content-type", $"is {response.ContentType}, and {response.Status} has no body here"));
        return violations;
    }

    private static IReadOnlyList<Violation> CheckContent(SchemaValidator schemas, JsonElement schema, SeenResponse response)
    {
        if (OpenApiDescription.MediaType(response.ContentType) != Json)
            return [new Violation("content-type", $"is {response.ContentType ?? "missing"}, expected {Json}")];
        return schemas.ValidateJson(schema, response.Body);
    }

    private static IEnumerable<Violation> CheckLimit(SchemaValidator schemas, SeenResponse response)
    {
        if (!int.TryParse(response.Header("Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            yield return new Violation("header Retry-After", $"is {response.Header("Retry-After") ?? "missing"}, expected whole seconds");
        var scope = response.Header("X-RateLimit-Scope");
        if (scope is not ("user" or "global" or "shared"))
            yield return new Violation("header X-RateLimit-Scope", $"is {scope ?? "missing"}, expected user, global or shared");
        if (scope == "global")
        {
            if (response.Header("X-RateLimit-Global") != "true")
                yield return new Violation("header X-RateLimit-Global", "is missing with a global limit");
            yield break;
        }

        foreach (var name in _limitHeaders)
        {
            if (response.Header(name) is not { } text)
            {
                yield return new Violation($"header {name}", "is missing");
                continue;
            }

            var schema = schemas.Find($"#/components/headers/{name}").GetProperty("schema");
            foreach (var violation in ParameterRules.Check(schemas, schema, [text], $"header {name}"))
                yield return violation;
        }
    }
}
