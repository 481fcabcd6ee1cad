using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>An answer of the REST API.</summary>
internal sealed record Reply(HttpStatusCode Status, JsonNode? Body, HttpResponseHeaders Headers)
{
    public JsonNode Json => Body ?? throw new InvalidOperationException($"{(int)Status} without a body.");

    public int Code => Json["code"]!.GetValue<int>();

    public string Id => Json["id"]!.GetValue<string>();
}
