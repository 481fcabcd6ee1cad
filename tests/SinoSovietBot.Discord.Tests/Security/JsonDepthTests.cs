using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Rest;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Security;

/// <summary>JSON that nests without end costs one event or one reply, and no stack.</summary>
public sealed class JsonDepthTests : IAsyncDisposable
{
    private const int Abyss = 100_000;

    private readonly TestBot _bot = new();

    public static TheoryData<string> DeepFrames =>
    [
        // In what is read over.
        Frames.Dispatch("INTERACTION_CREATE", 2, Interactions.Payload(3, """{"custom_id":"x"}""", $"\"entitlements\":{Nested(Abyss)}")),
        Frames.Dispatch("GUILD_CREATE", 2, $$"""{"roles":{{Nested(Abyss)}},"id":"500"}"""),
        Frames.Dispatch("READY", 2, $$"""{"_trace":{{Nested(Abyss)}} }"""),
        // In what is read.
        Frames.Dispatch("INTERACTION_CREATE", 2, Interactions.Payload(5, $$"""{"custom_id":"x","components":{{Components(Abyss)}} }""")),
        Frames.Dispatch("INTERACTION_CREATE", 2, Interactions.Payload(2, $$"""{"name":"x","options":{{Options(Abyss)}} }""")),
        Frames.Dispatch("INTERACTION_CREATE", 2, Nested(Abyss)),
        // In the frame itself, before the payload is reached.
        $$"""{"x":{{Nested(Abyss)}},"op":0,"s":2,"t":"GUILD_CREATE","d":{"id":"500"} }""",
        $$"""{"d":{{Nested(Abyss)}},"op":0,"s":2,"t":"INTERACTION_CREATE"}""",
        Nested(Abyss),
    ];

    [Theory]
    [MemberData(nameof(DeepFrames))]
    public async Task DeepFrameCostsOneEvent(string frame)
    {
        ScriptedSocket socket = _bot.Socket();
        await _bot.StartAsync(socket);
        socket.Give(frame);
        socket.Give(Frames.Press(3, 1000));
        Assert.IsType<ButtonPressed>(await _bot.NextEventAsync());
        Assert.Single(_bot.Logs.At(LogLevel.Warning));
        Assert.False(socket.Aborted);
    }

    [Fact]
    public void TheDepthIsThatOfPeerLimits()
    {
        Assert.Equal(0, Frame.Read(WithNesting(PeerLimits.JsonDepth - 1)).Op);
        Assert.ThrowsAny<JsonException>(() => Frame.Read(WithNesting(PeerLimits.JsonDepth)));

        static byte[] WithNesting(int depth) => Encoding.UTF8.GetBytes($$"""{"x":{{Nested(depth)}},"op":0}""");
    }

    [Fact]
    public async Task DeepReplyIsOneThatCannotBeRead()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json($$"""{"id":"1","author":{{Nested(Abyss)}},"channel_id":"2"}""");
        var error = await Assert.ThrowsAsync<HttpRequestException>(
            () => _bot.Connection.FollowUpAsync(Interactions.Press, new MessageContent { Text = "x" }, CancellationToken.None));
        Assert.Equal(HttpRequestError.InvalidResponse, error.HttpRequestError);
    }

    [Fact]
    public async Task DeepListOfCommandsIsOneThatCannotBeRead()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json(Nested(Abyss));
        await Assert.ThrowsAsync<HttpRequestException>(() => _bot.Connection.RegisterCommandsAsync(new Snowflake(1), [], CancellationToken.None));
    }

    [Fact]
    public async Task DeepRefusalIsOneWithoutAnExplanation()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json($$"""{"errors":{{Nested(Abyss)}} }""", System.Net.HttpStatusCode.BadRequest);
        var error = await Assert.ThrowsAsync<DiscordRestException>(
            () => _bot.Connection.FollowUpAsync(Interactions.Press, new MessageContent { Text = "x" }, CancellationToken.None));
        Assert.Contains("without an explanation", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeepAnswerAboutTheGatewayIsOneThatCannotBeRead() => Assert.ThrowsAny<JsonException>(
        () => GatewayStartReader.Read(
            Encoding.UTF8.GetBytes($$"""{"shards":{{Nested(Abyss)}},"url":"wss://gateway.discord.gg"}"""), new Uri("https://discord.com")));

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static string Components(int depth) =>
        string.Concat(Enumerable.Repeat("""[{"components":""", depth)) + "[]" + string.Concat(Enumerable.Repeat("}]", depth));

    private static string Options(int depth) =>
        string.Concat(Enumerable.Repeat("""[{"name":"x","type":1,"options":""", depth)) + "[]" + string.Concat(Enumerable.Repeat("}]", depth));
}
