using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios.Faults;

/// <summary>The bot's requests fail, are refused or come late.</summary>
public class RequestFaultTests(Classroom classroom) : FaultScenario(classroom), IClassFixture<Classroom>
{
    private const string Post = "POST /channels/{channel}/messages";
    private const string Edit = "PATCH /channels/{channel}/messages/{message}";
    private const string Callback = "callback";

    [Theory, Runs(500, 502, 503)]
    public Task ABurstOfServerErrorsCostsNoAnswer(int status, int run) =>
        PlayAsync(run, new FaultRow
        {
            Faults =
            [
                new { kind = "server_error", status, route = Callback, count = 15 },
                new { kind = "server_error", status, route = Post, count = 2 },
                new { kind = "server_error", status, route = Edit, count = 2 },
            ],
        });

    [Theory, Runs(Post, Edit, Callback)]
    public Task AResponseLostAfterDiscordHasActedDoublesNothing(string route, int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "lose_response", route, count = route == Callback ? 15 : 1 }] });

    [Theory, Runs(Post, Edit, Callback)]
    public Task ARefusalForTooManyRequestsOnARouteIsSatOut(string route, int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "rate_limit", route, retry_after = 0.7, count = route == Callback ? 3 : 1 }] });

    [Theory, Runs]
    public Task AGlobalRefusalForTooManyRequestsIsSatOutAndHoldsUpNoPress(int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "rate_limit", scope = "global", route = Post, retry_after = 1.0 }] });

    [Theory, Runs]
    public Task ARealLimitIsKept(int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "rate_limit", route = "channels", limit = 1, window = 2 }], Rounds = [1] });

    [Theory, Runs]
    public Task AnExpiredTokenCostsThatAnswerToThePressAndNothingElse(int run) =>
        PlayAsync(run, new FaultRow { Faults = [new { kind = "expire_token", count = 5 }] });
}
