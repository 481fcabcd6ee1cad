using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios.Faults;

/// <summary>
/// The session is gone, so a new one has to be begun; Discord wants a pause before that. Whoever presses meanwhile sees it fail at once, and presses
/// again.
/// </summary>
public class LostSessionFaultTests(Classroom classroom) : FaultScenario(classroom), IClassFixture<Classroom>
{
    [Theory, Runs]
    public Task AForgottenSessionIsBegunAnewAndNoAnswerIsLost(int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "invalid_session", resumable = false }], Rounds = [2] });

    [Theory, Runs(4003, 4006, 4007, 4009)]
    public Task AfterTheseCloseCodesANewSessionIsBegunAndNoAnswerIsLost(int code, int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "close", code }], Rounds = [2] });
}
