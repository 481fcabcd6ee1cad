using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Rest;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Gateway;

public sealed class GatewayTests : IAsyncDisposable
{
    private static readonly TimeSpan _beat = TimeSpan.FromMilliseconds(41_250);

    private readonly TestBot _bot = new();

    [Fact]
    public async Task IdentifyFollowsHelloWithTheGuildsIntentAlone()
    {
        ScriptedSocket socket = _bot.Socket();
        Task<DiscordEvent?> first = _bot.NextEventAsync();
        socket.Give(Frames.Hello);
        string identify = await socket.SentBesidesHeartbeatsAsync();
        Assert.Contains("\"intents\":1,", identify, StringComparison.Ordinal);
        Assert.Contains($"\"token\":\"{TestBot.Token}\"", identify, StringComparison.Ordinal);
        Assert.Equal(new Uri("wss://gateway.discord.example/?v=10&encoding=json"), socket.Address);
        socket.Give(Frames.Ready);
        var ready = Assert.IsType<Ready>(await first);
        Assert.Equal((new Snowflake(80), new Snowflake(90)), (ready.Application, ready.Bot));
        Assert.Equal([new Snowflake(500), new Snowflake(501)], ready.Guilds);
    }

    [Fact]
    public async Task EventsArriveFromFragments()
    {
        ScriptedSocket socket = _bot.Socket(new ScriptedSocket { PieceSize = 7 });
        await _bot.StartAsync(socket);
        socket.Give(Frames.Press(2, 1000));
        Assert.Equal("v1.answer", Assert.IsType<ButtonPressed>(await _bot.NextEventAsync()).CustomId);
    }

    [Fact]
    public async Task FrameLargerThanTheUsualBufferArrives()
    {
        ScriptedSocket socket = _bot.Socket();
        await _bot.StartAsync(socket);
        socket.Give(Frames.Dispatch("GUILD_CREATE", 2, $$"""{"id":"500","name":"History","topic":"{{new string('x', 200_000)}}"}"""));
        Assert.Equal(new GuildJoined(new Snowflake(500), "History"), await _bot.NextEventAsync());
        socket.Give(Frames.Press(3, 1000));
        Assert.IsType<ButtonPressed>(await _bot.NextEventAsync());
    }

    [Fact]
    public async Task OutageIsNeitherJoiningNorLeaving()
    {
        ScriptedSocket socket = _bot.Socket();
        await _bot.StartAsync(socket);
        socket.Give(Frames.Dispatch("GUILD_CREATE", 2, """{"id":"500","unavailable":true}"""));
        socket.Give(Frames.Dispatch("GUILD_DELETE", 3, """{"id":"500","unavailable":true}"""));
        socket.Give(Frames.Dispatch("GUILD_CREATE", 4, """{"channels":[{"id":"1"}],"id":"500","name":"History","unavailable":false,"roles":[]}"""));
        socket.Give(Frames.Dispatch("GUILD_DELETE", 5, """{"id":"500"}"""));
        Assert.Equal(new GuildJoined(new Snowflake(500), "History"), await _bot.NextEventAsync());
        Assert.Equal(new GuildLeft(new Snowflake(500)), await _bot.NextEventAsync());
    }

    [Theory]
    [InlineData("""{"t":"INTERACTION_CREATE","s":2,"op":0,"d":{"type":3}}""")]
    [InlineData("""{"t":"INTERACTION_CREATE","s":2,"op":0,"d":null}""")]
    [InlineData("""{"t":"GUILD_CREATE","s":2,"op":0,"d":{"id":7.5}}""")]
    [InlineData("""{"t":"GUILD_CREATE","s":2,"op":0}""")]
    [InlineData("not json")]
    [InlineData("""{"op":"zero"}""")]
    public async Task BrokenFrameCostsOneEvent(string broken)
    {
        ScriptedSocket socket = _bot.Socket();
        await _bot.StartAsync(socket);
        socket.Give(broken);
        socket.Give(Frames.Press(3, 1000));
        Assert.IsType<ButtonPressed>(await _bot.NextEventAsync());
        Assert.Single(_bot.Logs.At(LogLevel.Warning));
    }

    [Fact]
    public async Task HeartbeatCarriesTheLastSequence()
    {
        ScriptedSocket socket = _bot.Socket();
        await _bot.StartAsync(socket);
        await _bot.Time.PassAsync(IsFirstBeat);
        Assert.Equal("""{"op":1,"d":1}""", await socket.SentAsync());
        socket.Give(Frames.Ack);
        await PressAsync(socket, 7);
        await _bot.Time.PassAsync(wait => wait == _beat);
        Assert.Equal("""{"op":1,"d":7}""", await socket.SentAsync());
    }

    [Fact]
    public async Task HeartbeatThatDiscordAsksForIsSentAtOnce()
    {
        ScriptedSocket socket = _bot.Socket();
        await _bot.StartAsync(socket);
        socket.Give("""{"op":1,"d":null}""");
        Assert.Equal("""{"op":1,"d":1}""", await socket.SentAsync());
    }

