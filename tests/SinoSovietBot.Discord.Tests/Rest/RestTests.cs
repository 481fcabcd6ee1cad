using System.Net;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Rest;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Rest;

public sealed class RestTests : IAsyncDisposable
{
    private static readonly Snowflake _channel = new(600);
    private static readonly MessageContent _hello = new() { Text = "Hello" };

    private readonly TestBot _bot = new();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task EveryRequestSaysWhoWeAre()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Message();
        await _bot.Connection.PostMessageAsync(_channel, _hello, "n", None);
        RecordedRequest request = Assert.Single(_bot.Http.Requests);
        Assert.Matches("^DiscordBot \\(https://github\\.com/sinosovietbot/sinosovietbot, \\d+\\.\\d+\\.\\d+\\)$", request.Headers["User-Agent"]);
        Assert.Equal($"Bot {TestBot.Token}", request.Headers["Authorization"]);
        Assert.Equal("application/json", request.ContentType);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task MessageIsPostedAgainWithTheSameNonceAfterAFailure(int status)
    {
        _bot.Http.Answer = (_, number) => number switch
        {
            > 1 => FakeDiscordHttp.Message(9),
            _ when status == 0 => throw new HttpRequestException("The connection was reset"),
            _ => FakeDiscordHttp.Json("", (HttpStatusCode)status),
        };
        Task<Message> posting = _bot.Connection.PostMessageAsync(_channel, _hello, "round-6", None);
        await _bot.Time.PassAsync(wait => wait <= RestTimes.FirstBackoff && wait >= RestTimes.FirstBackoff / 2);
        Assert.Equal(new Message(new Snowflake(9), new Snowflake(2)), await posting);
        const string nonce = "\"nonce\":\"round-6\",\"enforce_nonce\":true";
        Assert.All(_bot.Http.Requests, request => Assert.Contains(nonce, request.Body, StringComparison.Ordinal));
        Assert.Equal(2, _bot.Http.Requests.Count);
    }

