using System.Net;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Rest;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Rest;

public sealed class CallbackTests : IAsyncDisposable
{
    private static readonly InteractionResponse _reply = new InteractionResponse.Reply(new MessageContent { Text = "Locked in", Ephemeral = true });

    private readonly TestBot _bot = new();

    [Fact]
    public async Task ResponseGoesToTheInteractionsOwnAddress()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.NoContent();
        await RespondAsync();
        RecordedRequest request = Assert.Single(_bot.Http.Requests);
        Assert.Equal(("POST", $"/api/v10/interactions/1000/{TestBot.InteractionSecret}/callback"), (request.Method, request.Path));
        Assert.Equal("""{"type":4,"data":{"content":"Locked in","flags":64,"allowed_mentions":{"parse":[],"users":[]}}}""", request.Body);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AnsweredBeforeCountsAsSuccess(int attempt)
    {
        _bot.Http.Answer = (_, number) => number < attempt
            ? FakeDiscordHttp.Json("", HttpStatusCode.BadGateway)
            : FakeDiscordHttp.Json("""{"message":"Interaction has already been acknowledged.","code":40060}""", HttpStatusCode.BadRequest);
        Task responding = RespondAsync();
        for (int failure = 1; failure < attempt; failure++) await _bot.Time.PassAsync(IsPause);
        await responding;
    }

    [Fact]
    public async Task UnknownInteractionIsThrownAtOnce()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json("""{"message":"Unknown interaction","code":10062}""", HttpStatusCode.NotFound);
        var error = await Assert.ThrowsAsync<DiscordRestException>(RespondAsync);
        Assert.Equal(DiscordErrorCode.UnknownInteraction, error.Error.Code);
        Assert.Single(_bot.Http.Requests);
    }

    [Fact]
    public async Task FailuresAreRepeatedWhileDiscordStillWaits()
    {
        _bot.Http.Answer = (_, _) => throw new HttpRequestException("reset");
        long start = _bot.Time.GetTimestamp();
        Task responding = RespondAsync();
        using var stop = new CancellationTokenSource();
        Task driving = DriveAsync(stop.Token);
        await Assert.ThrowsAsync<HttpRequestException>(() => responding);
        await stop.CancelAsync();
        await driving;
        TimeSpan took = _bot.Time.GetElapsedTime(start);
        Assert.InRange(took, TimeSpan.FromSeconds(2), DiscordLimits.FirstResponse);
        Assert.InRange(_bot.Http.Requests.Count, 6, 30);
    }

    [Fact]
    public async Task RetriesCountFromTheArrivalNotFromTheResponse()
    {
        ScriptedSocket socket = _bot.Socket();
        await _bot.StartAsync(socket);
        socket.Give(Frames.Press(2, 1000));
        var press = Assert.IsType<ButtonPressed>(await _bot.NextEventAsync());
        _bot.Time.Advance(TimeSpan.FromSeconds(2.99));
        _bot.Http.Answer = (_, _) => throw new HttpRequestException("reset");
        await Assert.ThrowsAsync<HttpRequestException>(() => _bot.Connection.RespondAsync(press, _reply, CancellationToken.None));
    }

    [Fact]
    public async Task RateLimitLongerThanDiscordWaitsIsThrown()
    {
        const string refusal = """{"message":"slow down","retry_after":5,"global":false}""";
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json(refusal, HttpStatusCode.TooManyRequests);
        var error = await Assert.ThrowsAsync<DiscordRestException>(RespondAsync);
        Assert.Equal(HttpStatusCode.TooManyRequests, error.Error.Status);
    }

    [Fact]
    public async Task ShortRateLimitIsSatOut()
    {
        _bot.Http.Answer = (_, number) => number > 1
            ? FakeDiscordHttp.NoContent()
            : FakeDiscordHttp.Json("""{"message":"slow down","retry_after":0.5,"global":false}""", HttpStatusCode.TooManyRequests);
        Task responding = RespondAsync();
        await _bot.Time.PassAsync(wait => wait == TimeSpan.FromSeconds(0.5));
        await responding;
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    private static bool IsPause(TimeSpan wait) => wait <= RestTimes.LongestCallbackBackoff;

    private Task RespondAsync() => _bot.Connection.RespondAsync(Interactions.Press, _reply, CancellationToken.None);

    // Lets every pause between attempts pass, until the test has what it wants.
    private async Task DriveAsync(CancellationToken stop)
    {
        Task stopped = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        while (true)
        {
            Task<TimeSpan> pause = _bot.Time.WaitBegunAsync(IsPause);
            if (await Task.WhenAny(pause, stopped) == stopped) return;
            _bot.Time.Advance(await pause);
        }
    }
}
