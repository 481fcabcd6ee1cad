namespace SinoSovietBot.Discord.Gateway;

/// <summary>
/// One WebSocket, used once. One receive and one send may run at the same time. Whatever breaks is a <see cref="SocketLostException"/>.
/// </summary>
internal interface IGatewaySocket : IDisposable
{
    /// <summary>The code with which the peer closed; null as long as it has not, or when it simply vanished.</summary>
    int? CloseCode { get; }

    Task ConnectAsync(Uri address, CancellationToken cancellation);

    ValueTask<SocketRead> ReceiveAsync(Memory<byte> buffer);

    ValueTask SendAsync(ReadOnlyMemory<byte> utf8);

    /// <summary>Tells the peer that we leave; what it still sends can be received until it answers with its own close.</summary>
    Task CloseAsync(int code);

    /// <summary>Gives up at once: a pending receive or send fails.</summary>
    void Abort();
}

/// <summary>What one receive gave.</summary>
/// <param name="Count">Bytes written into the buffer.</param>
/// <param name="EndOfMessage">The message is complete.</param>
/// <param name="Closed">The peer has closed; nothing will follow.</param>
internal readonly record struct SocketRead(int Count, bool EndOfMessage, bool Closed);

/// <summary>The connection is gone or could not be made.</summary>
/// <param name="why">A few words for the log.</param>
/// <param name="inner">What told so.</param>
internal sealed class SocketLostException(string why, Exception? inner = null) : Exception(why, inner);
