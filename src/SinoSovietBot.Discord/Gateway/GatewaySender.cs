namespace SinoSovietBot.Discord.Gateway;

/// <summary>
/// One frame at a time: the heartbeat and the socket loop both send, and a WebSocket takes one send only. A send that stalls for
/// <see cref="GatewayTimes.Send"/> ends the connection: behind it neither a heartbeat nor the loop that reads would get on.
/// </summary>
internal sealed class GatewaySender(IGatewaySocket socket, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <exception cref="SocketLostException">It could not be sent.</exception>
    public Task SendAsync(ReadOnlyMemory<byte> utf8) => GuardedAsync(() => socket.SendAsync(utf8));

    /// <exception cref="SocketLostException">It could not be sent.</exception>
    public Task CloseAsync(int code) => GuardedAsync(() => new ValueTask(socket.CloseAsync(code)));

    public void Dispose() => _gate.Dispose();

    private async Task GuardedAsync(Func<ValueTask> send)
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        ITimer stalled = time.CreateTimer(static s => ((IGatewaySocket)s!).Abort(), socket, GatewayTimes.Send, Timeout.InfiniteTimeSpan);
        try
        {
            await send().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
            await stalled.DisposeAsync().ConfigureAwait(false);
        }
    }
}
