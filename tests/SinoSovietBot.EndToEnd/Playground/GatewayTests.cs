using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SinoSovietBot.Playground;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

public sealed class GatewayTests
{
    [Fact]
    public async Task ReadyNamesTheSessionTheApplicationAndTheServersToCome()
    {
        await using Ground ground = await Ground.StartAsync();
        (Socket socket, JsonObject ready) = await ground.LogInAsync(ground.BotToken);

        Assert.Equal(10, (int)ready["v"]!);
        Assert.Equal(ground.Application, (string)ready["user"]!["id"]!);
        Assert.True((bool)ready["user"]!["bot"]!);
        Assert.Equal(ground.Application, (string)ready["application"]!["id"]!);
        Assert.NotEmpty((string)ready["session_id"]!);
        Assert.Equal(ground.Gateway, (string)ready["resume_gateway_url"]!);
        Assert.Empty(ready["private_channels"]!.AsArray());
        Assert.Equal(ground.Guild, (string)ready["guilds"]![0]!["id"]!);
        Assert.True((bool)ready["guilds"]![0]!["unavailable"]!);
    }

    [Fact]
    public async Task GuildCreateHoldsWhatStockClientsInsistOn()
    {
        await using Ground ground = await Ground.StartAsync();
        (Socket socket, _) = await ground.LogInAsync(ground.BotToken);

        JsonObject guild = await socket.NextAsync("GUILD_CREATE");

        Assert.Equal(ground.Guild, (string)guild["id"]!);
        Assert.False((bool)guild["unavailable"]!);
        foreach (string list in (string[])["roles", "channels", "members", "threads", "presences", "voice_states", "guild_scheduled_events",
            "emojis"])
            Assert.IsType<JsonArray>(guild[list]);
        Assert.All(guild["roles"]!.AsArray(), role => Assert.NotNull((string?)role!["permissions"]));
        Assert.All(guild["channels"]!.AsArray(), channel => Assert.NotNull((string?)channel!["name"]));
        Assert.All(guild["members"]!.AsArray(), member => Assert.NotNull((string?)member!["user"]!["id"]));
    }

    [Fact]
    public async Task WithoutTheGuildsIntentNoServerIsSent()
    {
        await using Ground ground = await Ground.StartAsync();
        (Socket socket, _) = await ground.LogInAsync(ground.BotToken, intents: 0);

        Assert.Empty(await socket.DrainAsync());
    }

    [Theory]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":0,"properties":{}}}""", 4004)]
    [InlineData("""{"op":6,"d":{"token":"wrong","session_id":"x","seq":1}}""", 4004)]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    [InlineData("""{"op":99,"d":{}}""", 4001)]
    [InlineData("not json", 4002)]
    public async Task WrongPayloadsCloseWithTheDocumentedCode(string payload, int code)
    {
        await using Ground ground = await Ground.StartAsync();
        Socket socket = await ground.ConnectAsync(ground.BotToken);

        await socket.SendTextAsync(payload);

        Assert.Equal(code, await socket.ClosedAsync());
    }

    [Theory]
    [InlineData(1 << 30, 4013)]
    [InlineData(1 << 15, 4014)]
    public async Task IntentsThatAreUnknownOrNotGrantedAreRefused(int intents, int code)
    {
        await using Ground ground = await Ground.StartAsync();
        Socket socket = await ground.ConnectAsync(ground.BotToken);

        await socket.IdentifyAsync(intents);

        Assert.Equal(code, await socket.ClosedAsync());
    }

    [Fact]
    public async Task ASecondIdentifyIsRefused()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket socket = await ground.BotSocketAsync();

        await socket.IdentifyAsync(1);

        Assert.Equal(4005, await socket.ClosedAsync());
    }

    [Fact]
    public async Task APayloadBeyondFourKilobytesIsRefused()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket socket = await ground.BotSocketAsync();

        await socket.SendAsync(3, new JsonObject { ["x"] = new string('x', 5000) });

        Assert.Equal(4002, await socket.ClosedAsync());
    }

    [Fact]
    public async Task ResumingReplaysWhatWasMissedAndSaysSo()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket first = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        string message = (await ground.PostAsync(Sample.Question())).Id;
        long last = first.Sequence;
        first.Abort();
        await member.PressAsync(message, "a:1");

        Socket second = await ground.ConnectAsync(ground.BotToken);
        await second.ResumeAsync(first.SessionId, last);
        JsonObject missed = await second.ReadAsync();
        JsonObject resumed = await second.ReadAsync();

        Assert.Equal("INTERACTION_CREATE", (string)missed["t"]!);
        Assert.Equal(last + 1, (long)missed["s"]!);
        Assert.Equal("RESUMED", (string)resumed["t"]!);
    }

    [Fact]
    public async Task ResumingFromTheFutureIsRefused()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket first = await ground.BotSocketAsync();
        first.Abort();

        Socket second = await ground.ConnectAsync(ground.BotToken);
        await second.ResumeAsync(first.SessionId, 1000);

        Assert.Equal(4007, await second.ClosedAsync());
    }

    [Fact]
    public async Task ASessionThatSaidGoodbyeCannotBeResumed()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket first = await ground.BotSocketAsync();
        await first.CloseAsync(1000);

        Socket second = await ground.ConnectAsync(ground.BotToken);
        await second.ResumeAsync(first.SessionId, first.Sequence);
        JsonObject answer = await second.ReadAsync();

        Assert.Equal(9, (int)answer["op"]!);
        Assert.False((bool)answer["d"]!);
    }

    [Fact]
    public async Task WithoutHeartbeatsTheSessionTimesOut()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using Ground ground = await Ground.StartAsync(new PlaygroundOptions { Time = time });
        Socket socket = await ground.BotSocketAsync();
        await socket.DrainAsync();

        time.Advance(TimeSpan.FromSeconds(61));
        await socket.DrainAsync();
        time.Advance(TimeSpan.FromSeconds(62));

        Assert.Equal(4009, await socket.ClosedAsync());
    }

    [Fact]
    public async Task ZlibStreamIsOneDeflateStreamFlushedPerPayload()
    {
        await using Ground ground = await Ground.StartAsync();
        (Socket socket, JsonObject ready) = await ground.LogInAsync(ground.BotToken, query: "?v=10&encoding=json&compress=zlib-stream");

        JsonObject guild = await socket.NextAsync("GUILD_CREATE");

        Assert.Equal(ground.Application, (string)ready["application"]!["id"]!);
        Assert.Equal(ground.Guild, (string)guild["id"]!);
    }

    [Fact]
    public async Task AMembersReadyHoldsTheWholeSchool()
    {
        await using Ground ground = await Ground.StartAsync();
        (Socket socket, JsonObject ready) = await ground.LogInAsync((string)ground.World["members"]![1]!["token"]!, 0);

        Assert.Equal((string)ground.World["members"]![1]!["id"]!, (string)ready["user"]!["id"]!);
        Assert.Equal(3, ready["guilds"]![0]!["channels"]!.AsArray().Count);
    }
}