    [Fact]
    public async Task UnacknowledgedHeartbeatDropsTheConnectionAndResumes()
    {
        ScriptedSocket socket = _bot.Socket();
        ScriptedSocket next = _bot.Socket();
        await _bot.StartAsync(socket);
        await _bot.Time.PassAsync(IsFirstBeat);
        await socket.SentAsync();
        await _bot.Time.PassAsync(wait => wait == _beat);
        next.Give(Frames.Hello);
        Assert.StartsWith("{\"op\":6,", await next.SentBesidesHeartbeatsAsync(), StringComparison.Ordinal);
        Assert.True(socket.Aborted);
        Assert.False(socket.ClosedByUsAsync().IsCompleted);
    }

    [Fact]
    public async Task DroppedConnectionIsResumedAtOnceWithoutAskingRest()
    {
        ScriptedSocket socket = _bot.Socket();
        ScriptedSocket next = _bot.Socket();
        await _bot.StartAsync(socket);
        await PressAsync(socket, 5);
        int requests = _bot.Http.Requests.Count;
        socket.Break();
        next.Give(Frames.Hello);
        Assert.Equal(
            $$$"""{"op":6,"d":{"token":"{{{TestBot.Token}}}","session_id":"session-1","seq":5}}""", await next.SentBesidesHeartbeatsAsync());
        Assert.Equal(new Uri("wss://resume.discord.example/?v=10&encoding=json"), next.Address);
        Assert.Equal(requests, _bot.Http.Requests.Count);
        next.Give(Frames.Press(6, 2000));
        next.Give(Frames.Resumed);
        Assert.IsType<ConnectionLost>(await _bot.NextEventAsync());
        Assert.Equal(new Snowflake(2000), Assert.IsType<ButtonPressed>(await _bot.NextEventAsync()).Id);
        Assert.IsType<Resumed>(await _bot.NextEventAsync());
    }

    [Fact]
    public async Task RequestToReconnectIsFollowedAtOnceWithACodeThatKeepsTheSession()
    {
        ScriptedSocket socket = _bot.Socket();
        ScriptedSocket next = _bot.Socket();
        await _bot.StartAsync(socket);
        socket.Give(Frames.Reconnect);
        next.Give(Frames.Hello);
        Assert.StartsWith("{\"op\":6,", await next.SentBesidesHeartbeatsAsync(), StringComparison.Ordinal);
        Assert.True(await socket.ClosedByUsAsync() is not 1000 and not 1001);
    }

    [Fact]
    public async Task ForgottenSessionIsBegunAnewAfterOneToFiveSeconds()
    {
        ScriptedSocket socket = _bot.Socket();
        ScriptedSocket refused = _bot.Socket();
        ScriptedSocket next = _bot.Socket();
        await _bot.StartAsync(socket);
        await _bot.Time.WaitBegunAsync(IsFirstBeat);
        _bot.Time.Advance(TimeSpan.FromSeconds(20));
        socket.Break();
        refused.Give(Frames.Hello);
        await refused.SentBesidesHeartbeatsAsync();
        await _bot.Time.WaitBegunAsync(IsFirstBeat);
        refused.Give(Frames.InvalidSession(resumable: false));
        await refused.ClosedByUsAsync();
        await _bot.Time.PassAsync(wait => wait >= TimeSpan.FromSeconds(1) && wait < TimeSpan.FromSeconds(5));
        next.Give(Frames.Hello);
        Assert.StartsWith("{\"op\":2,", await next.SentBesidesHeartbeatsAsync(), StringComparison.Ordinal);
        Assert.Equal(new Uri("wss://gateway.discord.example/?v=10&encoding=json"), next.Address);
        next.Give(Frames.Ready);
        Assert.IsType<ConnectionLost>(await _bot.NextEventAsync());
        Assert.IsType<Ready>(await _bot.NextEventAsync());
    }

