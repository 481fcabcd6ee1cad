using System.Net;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Gateway;

/// <summary>What stands between a start and the first READY.</summary>
public sealed class GatewayStartTests : IAsyncDisposable
{
    private readonly TestBot _bot = new();

    [Fact]
    public async Task WrongTokenOnTheGatewayEndsTheStreamWithTheSettingsName()
    {
        ScriptedSocket socket = _bot.Socket();
        Task<DiscordEvent?> first = _bot.NextEventAsync();
        socket.Give(Frames.Hello);
        await socket.SentBesidesHeartbeatsAsync();
        socket.Close(4004);
        var error = await Assert.ThrowsAsync<DiscordConnectionException>(() => first);
        Assert.Contains("Discord:Token", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongTokenOnRestEndsTheStreamWithTheSettingsName()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json("""{"message":"401: Unauthorized","code":0}""", HttpStatusCode.Unauthorized);
        var error = await Assert.ThrowsAsync<DiscordConnectionException>(_bot.NextEventAsync);
        Assert.Contains("Discord:Token", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AbsentNetworkIsTriedAgainWithOneLineAnAttempt()
    {
        _bot.Http.Answer = (_, number) =>
            number < 4 ? throw new HttpRequestException("no route to host") : FakeDiscordHttp.Json(TestBot.GatewayBotReply);
        ScriptedSocket socket = _bot.Socket();
        socket.Give(Frames.Hello);
        Task<DiscordEvent?> first = _bot.NextEventAsync();
        for (int attempt = 0; attempt < 3; attempt++)
        {
            double most = Math.Pow(2, attempt);
            await _bot.Time.PassAsync(wait => wait.TotalSeconds >= most / 2 && wait.TotalSeconds <= most);
        }

        socket.Give(Frames.Ready);
        Assert.IsType<Ready>(await first);
        Assert.Equal(3, _bot.Logs.At(LogLevel.Warning).Count());
        Assert.All(_bot.Logs.At(LogLevel.Warning), line => Assert.DoesNotContain("   at ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AMessageThatGetsThroughAgainBringsTheGatewayBackAtOnce()
    {
        _bot.Http.Answer = (request, number) => number == 1 ? throw new HttpRequestException("no route to host")
            : request.Path.EndsWith("/gateway/bot", StringComparison.Ordinal) ? FakeDiscordHttp.Json(TestBot.GatewayBotReply)
            : FakeDiscordHttp.Message();
        ScriptedSocket socket = _bot.Socket();
        socket.Give(Frames.Hello);
        Task<DiscordEvent?> first = _bot.NextEventAsync();
        await _bot.Time.WaitBegunAsync(wait => wait.TotalSeconds is >= 0.5 and <= 1);
        await _bot.Connection.PostMessageAsync(new Snowflake(2), new MessageContent { Text = "t" }, "n", TestContext.Current.CancellationToken);
        socket.Give(Frames.Ready);
        // No time has passed.
        Assert.IsType<Ready>(await first);
    }

    [Fact]
    public async Task AGatewayThatAloneIsAwayIsNotHurriedByMessages()
    {
        _bot.Socket(new ScriptedSocket { RefusesConnection = true });
        ScriptedSocket socket = _bot.Socket();
        _bot.Http.Answer = (request, _) => request.Path.EndsWith("/gateway/bot", StringComparison.Ordinal)
            ? FakeDiscordHttp.Json(TestBot.GatewayBotReply)
            : FakeDiscordHttp.Message();
        socket.Give(Frames.Hello);
        Task<DiscordEvent?> first = _bot.NextEventAsync();
        TimeSpan pause = await _bot.Time.WaitBegunAsync(wait => wait.TotalSeconds is >= 0.5 and <= 1);
        await _bot.Connection.PostMessageAsync(new Snowflake(2), new MessageContent { Text = "t" }, "n", TestContext.Current.CancellationToken);
        Assert.Null(socket.Address);
        _bot.Time.Advance(pause);
        socket.Give(Frames.Ready);
        Assert.IsType<Ready>(await first);
    }

    [Fact]
    public async Task ExhaustedSessionStartsAreWaitedFor()
    {
        const string none = """{"url":"wss://gateway.discord.example","session_start_limit":{"remaining":0,"reset_after":7200000}}""";
        _bot.Http.Answer = (_, number) => FakeDiscordHttp.Json(
            number > 1 ? TestBot.GatewayBotReply : none);
        ScriptedSocket socket = _bot.Socket();
        socket.Give(Frames.Hello);
        Task<DiscordEvent?> first = _bot.NextEventAsync();
        await _bot.Time.PassAsync(wait => wait == TimeSpan.FromHours(2));
        socket.Give(Frames.Ready);
        Assert.IsType<Ready>(await first);
        Assert.Contains(_bot.Logs.Lines, line => line.Contains("no new session", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GatewayThatWouldSeeTheTokenInTheClearIsNotConnectedTo()
    {
        _bot.Http.Answer = (_, number) => FakeDiscordHttp.Json(number > 1 ? TestBot.GatewayBotReply : """{"url":"ws://gateway.discord.example"}""");
        ScriptedSocket socket = _bot.Socket();
        socket.Give(Frames.Hello);
        Task<DiscordEvent?> first = _bot.NextEventAsync();
        await _bot.Time.PassAsync(wait => wait.TotalSeconds is >= 0.5 and <= 1);
        socket.Give(Frames.Ready);
        Assert.IsType<Ready>(await first);
        Assert.Equal("wss", socket.Address!.Scheme);
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();
}
