using System.Net.WebSockets;

namespace SinoSovietBot.Playground.Gateway;

/// <summary>Answers at the gateway's address.</summary>
internal sealed class GatewayHouse(World world, GatewayHub hub, Recorder recorder, TimeSpan heartbeatInterval)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _nextLogin = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public World World { get; } = world;

    public GatewayHub Hub { get; } = hub;

    public Recorder Recorder { get; } = recorder;

    public TimeSpan HeartbeatInterval { get; } = heartbeatInterval;

    public TimeProvider Time => World.Snowflakes.Time;

    /// <summary>The ws address without a query; known once the server listens.</summary>
    public string GatewayUrl { get; set; } = "";

    /// <summary>When the bot last got READY or RESUMED, on the clock of <see cref="System.Diagnostics.Stopwatch"/>; null before.</summary>
    public long? BotReadyAt { get; private set; }

    /// <summary>Completes when the bot next gets READY or RESUMED.</summary>
    public Task NextBotLogin
    {
        get
        {
            lock (_gate) return _nextLogin.Task;
        }
    }

    public void BotLoggedIn(bool resumed)
    {
        lock (_gate)
        {
            BotReadyAt = System.Diagnostics.Stopwatch.GetTimestamp();
            BotResumes += resumed ? 1 : 0;
            _nextLogin.TrySetResult();
            _nextLogin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>How often the bot resumed.</summary>
    public int BotResumes { get; private set; }

    public async Task HandleAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest || http.Request.Query["encoding"] is { Count: > 0 } encoding && encoding != "json")
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        // Without a token yet, nobody knows whose socket this is; members' clients wait out an outage of the bot side as well.
        bool compress = http.Request.Query["compress"] == "zlib-stream";
        using WebSocket socket =
            await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan })
            .ConfigureAwait(false);
        using var connection = new GatewayConnection(socket, http.Abort, compress, Time);
        Task writing = connection.WriteAsync(http.RequestAborted);
        if (http.Request.Query["v"] is { Count: > 0 } version && version != "10" && version != "9")
        {
            connection.Close(CloseCode.InvalidVersion);
            await Task.WhenAll(writing, connection.ReadAsync(_ => { }, http.RequestAborted)).ConfigureAwait(false);
            return;
        }

        using var client = new GatewayClient(this, connection);
        client.Greet();
        await connection.ReadAsync(client.Handle, http.RequestAborted).ConfigureAwait(false);
        client.Leave();
        await writing.ConfigureAwait(false);
    }
}
