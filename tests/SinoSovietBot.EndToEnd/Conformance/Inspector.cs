using System.Text.Json;
using SinoSovietBot.EndToEnd.Harness;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// Holds traffic against the description, counts it and keeps to the report: what has no row in <c>docs/conformance.md</c> is a fault too, so that
/// the page cannot lack what the tests see. Thread safe.
/// </summary>
internal sealed class Inspector(OpenApiDescription description, ConformanceLedger run)
{
    /// <summary>What this inspector alone has looked at.</summary>
    public ConformanceLedger Seen { get; } = new();

    /// <summary>An inspector for part of this run; null where the description is absent.</summary>
    public static Inspector? OrNull => DiscordDescription.OrNull is { } description ? new Inspector(description, ConformanceLedger.ThisRun) : null;

    /// <summary>A line for each fault of a request.</summary>
    public IReadOnlyList<string> Request(string method, string path, string? query, string? contentType, ReadOnlyMemory<byte> body)
    {
        var call = description.CallOf(method, path);
        if (call is not null)
        {
            run.CountRequest(call);
            Seen.CountRequest(call);
        }

        var violations = WithoutStated(description.ValidateRequest(method, path, query, contentType, body));
        run.CountViolations(violations.Count);
        return [.. violations.Select(violation => $"request {method} {path}: {violation}"), .. MissingFromReport(call)];
    }

    /// <summary>A line for each fault of a response.</summary>
    public IReadOnlyList<string> Response(SeenResponse response)
    {
        var call = description.CallOf(response.Method, response.Path);
        if (call is not null)
        {
            run.CountResponse(call, response.Status);
            Seen.CountResponse(call, response.Status);
        }

        var violations = description.ValidateResponse(response);
        run.CountViolations(violations.Count);
        return [
            .. violations.Select(violation => $"response {response.Status} to {response.Method} {response.Path}: {violation}"),
            .. MissingFromReport(call)];
    }

    /// <summary>A line for each fault of a payload.</summary>
    public IReadOnlyList<string> Payload(GatewaySide side, JsonElement payload)
    {
        var kind = description.Gateway.KindOf(side, payload);
        var violations = description.Gateway.Validate(side, payload);
        return Count(kind, 1, side == GatewaySide.Sent ? WithoutStated(violations) : violations);
    }

    /// <summary>A line for each fault of an event's data, which arrived <paramref name="times"/> times.</summary>
    public IReadOnlyList<string> Event(GatewaySide side, string name, JsonElement data, int times)
    {
        var kind = new GatewayPayload(side, name);
        return Count(kind, times, description.Gateway.ValidateData(kind, data));
    }

    private IReadOnlyList<string> Count(GatewayPayload kind, int times, IReadOnlyList<Violation> violations)
    {
        run.CountViolations(violations.Count);
        run.CountPayload(kind, times);
        Seen.CountPayload(kind, times);
        return [
            .. violations.Select(violation => $"payload {kind.Name} ({kind.Side}): {violation}"),
            .. MissingFromReport(ConformancePage.Cell(kind))];
    }

    private static List<Violation> WithoutStated(IReadOnlyList<Violation> violations) =>
        [.. violations.Where(violation => !StatedDepartures.Cover(ScenarioOptions.BotProject, violation))];

    private static IEnumerable<string> MissingFromReport(string? row) =>
        row is null || ConformancePage.IsBeingWritten || ConformancePage.Committed.Contains(row)
            ? []
            : [$"{ConformancePage.Name} has no row for {row}. {ConformancePage.HowToWrite}"];
}
