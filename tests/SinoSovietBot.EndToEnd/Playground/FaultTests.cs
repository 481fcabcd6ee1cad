using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

public sealed class FaultTests
{
    [Fact]
    public async Task ARateLimitStrikesAsOftenAsItWasAskedTo()
    {
        await using Ground ground = await Ground.StartAsync();
        await ground.FaultAsync(Fault("rate_limit",
            """{"count":1,"after":1,"scope":"global","retry_after":0.25,"route":"/channels/{id}/messages"}"""));

        HttpStatusCode[] results = [.. (await Task.WhenAll(ground.PostAsync(Sample.Text("1")))).Select(reply => reply.Status)];
        Reply limited = await ground.PostAsync(Sample.Text("2"));
        Reply third = await ground.PostAsync(Sample.Text("3"));

        Assert.Equal([HttpStatusCode.OK], results);
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Status);
        Assert.True((bool)limited.Json["global"]!);
        Assert.Equal(0.25, (double)limited.Json["retry_after"]!);
        Assert.Equal("global", limited.Headers.GetValues("X-RateLimit-Scope").Single());
        Assert.Equal("1", limited.Headers.GetValues("Retry-After").Single());
        Assert.Equal(HttpStatusCode.OK, third.Status);
    }

    [Fact]
    public async Task ARealRateLimitSendsItsHeadersAlong()
    {
        await using Ground ground = await Ground.StartAsync();
        await ground.FaultAsync(Fault("rate_limit", """{"limit":1,"window":60,"scope":"user","route":"messages"}"""));

        Reply first = await ground.PostAsync(Sample.Text("1"));
        Reply second = await ground.PostAsync(Sample.Text("2"));

        Assert.Equal("0", first.Headers.GetValues("X-RateLimit-Remaining").Single());
        Assert.Equal(HttpStatusCode.TooManyRequests, second.Status);
        Assert.Equal(first.Headers.GetValues("X-RateLimit-Bucket"), second.Headers.GetValues("X-RateLimit-Bucket"));
    }

    [Fact]
    public async Task AServerErrorLeavesTheWorldAsItWas()
    {
        await using Ground ground = await Ground.StartAsync();
        await ground.FaultAsync(Fault("server_error", """{"status":502,"route":"POST messages"}"""));

        Reply broken = await ground.PostAsync(Sample.Text("1"));

        Assert.Equal(HttpStatusCode.BadGateway, broken.Status);
        Assert.Empty((await ground.Bot.GetAsync($"/channels/{ground.Channel}/messages")).Json.AsArray());
    }

    [Fact]
    public async Task ALostResponseIsOneWhoseRequestWasCarriedOut()
    {
        await using Ground ground = await Ground.StartAsync();
        await ground.FaultAsync(Fault("lose_response", """{"route":"POST messages"}"""));

        await Assert.ThrowsAsync<HttpRequestException>(() => ground.PostAsync(Sample.Text("1")));

        Assert.Single((await ground.Bot.GetAsync($"/channels/{ground.Channel}/messages")).Json.AsArray());
    }

    [Fact]
    public async Task ADroppedSocketBreaksWithoutAWord()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();

        await ground.FaultAsync(Fault("drop_socket"));

        await bot.BrokenAsync();
    }

    [Fact]
    public async Task ASocketDroppedInAFrameBreaksAtTheNextEvent()
    {
        await using Ground ground = await Ground.StartAsync();
        (Socket bot, Classmate member, string message) = await QuestionAsync(ground);
        await ground.FaultAsync(Fault("drop_socket", """{"mid_frame":true}"""));
        Assert.Empty(await bot.DrainAsync());

        await member.PressAsync(message, "a:1");

        await bot.BrokenAsync();
    }

    [Fact]
    public async Task ACloseComesWithItsCode()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();

        await ground.FaultAsync(Fault("close", """{"code":4008}"""));

        Assert.Equal(4008, await bot.ClosedAsync());
    }

    [Fact]
    public async Task AReconnectIsAskedFor()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();

        await ground.FaultAsync(Fault("reconnect"));

        Assert.Equal(7, (int)(await bot.ReadAsync())["op"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnInvalidSessionCanOrCannotBeResumed(bool resumable)
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();

        await ground.FaultAsync(Fault("invalid_session", $$"""{"resumable":{{(resumable ? "true" : "false")}}}"""));
        JsonObject notice = await bot.ReadAsync();
        bot.Abort();
        Socket again = await ground.ConnectAsync(ground.BotToken);
        await again.ResumeAsync(bot.SessionId, bot.Sequence);

        Assert.Equal((9, resumable), ((int)notice["op"]!, (bool)notice["d"]!));
        Assert.Equal(resumable ? 0 : 9, (int)(await again.ReadAsync())["op"]!);
    }

    [Fact]
    public async Task AHeartbeatIsLeftWithoutAnAnswer()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        await ground.FaultAsync(Fault("no_heartbeat_ack"));

        await bot.SendAsync(1, null);
        await bot.SendAsync(1, null);
        Assert.Equal(11, (int)(await bot.ReadAsync())["op"]!);
        await ground.FaultAsync(Fault("reconnect"));

        // One acknowledgement for two heartbeats: the next word is another one.
        Assert.Equal(7, (int)(await bot.ReadAsync())["op"]!);
    }

    [Fact]
    public async Task ADuplicateIsTheSameInteractionAgain()
    {
        await using Ground ground = await Ground.StartAsync();
        (Socket bot, Classmate member, string message) = await QuestionAsync(ground);
        await ground.FaultAsync(Fault("duplicate_event"));

        await member.PressAsync(message, "a:1");
        JsonObject first = await bot.NextAsync("INTERACTION_CREATE");
        JsonObject second = await bot.NextAsync("INTERACTION_CREATE");

        Assert.Equal((string)first["id"]!, (string)second["id"]!);
    }

    [Fact]
    public async Task AReorderedInteractionComesAfterTheNext()
    {
        await using Ground ground = await Ground.StartAsync();
        (Socket bot, Classmate member, string message) = await QuestionAsync(ground);
        await ground.FaultAsync(Fault("reorder"));

        await member.PressAsync(message, "a:1");
        await member.PressAsync(message, "a:1");
        JsonObject first = await bot.NextAsync("INTERACTION_CREATE");
        JsonObject second = await bot.NextAsync("INTERACTION_CREATE");

        Assert.True(string.CompareOrdinal((string)first["id"]!, (string)second["id"]!) > 0);
    }

    [Fact]
    public async Task AnExpiredTokenCannotBeAnswered()
    {
        await using Ground ground = await Ground.StartAsync();
        (Socket bot, Classmate member, string message) = await QuestionAsync(ground);
        await ground.FaultAsync(Fault("expire_token"));

        JsonObject interaction = await member.PressAndSeeAsync(bot, message, "a:1");

        Assert.Equal(10062, (await ground.AnswerAsync(interaction, Sample.Reply("Hello"))).Code);
        await member.Socket.NextAsync("INTERACTION_FAILURE");
    }

    [Fact]
    public async Task ASkewedClockShowsInIds()
    {
        await using Ground ground = await Ground.StartAsync();
        ulong before = Sample.Id((await ground.PostAsync(Sample.Text("1"))).Id);
        await ground.FaultAsync(Fault("clock_skew", """{"ms":3600000}"""));

        ulong after = Sample.Id((await ground.PostAsync(Sample.Text("2"))).Id);
        await ground.Anyone.DeleteAsync("/playground/faults");
        ulong cleared = Sample.Id((await ground.PostAsync(Sample.Text("3"))).Id);

        Assert.InRange((long)(after >> 22) - (long)(before >> 22), 3_600_000, 3_660_000);
        Assert.True(cleared < after);
    }

    [Fact]
    public async Task OfflineMeansTheBotSideOnly()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);

        await ground.FaultAsync(Fault("offline", """{"ms":600000}"""));
        await bot.BrokenAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => ground.Bot.GetAsync("/gateway/bot"));
        Reply members = await member.Rest.GetAsync($"/channels/{ground.Channel}/messages");
        await ground.Anyone.DeleteAsync("/playground/faults");

        Assert.Equal(HttpStatusCode.OK, members.Status);
        Assert.Equal(HttpStatusCode.OK, (await ground.Bot.GetAsync("/gateway/bot")).Status);
    }

    [Fact]
    public async Task ASlowAnswerComesAllTheSame()
    {
        await using Ground ground = await Ground.StartAsync();
        await ground.FaultAsync(Fault("slow", """{"ms":20,"on":"rest"}"""));

        Assert.Equal(HttpStatusCode.OK, (await ground.PostAsync(Sample.Text("1"))).Status);
        Assert.Equal(1, (int)(await ground.Anyone.GetAsync("/playground/faults")).Json[0]!["struck"]!);
    }

    [Fact]
    public async Task AnUnknownFaultIsRefused()
    {
        await using Ground ground = await Ground.StartAsync();

        Assert.Equal(50035, (await ground.FaultAsync(Fault("earthquake"))).Code);
    }

    private static JsonObject Fault(string kind, string settings = "{}")
    {
        JsonObject fault = JsonNode.Parse(settings)!.AsObject();
        fault["kind"] = kind;
        return fault;
    }

    private static async Task<(Socket Bot, Classmate Member, string Message)> QuestionAsync(Ground ground)
    {
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        return (bot, member, (await ground.PostAsync(Sample.Question())).Id);
    }
}
