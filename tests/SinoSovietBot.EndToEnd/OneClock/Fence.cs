using System.Net;
using System.Net.Sockets;

namespace SinoSovietBot.EndToEnd.OneClock;

/// <summary>
/// A byte sent over a loopback socket. It comes in through the same engine of sockets and the same thread pool as all that the bot and the playground
/// say to each other, behind them: when it is there, what was under way before it has arrived. For one thread.
/// </summary>
internal sealed class Fence : IDisposable
{
    private readonly Socket _from = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Socket _to;
    private readonly byte[] _sent = new byte[1];
    private readonly byte[] _received = new byte[1];

    public Fence()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        _from.Connect(listener.LocalEndPoint!);
        _to = listener.Accept();
    }

    /// <summary>Blocks until the byte is there. Not for a thread of the pool.</summary>
    public void Pass()
    {
        // Asked for first, or it would be read on the spot, past everything that waits.
        var arriving = _to.ReceiveAsync(_received);
        _from.Send(_sent);
        arriving.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
    }
}
