using System.Buffers;
using System.Runtime.CompilerServices;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>Puts the pieces of a message together in a pooled array that grows for a large server and shrinks again after it.</summary>
internal sealed class FrameBuffer : IDisposable
{
    /// <summary>More than Discord ever sends; a peer that sends more is broken.</summary>
    public const int LargestFrame = 64 * 1024 * 1024;

    private const int UsualSize = 16 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(UsualSize);
    private int _length;

    /// <summary>The message last received.</summary>
    public ReadOnlySpan<byte> Frame => _bytes.AsSpan(0, _length);

    /// <summary>Receives one whole message; false when the peer closed instead.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> ReceiveAsync(IGatewaySocket socket)
    {
        Shrink();
        _length = 0;
        while (true)
        {
            if (_length == _bytes.Length) Grow();
            SocketRead read = await socket.ReceiveAsync(_bytes.AsMemory(_length)).ConfigureAwait(false);
            if (read.Closed) return false;
            _length += read.Count;
            if (read.EndOfMessage) return true;
        }
    }

    public void Dispose()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Grow()
    {
        if (_bytes.Length >= LargestFrame) throw new SocketLostException("a frame was larger than 64 MB");
        Replace(_bytes.Length * 2);
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
