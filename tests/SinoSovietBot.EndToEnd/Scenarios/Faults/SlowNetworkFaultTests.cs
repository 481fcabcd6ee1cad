using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios.Faults;

/// <summary>What Discord and the bot say to each other takes a second or two.</summary>
public class SlowNetworkFaultTests(Classroom classroom) : FaultScenario(classroom), IClassFixture<Classroom>
{
    private const int Always = 10_000;

    [Theory, Runs(1000, 2000)]
    public Task SlowRequestsCostNoAnswer(int ms, int run) =>
        PlayAsync(run, Row(ms) with { Faults = [new { kind = "slow", on = "rest", ms, count = Always }] });

    [Theory, Runs(1000, 2000)]
    public Task SlowEventsCostNoAnswer(int ms, int run) =>
        PlayAsync(run, Row(0) with { Faults = [new { kind = "slow", on = "gateway", ms, count = Always }] });

    [Theory, Runs]
    public Task SlowEventsAndSlowRequestsTogetherCostNoAnswer(int run) =>
        PlayAsync(run, Row(1000) with
        {
            Faults =
            [
                new { kind = "slow", on = "gateway", ms = 1000, count = Always },
                new { kind = "slow", on = "rest", ms = 1000, count = Always },
            ],
        });

    private static FaultRow Row(int latency) => new() { Questions = 2, Rounds = [1], Latency = TimeSpan.FromMilliseconds(latency) };
}
