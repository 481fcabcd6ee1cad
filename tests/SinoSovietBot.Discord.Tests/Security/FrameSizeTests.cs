using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord.Gateway;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Security;

/// <summary>No gateway frame takes more memory than the limit, and none ends the connection by its length.</summary>
public sealed class FrameSizeTests : IAsyncDisposable
{
    private readonly TestBot _bot = new();

    [Fact]
    public async Task FrameBeyondTheLimitCostsItselfAlone()
    {
        ScriptedSocket socket = _bot.Socket();
        await _bot.StartAsync(socket);
        socket.Give(Frames.Dispatch("GUILD_CREATE", 2, $$"""{"id":"500","name":"History","topic":"{{new string('x', PeerLimits.Frame)}}"}"""));
        socket.Give(Frames.Press(3, 1000));
        Assert.IsType<ButtonPressed>(await _bot.NextEventAsync());
        Assert.Single(_bot.Logs.At(LogLevel.Error), line => line.Contains("more than 16 MB", StringComparison.Ordinal));
        Assert.False(socket.Aborted);
    }

    [Fact]
    public async Task EndlessFrameIsTakenOffTheLineWithoutBeingKept()
    {
        using var buffer = new FrameBuffer();
        var socket = new EndlessSocket(pieces: 5_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Assert.Equal(FrameRead.TooLong, await buffer.ReceiveAsync(socket));
        Assert.True(socket.Given > 4L * PeerLimits.Frame, $"{socket.Given} bytes came");
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 3L * PeerLimits.Frame);
        Assert.True(buffer.Frame.IsEmpty);
    }

    [Fact]
    public async Task LongestAllowedFrameIsReceivedWhole()
    {
        using var buffer = new FrameBuffer();
        using var socket = new ScriptedSocket { PieceSize = 1_000_003 };
        socket.Give(new string('x', PeerLimits.Frame));
        socket.Give(new string('y', PeerLimits.Frame + 1));
        socket.Give("z");
        Assert.Equal(FrameRead.Whole, await buffer.ReceiveAsync(socket));
        Assert.Equal(PeerLimits.Frame, buffer.Frame.Length);
        Assert.Equal(FrameRead.TooLong, await buffer.ReceiveAsync(socket));
        Assert.Equal(FrameRead.Whole, await buffer.ReceiveAsync(socket));
        Assert.Equal("z"u8.ToArray(), buffer.Frame.ToArray());
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    /// <summary>One message of as many pieces as are wanted, each as large as the room that is offered.</summary>
    private sealed class EndlessSocket(int pieces) : IGatewaySocket
    {
        public long Given { get; private set; }

        public int? CloseCode => null;

        public Task ConnectAsync(Uri address, CancellationToken cancellation) => Task.CompletedTask;

        public ValueTask<SocketRead> ReceiveAsync(Memory<byte> buffer)
        {
            int count = Math.Min(buffer.Length, 16 * 1024);
            buffer.Span[..count].Fill((byte)'x');
            Given += count;
            return new ValueTask<SocketRead>(new SocketRead(count, --pieces == 0, false));
        }

        public ValueTask SendAsync(ReadOnlyMemory<byte> utf8) => ValueTask.CompletedTask;

        public Task CloseAsync(int code) => Task.CompletedTask;

        public void Abort()
        {
        }

        public void Dispose()
        {
        }
    }
}
