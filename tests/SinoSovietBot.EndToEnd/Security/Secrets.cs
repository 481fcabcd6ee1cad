using System.Text;
using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Security;

/// <summary>What must not be found where people look, in every shape in which it might stand there.</summary>
internal static class Secrets
{
    /// <summary>Shorter pieces of a token turn up by chance.</summary>
    private const int ShortestPart = 8;

    /// <summary>A bot token whole, each of its parts, and both as base64 and as an address would hold them.</summary>
    public static IReadOnlyList<string> OfBot(string token) =>
        [.. token.Split('.').Where(part => part.Length >= ShortestPart).Append(token).SelectMany(Shapes).Distinct()];

    public static IReadOnlyList<string> OfInteraction(string token) => [.. Shapes(token).Distinct()];

    /// <summary>Every interaction's token that a playground handed out or saw come back.</summary>
    /// <param name="record">What crossed the line.</param>
    public static IReadOnlyList<string> HandedOut(JsonElement record)
    {
        var tokens = new HashSet<string>();
        foreach (var entry in record.EnumerateArray())
        {
            if (entry.GetProperty("direction").GetString() == "event" && entry.GetProperty("route").GetString() == "INTERACTION_CREATE")
                tokens.Add(entry.GetProperty("body").GetProperty("d").GetProperty("token").GetString()!);
            var path = entry.TryGetProperty("path", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()!.Split('/') : [];
            if (path is ["", "interactions" or "webhooks", _, var token, ..])
                tokens.Add(Uri.UnescapeDataString(token));
        }

        return [.. tokens];
    }

    /// <summary>Those of the secrets that stand in a file's bytes or a program's output.</summary>
    public static IReadOnlyList<string> FoundIn(string text, IEnumerable<string> secrets) =>
        [.. secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase))];

    private static IEnumerable<string> Shapes(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        // Without the end, which depends on what follows.
        yield return Convert.ToBase64String(bytes)[..^4];
        yield return Convert.ToHexString(bytes);
    }
}