    [Fact]
    public async Task RefusalIsNotRepeated()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json("""{"message":"Missing Permissions","code":50013}""", HttpStatusCode.Forbidden);
        var error = await Assert.ThrowsAsync<DiscordRestException>(() => _bot.Connection.PostMessageAsync(_channel, _hello, "n", None));
        Assert.Equal(DiscordErrorCode.MissingPermissions, error.Error.Code);
        Assert.StartsWith("POST /channels/{channel.id}/messages was refused with 403", error.Message, StringComparison.Ordinal);
        Assert.Single(_bot.Http.Requests);
    }

    [Fact]
    public async Task FailureThatLastsIsReportedAfterSixAttempts()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json("", HttpStatusCode.BadGateway);
        Task<Message> posting = _bot.Connection.PostMessageAsync(_channel, _hello, "n", None);
        for (int failures = 1; failures < RestTimes.Attempts; failures++)
        {
            double most = RestTimes.FirstBackoff.TotalMilliseconds * Math.Pow(2, failures - 1);
            await _bot.Time.PassAsync(wait => wait.TotalMilliseconds >= most / 2 && wait.TotalMilliseconds <= most);
        }

        var error = await Assert.ThrowsAsync<DiscordRestException>(() => posting);
        Assert.Equal(HttpStatusCode.BadGateway, error.Error.Status);
        Assert.Equal(RestTimes.Attempts, _bot.Http.Requests.Count);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, 2)]
    [InlineData(HttpRequestError.ResponseEnded, 1)]
    public async Task FollowUpIsRepeatedOnlyWhenItNeverArrived(HttpRequestError kind, int expectedRequests)
    {
        _bot.Http.Answer = (_, number) => number > 1 ? FakeDiscordHttp.Message() : throw new HttpRequestException(kind);
        Task<Message> sending = _bot.Connection.FollowUpAsync(Interactions.Press, _hello, None);
        if (expectedRequests > 1)
        {
            await _bot.Time.PassAsync(wait => wait <= RestTimes.FirstBackoff);
            await sending;
        }
        else
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => sending);
        }

        Assert.Equal(expectedRequests, _bot.Http.Requests.Count);
    }

    [Fact]
    public async Task RateLimitedRequestIsSentAgainAfterExactlyTheTimeInTheBody()
    {
        _bot.Http.Answer = (_, number) => number > 1
            ? FakeDiscordHttp.Message()
            : FakeDiscordHttp.Json(
                """{"message":"You are being rate limited.","retry_after":1.25,"global":false}""",
                HttpStatusCode.TooManyRequests,
                ("Retry-After", "2"),
                ("X-RateLimit-Scope", "user"),
                ("X-RateLimit-Bucket", "b"),
                ("X-RateLimit-Limit", "5"),
                ("X-RateLimit-Remaining", "0"),
                ("X-RateLimit-Reset-After", "1.25"));
        Task<Message> posting = _bot.Connection.PostMessageAsync(_channel, _hello, "n", None);
        await _bot.Time.PassAsync(wait => wait == TimeSpan.FromSeconds(1.25));
        await posting;
        Assert.Equal(2, _bot.Http.Requests.Count);
        Assert.Contains(_bot.Logs.Lines, line => line.Contains("rate limit (429, scope user)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SilentServerIsGivenUpOnAndTriedAgain()
    {
        using var silent = new SilentOnceHandler();
        var options = new DiscordConnectionOptions { Token = TestBot.Token };
        await using var connection = new DiscordConnection(
            options, _bot.Logs, _bot.Time, new Random(1), new DiscordTransport(silent, () => throw new InvalidOperationException()));
        Task<Message> posting = connection.PostMessageAsync(_channel, _hello, "n", None);
        await _bot.Time.PassAsync(wait => wait == RestTimes.Attempt);
        await _bot.Time.PassAsync(wait => wait <= RestTimes.FirstBackoff);
        await posting;
    }

    [Fact]
    public async Task ErrorsInAFormAreFlattenedToPaths()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json(
            """
            {"code":50035,"message":"Invalid Form Body","errors":{
            "embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Too long."}]}}},
            "_errors":[{"code":"APPLICATION_COMMAND_TOO_LARGE","message":"Too large."}]}}
            """,
            HttpStatusCode.BadRequest);
        var error = await Assert.ThrowsAsync<DiscordRestException>(() => _bot.Connection.EditMessageAsync(_channel, new Snowflake(5), _hello, None));
        Assert.Equal(
            ["embeds[0].title: BASE_TYPE_MAX_LENGTH Too long.", "the request: APPLICATION_COMMAND_TOO_LARGE Too large."], error.Error.Faults);
    }

    [Fact]
    public async Task PageOfTheWallBeforeDiscordIsAnErrorToo()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json("<html>blocked</html>", HttpStatusCode.Forbidden);
        var error = await Assert.ThrowsAsync<DiscordRestException>(() => _bot.Connection.OpenDirectMessageAsync(new Snowflake(1), None));
        Assert.Equal((HttpStatusCode.Forbidden, 0), (error.Error.Status, error.Error.Code));
    }

    [Fact]
    public async Task DeletingWhatIsGoneIsASuccess()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json("""{"message":"Unknown Message","code":10008}""", HttpStatusCode.NotFound);
        await _bot.Connection.DeleteMessageAsync(_channel, new Snowflake(5), None);
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json("""{"message":"Unknown Channel","code":10003}""", HttpStatusCode.NotFound);
        await Assert.ThrowsAsync<DiscordRestException>(() => _bot.Connection.DeleteMessageAsync(_channel, new Snowflake(5), None));
    }

    [Fact]
    public async Task FilesTravelBesideTheJson()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Message();
        MessageContent content = _hello with { Files = [new FileUpload("board \"1\".png", "PNG"u8.ToArray(), "The standings")] };
        await _bot.Connection.PostMessageAsync(_channel, content, "n", None);
        RecordedRequest request = Assert.Single(_bot.Http.Requests);
        string boundary = request.ContentType["multipart/form-data; boundary=".Length..];
        string[] parts = request.Body.Split($"--{boundary}");
        Assert.Equal(4, parts.Length);
        Assert.StartsWith(
            "\r\nContent-Disposition: form-data; name=\"payload_json\"\r\nContent-Type: application/json\r\n\r\n{",
            parts[1],
            StringComparison.Ordinal);
        Assert.Contains("""
            "attachments":[{"id":"0","filename":"board \"1\".png","description":"The standings"}]
            """, parts[1], StringComparison.Ordinal);
        Assert.Equal(
            "\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"board %221%22.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n",
            parts[2]);
        Assert.Equal("--\r\n", parts[3]);
    }

    [Fact]
    public async Task DirectMessageChannelIsReturned()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json("""{"type":1,"recipients":[{"id":"4242"}],"id":"321"}""");
        Assert.Equal(new Snowflake(321), await _bot.Connection.OpenDirectMessageAsync(new Snowflake(4242), None));
        Assert.Equal("""{"recipient_id":"4242"}""", Assert.Single(_bot.Http.Requests).Body);
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    private sealed class SilentOnceHandler : HttpMessageHandler
    {
        private int _count;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _count) == 1) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return FakeDiscordHttp.Message();
        }
    }
}
