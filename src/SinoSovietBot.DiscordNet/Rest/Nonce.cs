using System.Text.Json.Nodes;

namespace SinoSovietBot.DiscordNet.Rest;

/// <summary>
/// Discord.Net 3.16 cannot send a nonce. It does hand one text of a request's options through to whoever carries the request, unseen: the reason for
/// the audit log, which the posting of a message does not have. The nonce takes that way, and the transport writes it into the body.
/// </summary>
internal static class Nonce
{
    private const string Mark = "nonce:";
    private const string BodyPart = "payload_json";

    /// <summary>What to put in the place of the audit log's reason.</summary>
    public static string AsReason(string nonce) => Mark + nonce;

    public static string AddTo(string json, string? reason)
    {
        if (reason?.StartsWith(Mark, StringComparison.Ordinal) != true) return json;
        JsonObject body = JsonNode.Parse(json)!.AsObject();
        body["nonce"] = reason[Mark.Length..];
        body["enforce_nonce"] = true;
        return body.ToJsonString();
    }

    public static IReadOnlyDictionary<string, object> AddTo(IReadOnlyDictionary<string, object> parts, string? reason)
    {
        if (parts.GetValueOrDefault(BodyPart) is not string json) return parts;
        return new Dictionary<string, object>(parts) { [BodyPart] = AddTo(json, reason) };
    }
}
