using System.Collections.Concurrent;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>Counts what was held against Discord's description. Thread safe.</summary>
internal sealed class ConformanceLedger
{
    private readonly ConcurrentDictionary<string, int> _requests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Call, int Status), int> _responses = new();
    private readonly ConcurrentDictionary<GatewayPayload, int> _payloads = new();
    private int _violations;

    /// <summary>What all tests of this run have looked at.</summary>
    public static ConformanceLedger ThisRun { get; } = new();

    public IEnumerable<string> Calls => _requests.Keys.Concat(_responses.Keys.Select(key => key.Call)).Distinct(StringComparer.Ordinal);

    public IEnumerable<GatewayPayload> Payloads => _payloads.Keys;

    public int TotalOfRequests => _requests.Values.Sum();

    public int TotalOfResponses => _responses.Values.Sum();

    public int TotalOfPayloads => _payloads.Values.Sum();

    public int Violations => Volatile.Read(ref _violations);

    public void CountViolations(int count) => Interlocked.Add(ref _violations, count);

    public void CountRequest(string call) => _requests.AddOrUpdate(call, 1, (_, count) => count + 1);

    public void CountResponse(string call, int status) => _responses.AddOrUpdate((call, status), 1, (_, count) => count + 1);

    public void CountPayload(GatewayPayload payload, int times) => _payloads.AddOrUpdate(payload, times, (_, count) => count + times);

    public int RequestsOf(string call) => _requests.GetValueOrDefault(call);

    /// <summary>Statuses in ascending order, with how often each was seen.</summary>
    public IEnumerable<(int Status, int Count)> ResponsesOf(string call) =>
        _responses.Where(entry => entry.Key.Call == call).OrderBy(entry => entry.Key.Status).Select(entry => (entry.Key.Status, entry.Value));

    public int PayloadsOf(GatewayPayload payload) => _payloads.GetValueOrDefault(payload);
}
