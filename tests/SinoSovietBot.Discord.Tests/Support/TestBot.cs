using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Tests.Support;

/// <summary>A connection whose sockets, HTTP and time belong to the test.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    public const string Token = "bot.token.secret";
    public const string InteractionSecret = "interaction-token-secret";

    public const string GatewayBotReply =
        """{"url":"wss://gateway.discord.example","shards":1,"session_start_limit":{"total":1000,"remaining":999,"reset_after":0,"max_concurrency":1}}""";

    private readonly Queue<ScriptedSocket> _sockets = new();
    private readonly CancellationTokenSource _stop = new();
    private IAsyncEnumerator<DiscordEvent>? _events;
    private Task? _reading;

    public TestBot(string apiBase = "https://discord.example/api/v10")
    {
        var options = new DiscordConnectionOptions { Token = Token, ApiBase = new Uri(apiBase) };
        Connection = new DiscordConnection(options, Logs, Time, new Random(1), new DiscordTransport(Http, NextSocket));
        Http.Answer = (_, _) => FakeDiscordHttp.Json(GatewayBotReply);
    }

    public WatchedTime Time { get; } = new();

    public FakeDiscordHttp Http { get; } = new();

    public LogCollector Logs { get; } = new();

    public DiscordConnection Connection { get; }

    public ScriptedSocket Socket(ScriptedSocket? socket = null)
    {
        socket ??= new ScriptedSocket();
        _sockets.Enqueue(socket);
        return socket;
    }

    /// <summary>Begins to read events; the first call connects.</summary>
    public async Task<DiscordEvent?> NextEventAsync()
    {
        _events ??= Connection.ReadAllAsync(_stop.Token).GetAsyncEnumerator();
        Task<bool> reading = _events.MoveNextAsync().AsTask();
        _reading = reading;
        return await reading.WaitAsync(Patience.Limit) ? _events.Current : null;
    }

    /// <summary>Connects and identifies on <paramref name="socket"/>.</summary>
    public async Task<Ready> StartAsync(ScriptedSocket socket)
    {
        Task<DiscordEvent?> first = NextEventAsync();
        socket.Give(Frames.Hello);
        Assert.StartsWith("{\"op\":2,", await socket.SentBesidesHeartbeatsAsync(), StringComparison.Ordinal);
        socket.Give(Frames.Ready);
        return Assert.IsType<Ready>(await first);
    }

    public void Stop() => _stop.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        // A test that failed may have left a read pending: then there is nothing to dispose of yet.
        if (_events is not null && _reading is { IsCompleted: true }) await _events.DisposeAsync();
        await Connection.DisposeAsync();
        _stop.Dispose();
    }

    private ScriptedSocket NextSocket() => _sockets.TryDequeue(out ScriptedSocket? socket) ? socket : new ScriptedSocket { RefusesConnection = true };
}
