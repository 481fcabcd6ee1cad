using System.IO.Compression;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace SinoSovietBot.Playground.Gateway;

/// <summary>One socket: writes what is queued, in order, and reads payloads. Queueing is thread-safe.</summary>
internal sealed class GatewayConnection : IDisposable
{
    private const int MaxPayload = 4096;
    private const int MaxQueued = 100_000;
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(5);

    private readonly WebSocket _socket;
    private readonly Action _abort;
    private readonly TimeProvider _time;
    private readonly MemoryStream? _compressed;
    private readonly ZLibStream? _zlib;
    private readonly CancellationTokenSource _ended = new();
    private readonly Lock _disposal = new();
    private bool _disposed;
    private volatile bool _closing;
    private volatile bool _silent;
    private readonly Channel<Outgoing> _queue = Channel.CreateBounded<Outgoing>(new BoundedChannelOptions(MaxQueued) { SingleReader = true });

    /// <param name="socket">Open.</param>
    /// <param name="abort">Cuts the connection under the socket.</param>
    /// <param name="compress">Send one zlib stream instead of texts.</param>
    /// <param name="time">For waits.</param>
    public GatewayConnection(WebSocket socket, Action abort, bool compress, TimeProvider time)
    {
        _socket = socket;
        _abort = abort;
        _time = time;
        if (!compress) return;
        _compressed = new MemoryStream();
        _zlib = new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true);
    }

    /// <summary>The close code that the other side gave, once it has; null when the connection just ended.</summary>
    public int? ClosedByPeer => _socket.CloseStatus is { } status ? (int)status : null;

    public void Send(byte[] frame, ISentStamp? stamp = null) => Queue(new Outgoing(OutgoingKind.Frame, frame, 0, stamp));

    public void SendHalf(byte[] frame) => Queue(new Outgoing(OutgoingKind.HalfFrame, frame));

    /// <summary>What is queued from now on leaves after the delay at the earliest; order is kept.</summary>
    public void Wait(TimeSpan delay) =>
        Queue(new Outgoing(OutgoingKind.Wait, [], DueAt: _time.GetTimestamp() + (long)(delay.TotalSeconds * _time.TimestampFrequency)));

    /// <summary>Nothing leaves any more, as on a connection that has died without either side having noticed.</summary>
    public void Silence() => _silent = true;

    public void Close(int code)
    {
        Queue(new Outgoing(OutgoingKind.Close, [], code));
        _closing = true;
        _queue.Writer.TryComplete();
    }

    /// <summary>Cuts the connection at once.</summary>
    public void Abort()
    {
        _queue.Writer.TryComplete();
        lock (_disposal)
        {
            // Once the request is over its context belongs to another one.
            if (_disposed) return;
            _socket.Abort();
            _abort();
        }
    }

    /// <summary>Writes until the queue is completed or the connection breaks.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (Outgoing item in _queue.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
                await WriteAsync(item, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (IsDisconnect(error))
        {
            Abort();
        }
    }

    /// <summary>Reads payloads until the socket ends, giving each to <paramref name="handle"/>.</summary>
    public async Task ReadAsync(Action<JsonObject> handle, CancellationToken cancellation)
    {
        byte[] buffer = new byte[MaxPayload + 1];
        try
        {
            while (await ReceiveAsync(buffer, cancellation).ConfigureAwait(false) is { } length)
            {
                // After our close frame only the other side's is of interest.
                if (_closing) continue;
                if (length <= MaxPayload && Json.TryParse(buffer.AsSpan(0, length), out JsonNode? node) && node is JsonObject payload)
                    handle(payload);
                else Close(CloseCode.DecodeError);
            }
        }
        catch (Exception error) when (IsDisconnect(error))
        {
            Abort();
        }
        finally
        {
            _queue.Writer.TryComplete();
            await _ended.CancelAsync().ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        lock (_disposal)
        {
            if (_disposed) return;
            _disposed = true;
        }

        _ended.Dispose();
        _zlib?.Dispose();
        _compressed?.Dispose();
    }

    /// <summary>Receives a message, or as much of it as fits; null when the socket ended.</summary>
    private async ValueTask<int?> ReceiveAsync(byte[] buffer, CancellationToken cancellation)
    {
        if (_socket.State is not (WebSocketState.Open or WebSocketState.CloseSent)) return null;
        int length = 0;
        while (true)
        {
            int free = buffer.Length - length;
            // Beyond the largest payload nothing is kept, but the rest has to be read.
            Memory<byte> target = free > 0 ? buffer.AsMemory(length) : buffer.AsMemory(buffer.Length - 1);
            ValueWebSocketReceiveResult part = await _socket.ReceiveAsync(target, cancellation).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                if (_socket.State == WebSocketState.CloseReceived)
                    await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation).ConfigureAwait(false);
                return null;
            }

            length = Math.Min(buffer.Length, length + part.Count);
            if (part.EndOfMessage) return length;
        }
    }

    private static bool IsDisconnect(Exception error) =>
        error is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException;

    private void Queue(Outgoing item)
    {
        // A reader this slow is dead; Discord cuts such connections too.
        if (!_queue.Writer.TryWrite(item) && !_queue.Reader.Completion.IsCompleted && _queue.Reader.Count >= MaxQueued) Abort();
    }

    private async ValueTask WriteAsync(Outgoing item, CancellationToken cancellation)
    {
        if (_silent) return;
        switch (item.Kind)
        {
            case OutgoingKind.Wait:
                long now = _time.GetTimestamp();
                if (item.DueAt > now) await Task.Delay(_time.GetElapsedTime(now, item.DueAt), _time, cancellation).ConfigureAwait(false);
                break;
            case OutgoingKind.Close:
                await _socket.CloseOutputAsync((WebSocketCloseStatus)item.Code, CloseCode.Reason(item.Code), cancellation).ConfigureAwait(false);
                await WaitForPeerAsync().ConfigureAwait(false);
                break;
            case OutgoingKind.HalfFrame:
                ReadOnlyMemory<byte> half = Encode(item.Frame);
                await _socket.SendAsync(half[..(half.Length / 2)], MessageType, endOfMessage: false, cancellation).ConfigureAwait(false);
                Abort();
                break;
            default:
                ReadOnlyMemory<byte> frame = Encode(item.Frame);
                item.Stamp?.Sending();
                await _socket.SendAsync(frame, MessageType, endOfMessage: true, cancellation).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>A client that does not answer our close frame is cut off after a while.</summary>
    private async Task WaitForPeerAsync()
    {
        try
        {
            await Task.Delay(CloseGrace, _time, _ended.Token).ConfigureAwait(false);
            Abort();
        }
        catch (OperationCanceledException)
        {
            // The read loop has seen the end of the socket: nothing is left to cut.
            return;
        }
    }

    private WebSocketMessageType MessageType => _zlib is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary;

    private ReadOnlyMemory<byte> Encode(byte[] frame)
    {
        if (_zlib is null || _compressed is null) return frame;
        _compressed.SetLength(0);
        _zlib.Write(frame);
        _zlib.Flush();
        return _compressed.ToArray();
    }
}
