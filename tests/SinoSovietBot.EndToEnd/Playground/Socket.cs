using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>A bare gateway client, written for these tests alone: no heartbeats of its own, reads only when asked.</summary>
internal sealed class Socket : IAsyncDisposable
{
    /// <summary>Longer than anything takes on a busy machine; reached only by a test that fails.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly string _token;
    private readonly SocketOwner _owner;
    private readonly MemoryStream _compressed = new();
    private ZLibStream? _zlib;

    private Socket(string token, SocketOwner owner) => (_token, _owner) = (token, owner);

    public long Sequence { get; private set; }

    public string SessionId { get; private set; } = "";

    /// <summary>Connects and reads HELLO.</summary>
    public static async Task<Socket> ConnectAsync(string gateway, string token, SocketOwner owner, string query = "?v=10&encoding=json")
    {
        var socket = new Socket(token, owner);
        await socket._socket.ConnectAsync(new Uri(gateway + query), CancellationToken.None).WaitAsync(Patience);
        JsonObject hello = await socket.ReadAsync();
        Assert.Equal(10, (int)hello["op"]!);
        return socket;
    }

    /// <summary>Connects, logs in and reads READY.</summary>
    public static async Task<(Socket Socket, JsonObject Ready)> LogInAsync(string gateway, string token, SocketOwner owner, int intents = 1,
        string query = "?v=10&encoding=json")
    {
        Socket socket = await ConnectAsync(gateway, token, owner, query);
        await socket.IdentifyAsync(intents);
        JsonObject ready = await socket.NextAsync("READY");
        socket.SessionId = (string)ready["session_id"]!;
        return (socket, ready);
    }

    public Task IdentifyAsync(int intents) => SendAsync(2, new JsonObject
    {
        ["token"] = _token,
        ["intents"] = intents,
        ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "test", ["device"] = "test" },
    });

    public Task ResumeAsync(string sessionId, long sequence) =>
        SendAsync(6, new JsonObject { ["token"] = _token, ["session_id"] = sessionId, ["seq"] = sequence });

    public Task SendAsync(int opcode, JsonNode? data) => SendTextAsync(new JsonObject { ["op"] = opcode, ["d"] = data }.ToJsonString());

    public async Task SendTextAsync(string text) =>
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None).WaitAsync(Patience);

    /// <summary>The data of the next event with this name; others are passed over.</summary>
    public async Task<JsonObject> NextAsync(string name)
    {
        while (true)
        {
            JsonObject payload = await ReadAsync();
            if ((string?)payload["t"] == name) return payload["d"]!.AsObject();
        }
    }

    /// <summary>The next payload, whatever it is.</summary>
    public async Task<JsonObject> ReadAsync()
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[16_384];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(Patience);
            if (part.MessageType == WebSocketMessageType.Close) throw new SocketClosedException((int)_socket.CloseStatus!.Value);
            bytes.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        byte[] message = part.MessageType == WebSocketMessageType.Binary ? Inflate(bytes.ToArray()) : bytes.ToArray();
        JsonObject payload = JsonNode.Parse(message)!.AsObject();
        _owner.Wire.Received(_owner.IsBot, payload);
        if (payload["s"] is { } sequence) Sequence = (long)sequence;
        return payload;
    }

    /// <summary>Everything up to and including the answer to a heartbeat: a way to see that nothing else is coming.</summary>
    public async Task<IReadOnlyList<JsonObject>> DrainAsync()
    {
        await SendAsync(1, Sequence);
        var seen = new List<JsonObject>();
        while (true)
        {
            JsonObject payload = await ReadAsync();
            if ((int)payload["op"]! == 11) return seen;
            seen.Add(payload);
        }
    }

    /// <summary>The code with which the other side closes.</summary>
    public async Task<int> ClosedAsync()
    {
        try
        {
            while (true) await ReadAsync();
        }
        catch (SocketClosedException closed)
        {
            return closed.Code;
        }
    }

    /// <summary>Reads until the connection breaks without a close frame.</summary>
    public async Task BrokenAsync()
    {
        await Assert.ThrowsAnyAsync<WebSocketException>(async () =>
        {
            while (true) await ReadAsync();
        });
    }

    /// <summary>Cuts the connection, as a killed process would.</summary>
    public void Abort() => _socket.Abort();

    public Task CloseAsync(int code) => _socket.CloseAsync((WebSocketCloseStatus)code, null, CancellationToken.None).WaitAsync(Patience);

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        _zlib?.Dispose();
        _compressed.Dispose();
        return ValueTask.CompletedTask;
    }

    private byte[] Inflate(byte[] part)
    {
        Assert.Equal([0, 0, 0xFF, 0xFF], part[^4..]);
        _compressed.SetLength(0);
        _compressed.Write(part);
        _compressed.Position = 0;
        _zlib ??= new ZLibStream(_compressed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        byte[] buffer = new byte[16_384];
        int read;
        while ((read = _zlib.Read(buffer)) > 0) plain.Write(buffer, 0, read);
        return plain.ToArray();
    }
}

/// <summary>The other side closed the socket.</summary>
internal sealed class SocketClosedException(int code) : Exception($"Closed with {code}.")
{
    public int Code { get; } = code;
}

/// <summary>Whose client a socket is.</summary>
/// <param name="IsBot">The bot's, else a member's.</param>
/// <param name="Wire">Looks at what arrives.</param>
internal sealed record SocketOwner(bool IsBot, Wire Wire);
