using System.Text.Json;
using System.Text.Json.Nodes;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// Discord's own description of its API (OpenAPI 3.1) with our tables of gateway payloads, as something that requests, responses and payloads can
/// be held against. Thread safe.
/// </summary>
internal sealed class OpenApiDescription
{
    private const string RelativePath = "shared/protocol/discord-openapi.json";

    private readonly SchemaValidator _schemas;
    private readonly RouteTable _routes;

    private OpenApiDescription(JsonElement document)
    {
        Document = document;
        _schemas = new SchemaValidator(document);
        _routes = new RouteTable(document);
        Gateway = new GatewayTables(document, _schemas);
    }

    public JsonElement Document { get; }

    /// <summary>The payloads of the gateway.</summary>
    public GatewayTables Gateway { get; }

    /// <summary>Reads a description and adds our tables to it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">The file is no JSON.</exception>
    public static OpenApiDescription Load(string path)
    {
        using var stream = File.OpenRead(path);
        var document = JsonNode.Parse(stream)!.AsObject();
        OwnTables.AddTo(document);
        return new OpenApiDescription(JsonSerializer.SerializeToElement(document));
    }

    /// <summary>A description given as text, with nothing added.</summary>
    public static OpenApiDescription Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new OpenApiDescription(document.RootElement.Clone());
    }

    /// <summary>Looks for the file next to the repository: in <c>shared/protocol</c> beside any folder above the tests; null when absent.</summary>
    public static string? FindBesideRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, RelativePath);
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }

    /// <summary>Every way in which a request departs from the description; empty when it is valid.</summary>
    /// <param name="method">The HTTP method, in any case.</param>
    /// <param name="path">The path, with or without the <c>/api/v10</c> prefix, without a query.</param>
    /// <param name="query">The query with or without its <c>?</c>; null or empty for none.</param>
    /// <param name="contentType">The Content-Type header; null when the request has none.</param>
    /// <param name="body">The body as sent; empty for none.</param>
    public IReadOnlyList<Violation> ValidateRequest(string method, string path, string? query, string? contentType, ReadOnlyMemory<byte> body)
    {
        if (_routes.Match(method, path) is not { } route)
            return [new Violation("path", $"{method.ToUpperInvariant()} {path} is not a call Discord knows")];
        var violations = new List<Violation>();
        violations.AddRange(ParameterRules.CheckPath(_schemas, route));
        violations.AddRange(ParameterRules.CheckQuery(_schemas, route, query));
        violations.AddRange(CheckBody(route, contentType, body));
        return violations;
    }

    /// <summary>Every way in which a response departs from the description; empty when it is valid.</summary>
    public IReadOnlyList<Violation> ValidateResponse(SeenResponse response) =>
        ResponseRules.Check(_schemas, _routes.Match(response.Method, response.Path), response);

    /// <summary>The described call that a request is, as <c>GET /gateway/bot</c>; null when Discord knows no such call.</summary>
    public string? CallOf(string method, string path) =>
        _routes.Match(method, path) is { } route ? $"{method.ToUpperInvariant()} {route.Template}" : null;

    private List<Violation> CheckBody(Route route, string? contentType, ReadOnlyMemory<byte> body)
    {
        if (!route.Operation.TryGetProperty("requestBody", out var described))
            return body.IsEmpty ? [] : [new Violation("$", "is a body, and this call takes none")];
        if (body.IsEmpty)
            return IsRequired(described) ? [new Violation("$", "is missing: this call needs a body")] : [];
        var mediaType = MediaType(contentType);
        if (mediaType is null || !described.GetProperty("content").TryGetProperty(mediaType, out var content))
            return [new Violation("content-type", $"is {contentType ?? "missing"}, which this call does not take")];

        var schema = content.GetProperty("schema");
        if (mediaType != MultipartForm.MediaType)
            return [.. _schemas.ValidateJson(schema, body)];
        var form = MultipartForm.Parse(contentType!, body);
        return form.PayloadJson is { } json ? [.. form.Violations, .. _schemas.ValidateJson(schema, json)] : form.Violations;
    }

    private static bool IsRequired(JsonElement body) => body.TryGetProperty("required", out var required) && required.GetBoolean();

    internal static string? MediaType(string? contentType) => contentType?.Split(';')[0].Trim().ToLowerInvariant();
}
