namespace SinoSovietBot.Discord.Gateway;

/// <summary>One frame at a time: the heartbeat and the socket loop both send, and a WebSocket takes one send only.</summary>
internal sealed class GatewaySender(IGatewaySocket socket) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <exception cref="SocketLostException">It could not be sent.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> utf8)
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            await socket.SendAsync(utf8).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task CloseAsync(int code)
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            await socket.CloseAsync(code).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
