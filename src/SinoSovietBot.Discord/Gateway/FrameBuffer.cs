using System.Buffers;
using System.Runtime.CompilerServices;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>Puts the pieces of a message together in a pooled array that grows for a large server and shrinks again after it.</summary>
internal sealed class FrameBuffer : IDisposable
{
    private const int UsualSize = 16 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(UsualSize);
    private int _length;

    /// <summary>The message last received.</summary>
    public ReadOnlySpan<byte> Frame => _bytes.AsSpan(0, _length);

    /// <summary>
    /// Receives one whole message. One that is longer than <see cref="PeerLimits.Frame"/> is taken off the line without being kept.
    /// </summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<FrameRead> ReceiveAsync(IGatewaySocket socket)
    {
        Shrink();
        _length = 0;
        bool tooLong = false;
        while (true)
        {
            if (_length == _bytes.Length && !TryGrow()) (tooLong, _length) = (true, 0);
            SocketRead read = await socket.ReceiveAsync(_bytes.AsMemory(_length)).ConfigureAwait(false);
            if (read.Closed) return FrameRead.Closed;
            _length += read.Count;
            if (!read.EndOfMessage) continue;
            if (!tooLong) return FrameRead.Whole;
            _length = 0;
            return FrameRead.TooLong;
        }
    }

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
    }

    private bool TryGrow()
    {
        if (_bytes.Length >= PeerLimits.Frame) return false;
        Replace(_bytes.Length * 2);
        return true;
    }

    private void Shrink()
    {
        if (_bytes.Length <= UsualSize * 4) return;
        _length = 0;
        Replace(UsualSize);
    }

    private void Replace(int size)
    {
        byte[] replacement = ArrayPool<byte>.Shared.Rent(size);
        _bytes.AsSpan(0, _length).CopyTo(replacement);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = replacement;
    }
}

/// <summary>What came of receiving a message.</summary>
internal enum FrameRead
{
    Whole,

    /// <summary>It was longer than is taken, and is gone.</summary>
    TooLong,

    /// <summary>The peer closed instead.</summary>
    Closed,
}
