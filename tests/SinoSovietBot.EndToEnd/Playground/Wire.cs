using System.Text.Json;
using System.Text.Json.Nodes;
using SinoSovietBot.EndToEnd.Conformance;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>
/// Everything that a playground answers and sends to the clients of one test, held against Discord's description as it arrives; where that is absent,
/// nothing is looked at. Thread safe.
/// </summary>
internal sealed class Wire
{
    private readonly Inspector? _inspector = Inspector.OrNull;

    /// <summary>What has been looked at; null where the description is absent.</summary>
    public ConformanceLedger? Seen => _inspector?.Seen;

    /// <summary>Fails when a response is not one of Discord's.</summary>
    /// <param name="byMember">A member asked: of their routes, those that Discord describes are looked at.</param>
    /// <param name="response">What came back.</param>
    public void Answered(bool byMember, SeenResponse response)
    {
        bool described = DiscordDescription.OrNull?.CallOf(response.Method, response.Path) is not null;
        if (_inspector is not null && (described || !byMember)) Fail(_inspector.Response(response));
    }

    /// <summary>Fails when a payload is not one of Discord's.</summary>
    public void Received(bool byBot, JsonObject payload)
    {
        if (_inspector is null) return;
        Fail(_inspector.Payload(byBot ? GatewaySide.Bot : GatewaySide.Member, JsonSerializer.SerializeToElement(payload)));
    }

    private static void Fail(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0) Assert.Fail($"The playground departs from Discord:\n{string.Join('\n', faults)}");
    }
}
