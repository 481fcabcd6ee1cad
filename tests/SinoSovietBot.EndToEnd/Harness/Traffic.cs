using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SinoSovietBot.EndToEnd.Conformance;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>
/// What crossed the line between the bot and a playground, in both directions, and what members' clients were sent, held against Discord's own
/// description. Everything is looked at once.
/// </summary>
internal sealed partial class Traffic(PlaygroundProcess playground)
{
    private readonly List<(MemberEvents Events, int Seen)> _members = [];
    private long _seen;

    /// <summary>
    /// Off where another client than the bot is connected: it answers for what it sends itself. What it is answered and sent is looked at all the
    /// same.
    /// </summary>
    public bool LooksAtTheBot { get; set; } = true;

    /// <summary>How many requests of the bot have been held against the description so far.</summary>
    public int Checked { get; private set; }

    /// <summary>From now on a member's events are looked at too.</summary>
    public void Follow(MemberEvents events)
    {
        lock (_members)
            _members.Add((events, 0));
    }

    /// <summary>A line for each fault since the last call. One call at a time.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(Inspector inspector)
    {
        var faults = new List<string>();
        foreach (var entry in (await playground.GetAsync($"/playground/record?since={_seen}")).EnumerateArray())
        {
            var number = entry.GetProperty("n").GetInt64();
            if (number != _seen + 1)
                faults.Add($"The record has lost the entries from {_seen + 1} to {number - 1}: look at it more often.");
            _seen = number;
            faults.AddRange(FaultsOf(entry, inspector));
        }

        return [.. faults, .. FaultsInEvents(inspector)];
    }

    private IEnumerable<string> FaultsOf(JsonElement entry, Inspector inspector) => TextIn(entry, "direction") switch
    {
        "request" or "command" when !LooksAtTheBot => [],
        "request" => FaultsOfRequest(entry, inspector),
        "response" => inspector.Response(ResponseIn(entry)),
        "event" => inspector.Payload(GatewaySide.Bot, entry.GetProperty("body")),
        "command" => inspector.Payload(GatewaySide.Sent, entry.GetProperty("body")),
        _ => throw new InvalidDataException($"The record has a direction unknown here: {entry.GetRawText()}"),
    };

    private IEnumerable<string> FaultsOfRequest(JsonElement entry, Inspector inspector)
    {
        Checked++;
        var method = TextIn(entry, "method")!;
        var path = TextIn(entry, "path")!;
        var body = BodyIn(entry);
        IEnumerable<string> faults = inspector.Request(method, path, TextIn(entry, "query"), ContentTypeOf(entry), body)
            .Select(fault => $"{fault} in {Encoding.UTF8.GetString(body)}");
        return UserAgent().IsMatch(TextIn(entry, "user_agent") ?? "")
            ? faults
            : [.. faults, $"{method} {path}: the user agent is not what Discord asks for: DiscordBot (url, version)"];
    }

    // Members of a class are sent the same: each payload is looked at once, and counted as often as it arrived.
    private List<string> FaultsInEvents(Inspector inspector)
    {
        var fresh = new List<MemberEvent>();
        lock (_members)
        {
            for (var index = 0; index < _members.Count; index++)
            {
                var (events, seen) = _members[index];
                var since = events.Since(seen);
                fresh.AddRange(since);
                _members[index] = (events, seen + since.Count);
            }
        }

        return [.. fresh.GroupBy(happened => (happened.Type, Raw: happened.Data.GetRawText()))
            .SelectMany(same => inspector.Event(GatewaySide.Member, same.Key.Type, same.First().Data, same.Count()))];
    }

    private static SeenResponse ResponseIn(JsonElement entry) =>
        new(TextIn(entry, "method")!, TextIn(entry, "path")!, entry.GetProperty("status").GetInt32())
        {
            ContentType = TextIn(entry, "content_type"),
            Headers = entry.TryGetProperty("headers", out var headers)
                ? headers.EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!)
                : [],
            Body = BodyIn(entry),
        };

    private static byte[] BodyIn(JsonElement entry) =>
        entry.GetProperty("body") is { ValueKind: not JsonValueKind.Null } json ? Encoding.UTF8.GetBytes(json.GetRawText()) : [];

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
