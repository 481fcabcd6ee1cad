using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Http;

/// <summary>A request's body, or why it cannot be read.</summary>
/// <param name="Node">The JSON; the payload_json of a multipart request.</param>
/// <param name="Files">The files of a multipart request.</param>
/// <param name="Fault">The refusal that it deserves.</param>
internal sealed record RequestBody(JsonNode? Node, IReadOnlyList<Upload> Files, Refusal? Fault = null)
{
    public static RequestBody None { get; } = new(null, []);
}
