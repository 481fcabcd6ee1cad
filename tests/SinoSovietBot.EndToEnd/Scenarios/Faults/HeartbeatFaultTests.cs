using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios.Faults;

public class HeartbeatFaultTests(HeartbeatFaultTests.QuickHearts classroom) : FaultScenario(classroom), IClassFixture<HeartbeatFaultTests.QuickHearts>
{
    /// <summary>A gateway that wants a heartbeat every second, so that a test need not wait 40 for one.</summary>
    public sealed class QuickHearts : Classroom
    {
        private protected override TimeSpan? Heartbeat => TimeSpan.FromSeconds(1);
    }

    [Theory, Runs]
    public Task AHeartbeatWithoutAnAnswerCostsNoAnswer(int run) =>
        PlayAsync(run, Row with { Faults = [new { kind = "no_heartbeat_ack" }] });

    [Theory, Runs]
    public Task AConnectionThatDiedUnnoticedCostsNoAnswer(int run) =>
        PlayAsync(run, Row with { Faults = [new { kind = "no_heartbeat_ack", silent = true }] });

    private static FaultRow Row => new() { Questions = 2, Spread = TimeSpan.FromSeconds(3) };
}
