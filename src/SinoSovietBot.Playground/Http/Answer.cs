using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Http;

/// <summary>What a handler answers: a status, and JSON bytes or nothing.</summary>
internal readonly record struct Answer(int Status, byte[]? Body)
{
    public static Answer NoContent { get; } = new(204, null);

    /// <summary>Null without a body.</summary>
    public string? ContentType => Body is null ? null : "application/json";

    public static Answer Ok(JsonNode? body) => new(200, Json.Bytes(body));

    public static Answer Created(JsonNode? body) => new(201, Json.Bytes(body));

    public static Answer From(Refusal refusal)
    {
        var body = new JsonObject { ["message"] = refusal.Message, ["code"] = refusal.Code };
        if (refusal.Errors is { } errors) body["errors"] = errors.Tree.DeepClone();
        return new Answer(refusal.Status, Json.Bytes(body));
    }
}
