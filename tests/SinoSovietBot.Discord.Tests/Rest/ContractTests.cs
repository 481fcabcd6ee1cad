using System.Net;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Rest;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Rest;

/// <summary>What a caller of <see cref="IDiscordApi"/> may rely on when things go wrong.</summary>
public sealed class ContractTests : IAsyncDisposable
{
    private static readonly Snowflake _channel = new(600);
    private static readonly MessageContent _hello = new() { Text = "Hello" };

    private readonly TestBot _bot = new();

    public static TheoryData<string> Calls => ["post", "edit", "edit response", "follow up", "open", "register"];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task ReplyThatDiscordDoesNotDocumentIsAFailureToReachIt(string call)
    {
        foreach (string body in (string[])["", "[1]", "{}", "{\"id\":", "<html>", $"null {TestBot.InteractionSecret}", "{\"id\":\"x\"}"])
        {
            _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json(body);
            var error = await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync(call));
            Assert.StartsWith("Discord could not be understood: the reply to ", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(TestBot.InteractionSecret, error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ReplyThatIsNotUnderstoodIsNamedByItsRoute()
    {
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json("<html>");
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync("edit response"));
        Assert.Contains("PATCH /webhooks/{application.id}/{interaction.token}/messages/@original (HTTP 200, 6 bytes)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TimeOutInsideTheHttpStackIsAFailureToReachDiscord(bool asCancellation)
    {
        _bot.Http.Answer = (_, _) => throw (asCancellation ? new TaskCanceledException("too slow", new TimeoutException()) : new TimeoutException());
        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync("follow up"));
    }

    [Fact]
    public async Task CancellationByTheCallerIsACancellation()
    {
        using var stop = new CancellationTokenSource();
        _bot.Http.Answer = (_, _) =>
        {
            stop.Cancel();
            throw new TaskCanceledException();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bot.Connection.PostMessageAsync(_channel, _hello, "n", stop.Token));
    }

    [Theory]
    [InlineData("edit", 10)]
    [InlineData("post", 30)]
    public async Task SilenceIsGivenUpOnWithinTheBudgetAfterASecondAttempt(string call, int seconds)
    {
        using var silent = new SilentHandler();
        var transport = new DiscordTransport(silent, () => throw new InvalidOperationException());
        var options = new DiscordConnectionOptions { Token = TestBot.Token };
        await using var connection = new DiscordConnection(options, _bot.Logs, _bot.Time, new Random(1), transport);
        long begun = _bot.Time.GetTimestamp();
        Task<Message> calling = call == "edit"
            ? connection.EditMessageAsync(_channel, new Snowflake(5), _hello, CancellationToken.None)
            : connection.PostMessageAsync(_channel, _hello, "n", CancellationToken.None);
        await _bot.Time.PassAsync(wait => wait == TimeSpan.FromSeconds(seconds / 2.0));
        TimeSpan pause = await _bot.Time.PassAsync(wait => wait <= RestTimes.FirstBackoff);
        await _bot.Time.PassAsync(wait => wait == TimeSpan.FromSeconds(seconds / 2.0) - pause);
        await Assert.ThrowsAsync<HttpRequestException>(() => calling);
        Assert.Equal(TimeSpan.FromSeconds(seconds), _bot.Time.GetElapsedTime(begun));
        Assert.Equal(2, silent.Requests);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(11, false)]
    public async Task EditSitsOutARateLimitOnlyWithinItsBudget(int seconds, bool isSatOut)
    {
        _bot.Http.Answer = (_, number) => number > 1
            ? FakeDiscordHttp.Message()
            : FakeDiscordHttp.Json($$"""{"retry_after":{{seconds}},"global":false}""", HttpStatusCode.TooManyRequests, ("X-RateLimit-Scope", "shared"));
        Task editing = CallAsync("edit");
        if (isSatOut)
        {
            await _bot.Time.PassAsync(wait => wait == TimeSpan.FromSeconds(seconds));
            await editing;
            return;
        }

        var error = await Assert.ThrowsAsync<DiscordRestException>(() => editing);
        Assert.Equal(HttpStatusCode.TooManyRequests, error.Error.Status);
        // The next one does not stand in that line either, nor is it sent in vain.
        error = await Assert.ThrowsAsync<DiscordRestException>(() => CallAsync("edit"));
        Assert.Contains("for another 11 s", error.Message, StringComparison.Ordinal);
        Assert.Single(_bot.Http.Requests);
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    private Task CallAsync(string call) => call switch
    {
        "post" => _bot.Connection.PostMessageAsync(_channel, _hello, "n", CancellationToken.None),
        "edit" => _bot.Connection.EditMessageAsync(_channel, new Snowflake(5), _hello, CancellationToken.None),
        "edit response" => _bot.Connection.EditResponseAsync(Interactions.Press, _hello, CancellationToken.None),
        "follow up" => _bot.Connection.FollowUpAsync(Interactions.Press, _hello, CancellationToken.None),
        "open" => _bot.Connection.OpenDirectMessageAsync(new Snowflake(4242), CancellationToken.None),
        "register" => _bot.Connection.RegisterCommandsAsync(new Snowflake(80), [], CancellationToken.None),
        _ => throw new ArgumentOutOfRangeException(nameof(call)),
    };

    private sealed class SilentHandler : HttpMessageHandler
    {
        private int _requests;

        public int Requests => _requests;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _requests);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return FakeDiscordHttp.Message();
        }
    }
}
