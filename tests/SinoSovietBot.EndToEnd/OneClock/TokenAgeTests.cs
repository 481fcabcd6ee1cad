using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SinoSovietBot.EndToEnd.Harness;
using SinoSovietBot.Playground.Driving;
using Xunit;

namespace SinoSovietBot.EndToEnd.OneClock;

/// <summary>
/// An interaction's token lives for 15 minutes. The bot uses one after its first response in one place only: where a handler took so long that the
/// answer was deferred.
/// </summary>
[Collection(OneClockCollection.Name)]
public sealed class TokenAgeTests
{
    private const int Deferred = 5;
    private const string Webhook = "/webhooks/{application}/{token}/messages/@original";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task AnAnswerThatIsReadyASecondBeforeTheTokenDiesIsFilledIn()
    {
        await using var school = await School.OpenAsync();
        var deferred = await AskSlowlyAsync(school);

        await school.Pump.PassAsync(AgeAt(school, deferred, Life - Moment));
        school.Boards.Release();
        await school.Pump.SettleAsync();

        Assert.True(school.Look(deferred.Message!.Value).Says("Leaderboard"));
        Assert.Empty(school.Log.At(LogLevel.Warning));
    }

    [Fact]
    public async Task AnAnswerThatIsReadyAfterTheTokenHasDiedIsNotEvenSent()
    {
        await using var school = await School.OpenAsync();
        var deferred = await AskSlowlyAsync(school);

        await school.Pump.PassAsync(AgeAt(school, deferred, Life + Moment));
        school.Boards.Release();
        await school.Pump.PassAsync(TimeSpan.FromMinutes(1));

        Assert.True(school.Look(deferred.Message!.Value).IsLoading);
        Assert.DoesNotContain(school.Recorded("request"), request => request.Route == Webhook);
        Assert.Contains("too late", Assert.Single(school.Log.At(LogLevel.Warning)), StringComparison.Ordinal);
        Assert.True((await school.CommandAsync(school.Class[1], "leaderboard")).Accepted);
    }

    [Fact]
    public async Task ATokenThatDiscordCallsDeadIsUsedOnce()
    {
        await using var school = await School.OpenAsync();
        var deferred = await AskSlowlyAsync(school);

        await school.OrderAsync(new JsonObject { ["kind"] = "expire_token" });
        school.Boards.Release();
        await school.Pump.PassAsync(TimeSpan.FromMinutes(1));

        Assert.True(school.Look(deferred.Message!.Value).IsLoading);
        Assert.Equal(401, Assert.Single(school.Recorded("response"), response => response.Route == Webhook).Status);
        Assert.Contains("too late", Assert.Single(school.Log.At(LogLevel.Warning)), StringComparison.Ordinal);
        Assert.True((await school.CommandAsync(school.Class[1], "leaderboard")).Accepted);
    }

    [Fact]
    public async Task ADeferredAnswerOutlastsTenMinutesWithoutDiscord()
    {
        await using var school = await School.OpenAsync();
        var deferred = await AskSlowlyAsync(school);

        await school.GoOfflineAsync(TimeSpan.FromMinutes(10));
        school.Boards.Release();
        await school.Pump.PassAsync(TimeSpan.FromMinutes(11));

        Assert.True(school.Look(deferred.Message!.Value).Says("Leaderboard"));
        Assert.Empty(school.Log.At(LogLevel.Error));
    }

    [Fact]
    public async Task ALobbyOutlivesTheTokenOfItsCommand()
    {
        await using var school = await School.OpenAsync(new SchoolSettings { LobbySeconds = 600 });
        var quiz = await ClassQuiz.OpenAsync(school, questions: 2, seconds: 20);

        await school.Pump.PassAsync(Life - Moment);
        await quiz.JoinAsync();
        await school.Pump.PassAsync(Moment * 2);
        await quiz.BeginAsync();

        await quiz.FinishAsync(from: 1);
    }

    [Fact]
    public async Task ButtonsThatAreWeeksOldAreAnswered()
    {
        await using var school = await School.OpenAsync(new SchoolSettings { Heartbeat = TimeSpan.FromHours(4) });
        var quiz = await ClassQuiz.StartAsync(school, questions: 2, seconds: 20);
        var first = await quiz.NextAsync();
        await quiz.PlayAsync(first);
        var second = await quiz.NextAsync();
        await quiz.PlayAsync(second);
        await quiz.IsRightAsync();
        var podium = await quiz.EndAsync();
        var board = await school.CommandAsync(school.Class[0], "leaderboard", ("period", "all"));
        var results = await school.PressAsync(school.Class[0], podium, "My results");

        await school.Pump.PassAsync(TimeSpan.FromDays(21), grain: TimeSpan.FromHours(1));

        var again = await school.PressAsync(school.Class[0], podium, "My results");
        Assert.Equal(results.Body.ToArray(), again.Body.ToArray());
        var page = school.Look(board.Message!.Value);
        var turned = await school.PressAsync(school.Class[0], page, "Next");
        Assert.Equal(board.Message, turned.Message);
        Assert.NotEqual(page.Text, school.Look(turned.Message!.Value).Text);
        Assert.Empty(school.Log.At(LogLevel.Warning));
    }

    /// <summary>Asks for a board that is not ready before the test says so, and waits until Discord has been told to wait.</summary>
    private static async Task<PressResult> AskSlowlyAsync(School school)
    {
        school.Boards.Hold();
        var asked = school.Driver.RunCommandAsync(school.Class[0].Id, school.Channel, "leaderboard");
        var answered = await school.Pump.UntilAsync(asked, "an answer to /leaderboard", TimeSpan.FromSeconds(4));
        Assert.True(answered.Accepted);
        Assert.Equal(Deferred, answered.Callback);
        return answered;
    }

    /// <summary>How long it is until an interaction has an age.</summary>
    private static TimeSpan AgeAt(School school, PressResult interaction, TimeSpan age) =>
        Snowflakes.TimeOf(interaction.Interaction.ToString(System.Globalization.CultureInfo.InvariantCulture)) + age - school.DiscordNow;
}
