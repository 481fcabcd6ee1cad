using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>The payloads of the gateway: the envelope <c>{op, t, s, d}</c>, and a table for the data of each kind. Thread safe.</summary>
internal sealed class GatewayTables(JsonElement document, SchemaValidator schemas)
{
    private static readonly string[] _envelope = ["op", "t", "s", "d"];

    /// <summary>Every kind there is a table for, with what its data is held against.</summary>
    public IEnumerable<(GatewayPayload Payload, string Against)> All =>
        Enum.GetValues<GatewaySide>().SelectMany(side => Group(side)
            .Select(table => (new GatewayPayload(side, table.Name), table.Value.GetProperty("against").GetString()!)));

    /// <summary>What kind of payload this is; the name is made of its number when there is no table for it.</summary>
    /// <param name="side">Whose; of a payload from the playground, whom it went to.</param>
    /// <param name="payload">The whole payload.</param>
    public GatewayPayload KindOf(GatewaySide side, JsonElement payload)
    {
        if (payload.TryGetProperty("t", out var name) && name.ValueKind == JsonValueKind.String)
            return new GatewayPayload(side, name.GetString()!);
        var group = side == GatewaySide.Sent ? side : GatewaySide.Control;
        var opcode = payload.TryGetProperty("op", out var op) && op.TryGetInt32(out var number) ? number : -1;
        var table = Group(group).FirstOrDefault(table => table.Value.GetProperty("op").GetInt32() == opcode);
        return new GatewayPayload(group, table.Value.ValueKind == JsonValueKind.Undefined ? $"OP {opcode}" : table.Name);
    }

    /// <summary>Every way in which a payload departs from its table; empty when it is valid.</summary>
    public IReadOnlyList<Violation> Validate(GatewaySide side, JsonElement payload)
    {
        var kind = KindOf(side, payload);
        return [.. CheckEnvelope(kind, payload), .. ValidateData(kind, payload.TryGetProperty("d", out var data) ? data : default)];
    }

    /// <summary>Like <see cref="Validate"/>, for the data alone.</summary>
    public IReadOnlyList<Violation> ValidateData(GatewayPayload kind, JsonElement data)
    {
        if (!Group(kind.Side).Any(table => table.NameEquals(kind.Name)))
            return [new Violation("t", $"is {kind.Name}, for which there is no table on the side of {kind.Side}")];
        if (data.ValueKind == JsonValueKind.Undefined)
            return [new Violation("d", "is missing")];
        return schemas.Validate(document.GetProperty(NameOf(kind.Side)).GetProperty(kind.Name).GetProperty("d"), data, "d");
    }

    private static IEnumerable<Violation> CheckEnvelope(GatewayPayload kind, JsonElement payload)
    {
        var isEvent = kind.Side is GatewaySide.Bot or GatewaySide.Member;
        foreach (var property in payload.EnumerateObject().Where(property => !_envelope.Contains(property.Name)))
            yield return new Violation(property.Name, "is not a part of a payload");
        // The playground writes all four, as Discord does; a client need not send what only the other side fills in.
        foreach (var name in kind.Side == GatewaySide.Sent ? ["op", "d"] : _envelope)
        {
            if (!payload.TryGetProperty(name, out _))
                yield return new Violation(name, "is missing");
        }

        if (isEvent && payload.TryGetProperty("op", out var op) && !(op.TryGetInt32(out var zero) && zero == 0))
            yield return new Violation("op", $"is {op.GetRawText()}, expected 0 with an event");
        if (!payload.TryGetProperty("s", out var sequence) || isEvent == (sequence.ValueKind == JsonValueKind.Number))
            yield break;
        if (isEvent || sequence.ValueKind != JsonValueKind.Null)
            yield return new Violation("s", $"is {sequence.GetRawText()}, expected {(isEvent ? "the event's number" : "null")}");
    }

    private JsonElement.ObjectEnumerator Group(GatewaySide side) =>
        document.TryGetProperty(NameOf(side), out var group) ? group.EnumerateObject() : default;

    private static string NameOf(GatewaySide side) => side switch
    {
        GatewaySide.Bot => "bot",
        GatewaySide.Member => "member",
        GatewaySide.Sent => "sent",
        _ => "control",
    };
}
