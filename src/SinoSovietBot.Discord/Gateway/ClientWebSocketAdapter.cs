using System.Net.WebSockets;
using System.Runtime.CompilerServices;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>The real socket. Its own pings are off: Discord has heartbeats.</summary>
internal sealed class ClientWebSocketAdapter : IGatewaySocket
{
    private readonly ClientWebSocket _socket = new();
    private readonly HttpMessageInvoker _http;

    public ClientWebSocketAdapter(HttpMessageInvoker http)
    {
        _http = http;
        _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        _socket.Options.SetRequestHeader("User-Agent", UserAgent.Value);
    }

    public int? CloseCode => (int?)_socket.CloseStatus;

    public async Task ConnectAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            await _socket.ConnectAsync(address, _http, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && IsLoss(e))
        {
            throw new SocketLostException(Innermost(e), e);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<SocketRead> ReceiveAsync(Memory<byte> buffer)
    {
        try
        {
            ValueWebSocketReceiveResult read = await _socket.ReceiveAsync(buffer, CancellationToken.None).ConfigureAwait(false);
            return new SocketRead(read.Count, read.EndOfMessage, read.MessageType == WebSocketMessageType.Close);
        }
        catch (Exception e) when (IsLoss(e))
        {
            throw new SocketLostException(Innermost(e), e);
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            await _socket.SendAsync(utf8, WebSocketMessageType.Text, true, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (IsLoss(e))
        {
            throw new SocketLostException(Innermost(e), e);
        }
    }

    public async Task CloseAsync(int code)
    {
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (IsLoss(e))
        {
            throw new SocketLostException(Innermost(e), e);
        }
    }

    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();

    // After Abort the socket answers with whichever of these its pending operation met first.
    private static bool IsLoss(Exception e) =>
        e is WebSocketException or HttpRequestException or IOException or InvalidOperationException or OperationCanceledException;

    private static string Innermost(Exception e) => e.GetBaseException().Message;
}
