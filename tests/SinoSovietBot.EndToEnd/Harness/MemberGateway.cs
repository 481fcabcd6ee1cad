using System.Net.WebSockets;
using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>A member's connection to the gateway, as a client of Discord has it.</summary>
internal sealed class MemberGateway : IAsyncDisposable
{
    private const int Dispatch = 0;
    private const int Heartbeat = 1;
    private const int Identify = 2;
    private const int Hello = 10;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly MemberEvents _events;
    private readonly string _token;
    private long _sequence;
    private Task _reading = Task.CompletedTask;
    private Task _beating = Task.CompletedTask;

    private MemberGateway(MemberEvents events, string token) => (_events, _token) = (events, token);

    /// <summary>The session that interactions are sent under.</summary>
    public string SessionId { get; private set; } = "";

    public static async Task<MemberGateway> ConnectAsync(string address, string token, MemberEvents events)
    {
        var gateway = new MemberGateway(events, token);
        await gateway._socket.ConnectAsync(new Uri($"{address}/?v=10&encoding=json"), Patience.TestCancellation);
        gateway._reading = gateway.ReadAsync();
        var ready = await events.WaitAsync(0, "READY", happened => happened.Type == "READY" ? happened : null);
        gateway.SessionId = ready.Data.GetProperty("session_id").GetString()!;
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _socket.Abort();
        await Task.WhenAll(_reading, _beating);
        _socket.Dispose();
        _sending.Dispose();
        _stopping.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            using var frame = new MemoryStream();
            while (await ReceiveAsync(frame))
                await TakeAsync(JsonSerializer.Deserialize<JsonElement>(frame.ToArray()));
            _events.End(new WebSocketException($"Closed with {(int?)_socket.CloseStatus} {_socket.CloseStatusDescription}."));
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or JsonException or ObjectDisposedException)
        {
            // The last is how the socket says that it was aborted between two frames.
            _events.End(fault);
        }
    }

    private async Task<bool> ReceiveAsync(MemoryStream frame)
    {
        frame.SetLength(0);
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(), _stopping.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return false;
            frame.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return true;
        }
    }

    private async Task TakeAsync(JsonElement payload)
    {
        switch (payload.GetProperty("op").GetInt32())
        {
            case Hello:
                var interval = payload.GetProperty("d").GetProperty("heartbeat_interval").GetInt32();
                _beating = BeatAsync(TimeSpan.FromMilliseconds(interval));
                await SendAsync(Identify, new { token = _token, properties = new { os = "linux", browser = "scripted", device = "scripted" } });
                break;
            case Heartbeat:
                await SendAsync(Heartbeat, Volatile.Read(ref _sequence));
                break;
            case Dispatch:
                Volatile.Write(ref _sequence, payload.GetProperty("s").GetInt64());
                _events.Add(new MemberEvent(payload.GetProperty("t").GetString()!, payload.GetProperty("d")));
                break;
        }
    }

    private async Task BeatAsync(TimeSpan interval)
    {
        using var timer = new PeriodicTimer(interval, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
                await SendAsync(Heartbeat, Volatile.Read(ref _sequence));
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            _events.End(fault);
        }
    }

    private async Task SendAsync(int op, object? data)
    {
        await _sending.WaitAsync(_stopping.Token);
        try
        {
            var frame = JsonSerializer.SerializeToUtf8Bytes(new { op, d = data });
            await _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, _stopping.Token);
        }
        finally
        {
            _sending.Release();
        }
    }
}
