using System.Net;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Security;

/// <summary>No reply is read beyond what its route may need.</summary>
public sealed class RestSizeTests : IAsyncDisposable
{
    private static readonly Snowflake _id = new(1);
    private static readonly MessageContent _content = new() { Text = "x" };
    private static readonly InteractionResponse _reply = new InteractionResponse.Reply(_content);

    private static readonly Dictionary<string, (int Limit, Func<DiscordConnection, Task> Call)> _routes = new()
    {
        ["GET /applications/80/commands"] = (PeerLimits.CommandList, bot => bot.RegisterCommandsAsync(new Snowflake(80), [], CancellationToken.None)),
        ["PUT /applications/80/commands"] = (PeerLimits.CommandList, bot => bot.RegisterCommandsAsync(new Snowflake(80), [], CancellationToken.None)),
        ["POST callback"] = (PeerLimits.Reply, bot => bot.RespondAsync(Interactions.Press, _reply, CancellationToken.None)),
        ["PATCH @original"] = (PeerLimits.Reply, bot => bot.EditResponseAsync(Interactions.Press, _content, CancellationToken.None)),
        ["POST webhook"] = (PeerLimits.Reply, bot => bot.FollowUpAsync(Interactions.Press, _content, CancellationToken.None)),
        ["POST message"] = (PeerLimits.Reply, bot => bot.PostMessageAsync(_id, _content, "n", CancellationToken.None)),
        ["PATCH message"] = (PeerLimits.Reply, bot => bot.EditMessageAsync(_id, _id, _content, CancellationToken.None)),
        ["DELETE message"] = (PeerLimits.Reply, bot => bot.DeleteMessageAsync(_id, _id, CancellationToken.None)),
        ["POST dm"] = (PeerLimits.Reply, bot => bot.OpenDirectMessageAsync(_id, CancellationToken.None)),
    };

    private const string OldCommands = """[{"name":"old","type":1}]""";
    private const string MessageText = """{"id":"7","channel_id":"2"}""";

    private readonly TestBot _bot = new();

    public static TheoryData<string, HttpStatusCode> RoutesAndStatuses
    {
        get
        {
            var data = new TheoryData<string, HttpStatusCode>();
            foreach (string route in _routes.Keys)
            {
                data.Add(route, HttpStatusCode.OK);
                data.Add(route, HttpStatusCode.BadRequest);
                data.Add(route, HttpStatusCode.TooManyRequests);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(RoutesAndStatuses))]
    public async Task EndlessReplyIsGivenUpAtTheLimitOfItsRoute(string name, HttpStatusCode status)
    {
        (int limit, Func<DiscordConnection, Task> call) = _routes[name];
        var served = new List<EndlessStream>();
        _bot.Http.Answer = (request, _) =>
        {
            // The list has to be read before it can be overwritten.
            if (name.StartsWith("PUT", StringComparison.Ordinal) && request.Method == "GET") return FakeDiscordHttp.Json(OldCommands);
            var stream = new EndlessStream();
            served.Add(stream);
            return new HttpResponseMessage(status) { Content = new StreamContent(stream) };
        };
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => PlayedOutAsync(call(_bot.Connection)));
        Assert.Equal(HttpRequestError.InvalidResponse, error.HttpRequestError);
        Assert.Contains($"longer than {limit / 1024} KB", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(served);
        Assert.All(served, stream => Assert.Equal(limit + 1L, stream.Given));
        Assert.All(served, stream => Assert.True(stream.IsClosed));
    }

    [Fact]
    public async Task ReplyThatSaysItIsTooLongIsNotReadAtAll()
    {
        var stream = new EndlessStream();
        _bot.Http.Answer = (_, _) =>
        {
            var content = new StreamContent(stream);
            content.Headers.ContentLength = PeerLimits.Reply + 1;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        };
        Task call = _bot.Connection.FollowUpAsync(Interactions.Press, _content, CancellationToken.None);
        await Assert.ThrowsAsync<HttpRequestException>(() => PlayedOutAsync(call));
        Assert.Equal(0, stream.Given);
    }

    [Fact]
    public async Task LongestAllowedReplyIsRead()
    {
        string padding = new(' ', PeerLimits.Reply - MessageText.Length);
        _bot.Http.Answer = (_, _) => FakeDiscordHttp.Json(MessageText + padding);
        Message posted = await _bot.Connection.PostMessageAsync(_id, _content, "n", CancellationToken.None);
        Assert.Equal(new Snowflake(7), posted.Id);
    }

    [Fact]
    public async Task EndlessAnswerAboutTheGatewayIsAskedForAgainLater()
    {
        _bot.Http.Answer = (_, number) => number > 1
            ? FakeDiscordHttp.Json(TestBot.GatewayBotReply)
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) };
        ScriptedSocket socket = _bot.Socket();
        socket.Give(Frames.Hello);
        Task<DiscordEvent?> first = _bot.NextEventAsync();
        await _bot.Time.PassAsync(wait => wait.TotalSeconds is >= 0.5 and <= 1);
        socket.Give(Frames.Ready);
        Assert.IsType<Ready>(await first);
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    /// <summary>Lets the pauses between repetitions pass.</summary>
    private async Task PlayedOutAsync(Task call)
    {
        while (!call.IsCompleted)
        {
            Task pause = _bot.Time.WaitBegunAsync(wait => wait < TimeSpan.FromSeconds(10));
            if (await Task.WhenAny(call, pause) != call) _bot.Time.Advance(TimeSpan.FromSeconds(10));
        }

        await call;
    }

    /// <summary>Goes on for ever, and counts.</summary>
    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public bool IsClosed { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            Given += buffer.Length;
            return buffer.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
