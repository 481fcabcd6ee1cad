using System.Text;
using System.Threading.Channels;
using SinoSovietBot.Discord.Gateway;

namespace SinoSovietBot.Discord.Tests.Support;

/// <summary>A socket whose other end is the test.</summary>
internal sealed class ScriptedSocket : IGatewaySocket
{
    private readonly Channel<byte[]?> _incoming = Channel.CreateUnbounded<byte[]?>();
    private readonly Channel<string> _sent = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource<int> _closedByUs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[] _rest = [];

    public int? CloseCode { get; private set; }

    public Uri? Address { get; private set; }

    public bool Aborted { get; private set; }

    public bool RefusesConnection { get; init; }

    /// <summary>Answers our goodbye, as a well-behaved peer does.</summary>
    public bool AnswersGoodbye { get; init; } = true;

    /// <summary>Takes our goodbye no more than a connection that has gone dead does.</summary>
    public bool StallsGoodbye { get; init; }

    /// <summary>The most bytes that one receive gives.</summary>
    public int PieceSize { get; init; } = int.MaxValue;

    public Task<int> ClosedByUsAsync() => _closedByUs.Task.WaitAsync(Patience.Limit);

    public void Give(string frame) => _incoming.Writer.TryWrite(Encoding.UTF8.GetBytes(frame));

    public void Close(int? code)
    {
        CloseCode = code;
        _incoming.Writer.TryWrite(null);
    }

    public void Break() => _incoming.Writer.TryComplete();

    public async Task<string> SentAsync() => await _sent.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    /// <summary>The next frame sent that is no heartbeat.</summary>
    public async Task<string> SentBesidesHeartbeatsAsync()
    {
        while (true)
        {
            string sent = await SentAsync();
            if (!sent.StartsWith("{\"op\":1,", StringComparison.Ordinal)) return sent;
        }
    }

    public Task ConnectAsync(Uri address, CancellationToken cancellation)
    {
        Address = address;
        return RefusesConnection ? Task.FromException(new SocketLostException("connection refused")) : Task.CompletedTask;
    }

    public async ValueTask<SocketRead> ReceiveAsync(Memory<byte> buffer)
    {
        if (_rest.Length == 0)
        {
            byte[]? next;
            try
            {
                next = await _incoming.Reader.ReadAsync();
            }
            catch (ChannelClosedException e)
            {
                throw new SocketLostException("the connection broke", e);
            }

            if (next is null) return new SocketRead(0, true, true);
            _rest = next;
        }

        int count = Math.Min(Math.Min(buffer.Length, PieceSize), _rest.Length);
        _rest.AsMemory(0, count).CopyTo(buffer);
        _rest = _rest[count..];
        return new SocketRead(count, _rest.Length == 0, false);
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> utf8)
    {
        if (Aborted) throw new SocketLostException("aborted");
        _sent.Writer.TryWrite(Encoding.UTF8.GetString(utf8.Span));
        return ValueTask.CompletedTask;
    }

    public Task CloseAsync(int code)
    {
        _closedByUs.TrySetResult(code);
        if (StallsGoodbye) return _stalled.Task;
        if (AnswersGoodbye) _incoming.Writer.TryWrite(null);
        return Task.CompletedTask;
    }

    public void Abort()
    {
        Aborted = true;
        _stalled.TrySetException(new SocketLostException("aborted"));
        _incoming.Writer.TryComplete();
    }

    public void Dispose() => Abort();
}
