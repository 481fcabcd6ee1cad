using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios.Faults;

/// <summary>The gateway connection breaks, and its session can be resumed.</summary>
public class ConnectionFaultTests(Classroom classroom) : FaultScenario(classroom), IClassFixture<Classroom>
{
    [Theory, Runs]
    public Task ASocketCutBetweenEventsCostsNoAnswer(int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "drop_socket" }] });

    [Theory, Runs]
    public Task ASocketCutInTheMiddleOfAFrameCostsNoAnswer(int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "drop_socket", mid_frame = true }] });

    [Theory, Runs]
    public Task ARequestToReconnectCostsNoAnswer(int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "reconnect" }] });

    [Theory, Runs]
    public Task ASessionToBeResumedAgainCostsNoAnswer(int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "invalid_session", resumable = true }] });

    /// <summary>1006 is not among them: it stands for a socket that was cut without any code.</summary>
    [Theory, Runs(1000, 1001, 4000, 4001, 4002, 4005, 4008)]
    public Task AfterTheseCloseCodesTheSessionIsResumedAndNoAnswerIsLost(int code, int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "close", code }], Rounds = [2] });

    [Theory, Runs]
    public Task EventsThatComeTwiceCountOnce(int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "duplicate_event", count = 30 }] });

    [Theory, Runs]
    public Task EventsOutOfOrderCountByTheirOwnTime(int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "reorder", count = 20 }] });

    [Theory, Runs]
    public Task EventsThatAResumeRepeatsAndTurnsAroundCountOnceAndByTheirOwnTime(int run) =>
        PlayAsync(run, new FaultRow
        {
            Faults = [new { kind = "duplicate_event", on = "resume" }, new { kind = "reorder", on = "resume" }, new { kind = "reconnect" }],
        });

    [Theory, Runs]
    public async Task OfTwoPressesThatOvertakeEachOtherTheLaterCounts(int run)
    {
        await OpenAsync(run, 2);
        for (var number = 1; number <= 2; number++)
        {
            var round = await NextRoundAsync();
            await OrderAsync([new { kind = "reorder" }]);
            await Book.PressBothAsync(Classroom.Teacher, round, 0, 1);
            await PlayRoundAsync(round, TimeSpan.FromMilliseconds(300), () => Task.CompletedTask);
        }

        await CheckAsync();
    }
}
