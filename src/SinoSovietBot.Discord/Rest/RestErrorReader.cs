using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace SinoSovietBot.Discord.Rest;

/// <summary>Reads the body of a refusal. Secrets that a peer echoes are taken out, since the text ends up in logs.</summary>
internal static class RestErrorReader
{
    private const int LongestMessage = 500;
    private const int MostFaults = 50;

    /// <param name="reply">Not a success.</param>
    /// <param name="secrets">Texts that must not be repeated.</param>
    public static RestError Read(RestReply reply, params ReadOnlySpan<string> secrets)
    {
        int code = 0;
        string message = $"HTTP {(int)reply.Status}";
        var faults = ImmutableArray.CreateBuilder<string>();
        try
        {
            using JsonDocument json = JsonDocument.Parse(reply.Body);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                bool hasCode = json.RootElement.TryGetProperty("code", out JsonElement number) && number.ValueKind == JsonValueKind.Number;
                if (!hasCode || !number.TryGetInt32(out code)) code = 0;
                if (json.RootElement.TryGetProperty("message", out JsonElement text) && text.ValueKind == JsonValueKind.String)
                {
                    message = Clean(text.GetString() ?? "", secrets);
                }

                if (json.RootElement.TryGetProperty("errors", out JsonElement errors)) Flatten(errors, "", faults, secrets);
            }
        }
        catch (JsonException)
        {
            // A page of the wall before Discord, not Discord's own: the status says all there is to say.
            message = $"HTTP {(int)reply.Status} ({reply.Status}), without an explanation from Discord";
        }

        return new RestError(reply.Status, code, message, faults.ToImmutable());
    }

    private static void Flatten(JsonElement node, string path, ImmutableArray<string>.Builder faults, ReadOnlySpan<string> secrets)
    {
        if (node.ValueKind != JsonValueKind.Object) return;
        foreach (JsonProperty property in node.EnumerateObject())
        {
            if (faults.Count >= MostFaults) return;
            if (property.Name != "_errors") Flatten(property.Value, Join(path, property.Name), faults, secrets);
            else if (property.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement fault in property.Value.EnumerateArray()) faults.Add(Clean(Describe(path, fault), secrets));
            }
        }
    }

    private static string Describe(string path, JsonElement fault)
    {
        if (fault.ValueKind != JsonValueKind.Object) return path;
        string code = fault.TryGetProperty("code", out JsonElement c) ? c.ToString() : "";
        string message = fault.TryGetProperty("message", out JsonElement m) ? m.ToString() : "";
        return $"{(path.Length == 0 ? "the request" : path)}: {code} {message}".TrimEnd();
    }

    private static string Join(string path, string name)
    {
        if (name.Length > 0 && name.All(char.IsAsciiDigit)) return $"{path}[{name}]";
        return path.Length == 0 ? name : $"{path}.{name}";
    }

    private static string Clean(string text, ReadOnlySpan<string> secrets)
    {
        var clean = new StringBuilder(text);
        foreach (string secret in secrets)
        {
            if (secret.Length == 0) continue;
            clean.Replace(secret, "(secret)");
            // As it stands in an address.
            clean.Replace(Uri.EscapeDataString(secret), "(secret)");
        }

        return Text.Cut(clean.ToString(), LongestMessage);
    }
}