    [Fact]
    public async Task SessionThatACloseCodeEndedIsBegunAnewAtOnce()
    {
        ScriptedSocket socket = _bot.Socket();
        ScriptedSocket next = _bot.Socket();
        await _bot.StartAsync(socket);
        _bot.Time.Advance(GatewayTimes.BetweenIdentifies);
        socket.Close(4009);
        next.Give(Frames.Hello);
        Assert.StartsWith("{\"op\":2,", await next.SentBesidesHeartbeatsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResumableInvalidSessionIsResumed()
    {
        ScriptedSocket socket = _bot.Socket();
        ScriptedSocket next = _bot.Socket();
        await _bot.StartAsync(socket);
        socket.Give(Frames.InvalidSession(resumable: true));
        next.Give(Frames.Hello);
        Assert.StartsWith("{\"op\":6,", await next.SentBesidesHeartbeatsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondFailureInARowWaits()
    {
        ScriptedSocket socket = _bot.Socket();
        _bot.Socket(new ScriptedSocket { RefusesConnection = true });
        ScriptedSocket next = _bot.Socket();
        await _bot.StartAsync(socket);
        socket.Break();
        next.Give(Frames.Hello);
        TimeSpan wait = await _bot.Time.PassAsync(w => w > TimeSpan.Zero && w <= GatewayTimes.FirstBackoff);
        Assert.True(wait >= GatewayTimes.FirstBackoff / 2);
        Assert.StartsWith("{\"op\":6,", await next.SentBesidesHeartbeatsAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StoppingClosesWith1000AndEndsTheStream(bool answersGoodbye)
    {
        ScriptedSocket socket = _bot.Socket(new ScriptedSocket { AnswersGoodbye = answersGoodbye });
        await _bot.StartAsync(socket);
        Task<DiscordEvent?> end = _bot.NextEventAsync();
        _bot.Stop();
        Assert.Equal(1000, await socket.ClosedByUsAsync());
        if (!answersGoodbye) await _bot.Time.PassAsync(wait => wait == GatewayTimes.Goodbye);
        Assert.Null(await end);
    }

    [Fact]
    public async Task GoodbyeThatStallsHoldsTheShutdownForOneSecondAtMost()
    {
        ScriptedSocket socket = _bot.Socket(new ScriptedSocket { StallsGoodbye = true });
        await _bot.StartAsync(socket);
        Task<DiscordEvent?> end = _bot.NextEventAsync();
        _bot.Stop();
        await _bot.Time.PassAsync(wait => wait == GatewayTimes.Goodbye);
        Assert.Null(await end);
        Assert.True(socket.Aborted);
    }

    [Fact]
    public async Task SendThatStallsEndsTheConnectionWhichIsThenResumed()
    {
        ScriptedSocket socket = _bot.Socket(new ScriptedSocket { StallsGoodbye = true });
        ScriptedSocket next = _bot.Socket();
        await _bot.StartAsync(socket);
        await _bot.Time.WaitBegunAsync(wait => wait == GatewayTimes.Send);
        socket.Give(Frames.Reconnect);
        await _bot.Time.PassAsync(wait => wait == GatewayTimes.Send);
        next.Give(Frames.Hello);
        Assert.StartsWith("{\"op\":6,", await next.SentBesidesHeartbeatsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SessionThatCannotBeResumedIsGivenUpAndTheGatewayAskedForAnew()
    {
        ScriptedSocket socket = _bot.Socket();
        ScriptedSocket[] refusing = [.. Enumerable.Range(0, 20).Select(_ => _bot.Socket(new ScriptedSocket { RefusesConnection = true }))];
        ScriptedSocket next = _bot.Socket();
        await _bot.StartAsync(socket);
        await _bot.Time.WaitBegunAsync(IsFirstBeat);
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json(TestBot.GatewayBotReply.Replace("gateway.", "moved.", StringComparison.Ordinal));
        int requests = _bot.Http.Requests.Count;
        socket.Break();
        for (int failures = 1; failures <= refusing.Length; failures++)
        {
            Assert.Equal(requests, _bot.Http.Requests.Count);
            double most = Math.Min(Math.Pow(2, failures - 1), GatewayTimes.LongestBackoff.TotalSeconds);
            await _bot.Time.PassAsync(wait => IsPause(wait) && wait.TotalSeconds >= most / 2 && wait.TotalSeconds <= most);
        }

        next.Give(Frames.Hello);
        Assert.StartsWith("{\"op\":2,", await next.SentBesidesHeartbeatsAsync(), StringComparison.Ordinal);
        Assert.Equal(new Uri("wss://resume.discord.example/?v=10&encoding=json"), refusing[0].Address);
        Assert.Equal(new Uri("wss://gateway.discord.example/?v=10&encoding=json"), refusing[^1].Address);
        Assert.Equal(new Uri("wss://moved.discord.example/?v=10&encoding=json"), next.Address);
    }

    [Fact]
    public async Task EventsCanBeReadOnce()
    {
        ScriptedSocket socket = _bot.Socket();
        await _bot.StartAsync(socket);
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (DiscordEvent second in _bot.Connection.ReadAllAsync(TestContext.Current.CancellationToken)) Assert.Fail(second.ToString());
        });
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    // Not one of the time limits that run meanwhile.
    private static bool IsFirstBeat(TimeSpan wait) =>
        wait > TimeSpan.Zero && wait < _beat && wait != GatewayTimes.Hello && wait != GatewayTimes.Send && wait != RestTimes.Attempt && wait != GatewayTimes.Goodbye;

    private static bool IsPause(TimeSpan wait) => wait != GatewayTimes.Hello && wait != GatewayTimes.Send && wait != RestTimes.Attempt;

    private async Task PressAsync(ScriptedSocket socket, int sequence)
    {
        socket.Give(Frames.Press(sequence, 9000 + sequence));
        Assert.IsType<ButtonPressed>(await _bot.NextEventAsync());
    }
}
