using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SinoSovietBot.EndToEnd.Conformance;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>What the bot sent to the playground, held against Discord's own description. Each request is looked at once.</summary>
internal sealed partial class BotRequests(PlaygroundProcess playground)
{
    private long _seen;

    /// <summary>How many requests have been held against the description so far.</summary>
    public int Checked { get; private set; }

    /// <summary>A line for each fault in the requests made since the last call.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(OpenApiDescription description)
    {
        var faults = new List<string>();
        foreach (var entry in (await playground.GetAsync($"/playground/record?since={_seen}")).EnumerateArray())
        {
            _seen = entry.GetProperty("n").GetInt64();
            if (entry.GetProperty("direction").GetString() == "request")
                faults.AddRange(FaultsOf(entry, description));
        }

        return faults;
    }

    private IEnumerable<string> FaultsOf(JsonElement entry, OpenApiDescription description)
    {
        var path = TextIn(entry, "path")!;
        // Uploaded files are fetched from another address, which the description does not cover.
        if (path.StartsWith("/attachments/", StringComparison.Ordinal))
            return [];
        Checked++;
        var method = TextIn(entry, "method")!;
        var body = entry.GetProperty("body") is { ValueKind: not JsonValueKind.Null } json ? Encoding.UTF8.GetBytes(json.GetRawText()) : [];
        var violations = description.ValidateRequest(method, path, TextIn(entry, "query"), ContentTypeOf(entry), body);
        if (!UserAgent().IsMatch(TextIn(entry, "user_agent") ?? ""))
            violations = [.. violations, new Violation("user-agent", "is not what Discord asks for: DiscordBot (url, version)")];
        return violations.Where(violation => !StatedDepartures.Cover(ScenarioOptions.BotProject, violation)).Select(violation => $"{method} {path} {violation} in {Encoding.UTF8.GetString(body)}");
    }

    // The record holds the JSON of a form, already taken out of it.
    private static string? ContentTypeOf(JsonElement entry) =>
        TextIn(entry, "content_type") is { } type && type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? "application/json"
            : TextIn(entry, "content_type");

    private static string? TextIn(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    [GeneratedRegex(@"^DiscordBot \(https?://[^\s,]+, [^\s)]+\)")]
    private static partial Regex UserAgent();
}
