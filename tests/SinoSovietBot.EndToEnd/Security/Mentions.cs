using System.Text.Json;
using SinoSovietBot.EndToEnd.Harness;

namespace SinoSovietBot.EndToEnd.Security;

/// <summary>Sees that every message the bot sends says whom it may ping: nobody but users it names. Each request is looked at once.</summary>
internal sealed class Mentions(PlaygroundProcess playground)
{
    private long _seen;

    /// <summary>How many messages have been looked at so far.</summary>
    public int Checked { get; private set; }

    /// <summary>A line for each message since the last call that might ping somebody.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var faults = new List<string>();
        foreach (var entry in (await playground.GetAsync($"/playground/record?since={_seen}")).EnumerateArray())
        {
            _seen = entry.GetProperty("n").GetInt64();
            if (entry.GetProperty("direction").GetString() != "request" || MessageIn(entry) is not { } message)
                continue;
            Checked++;
            if (!IsSilent(message))
                faults.Add($"{entry.GetProperty("method")} {entry.GetProperty("path")} may ping: {message}");
        }

        return faults;
    }

    internal static bool IsSilent(JsonElement message) =>
        message.TryGetProperty("allowed_mentions", out var allowed)
        && allowed.TryGetProperty("parse", out var parse) && parse.ValueKind == JsonValueKind.Array && parse.GetArrayLength() == 0
        && (!allowed.TryGetProperty("roles", out var roles) || (roles.ValueKind == JsonValueKind.Array && roles.GetArrayLength() == 0));

    // Whatever has the shape of a message is one, on whichever route: text, embeds or components.
    private static JsonElement? MessageIn(JsonElement entry)
    {
        var body = entry.GetProperty("body");
        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("data", out var data))
            body = data;
        if (body.ValueKind != JsonValueKind.Object)
            return null;
        // A form has components too, and pings nobody.
        var isMessage = body.TryGetProperty("content", out _) || body.TryGetProperty("embeds", out _)
            || (body.TryGetProperty("components", out _) && !body.TryGetProperty("custom_id", out _));
        return isMessage ? body : null;
    }
}
