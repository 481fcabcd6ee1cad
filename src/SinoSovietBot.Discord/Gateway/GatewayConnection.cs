using System.Text.Json;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>The life of one gateway connection, from the first packet to its end.</summary>
internal sealed class GatewayConnection : IDisposable
{
    private const int NormalClosure = 1000;

    // Neither 1000 nor 1001: those would end the session that is to be resumed.
    private const int ClosingToResume = 4900;

    private readonly GatewayKit _kit;
    private readonly IGatewaySocket _socket;
    private readonly Dispatcher _dispatcher;
    private readonly GatewaySender _sender;
    private readonly Heartbeat _heartbeat;
    private readonly FrameBuffer _buffer = new();
    private readonly CancellationTokenSource _over = new();
    private Task _beating = Task.CompletedTask;
    private Task _goodbye = Task.CompletedTask;
    private bool _zombie;

    /// <param name="kit">Tools.</param>
    /// <param name="socket">A fresh one; the connection disposes of it.</param>
    /// <param name="dispatcher">Receives the events.</param>
    /// <param name="session">The one to resume, or null to begin one.</param>
    public GatewayConnection(GatewayKit kit, IGatewaySocket socket, Dispatcher dispatcher, GatewaySession? session)
    {
        _kit = kit;
        _socket = socket;
        _dispatcher = dispatcher;
        Session = session;
        _sender = new GatewaySender(socket, kit.Time);
        _heartbeat = new Heartbeat(kit.Time, kit.Dice);
    }

    /// <summary>What a later connection can resume.</summary>
    public GatewaySession? Session { get; private set; }

    /// <summary>Discord accepted us: READY or RESUMED arrived.</summary>
    public bool Established { get; private set; }

    /// <summary>Discord was reached, whatever it said then.</summary>
    public bool Greeted { get; private set; }

    /// <summary>When we sent IDENTIFY, of which Discord allows few; null when we did not.</summary>
    public long? IdentifiedAt { get; private set; }

    public async Task<GatewayEnding> RunAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            using (var patience = new CancellationTokenSource(GatewayTimes.Hello, _kit.Time))
            {
                await ConnectAsync(address, patience.Token, cancellation).ConfigureAwait(false);
                using CancellationTokenRegistration tooLate = patience.Token.UnsafeRegister(AbortUnlessGreeted, this);
                using CancellationTokenRegistration stopping = cancellation.UnsafeRegister(
                    static self => ((GatewayConnection)self!).BeginGoodbye(), this);
                return await ReceiveAsync(cancellation).ConfigureAwait(false);
            }
        }
        catch (SocketLostException e)
        {
            if (cancellation.IsCancellationRequested) return new GatewayEnding.Stopped();
            return new GatewayEnding.Resume(_zombie ? "Discord did not acknowledge a heartbeat" : e.Message);
        }
        finally
        {
            await _over.CancelAsync().ConfigureAwait(false);
            _socket.Abort();
            await _beating.ConfigureAwait(false);
            await _goodbye.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _sender.Dispose();
        _buffer.Dispose();
        _over.Dispose();
    }

    private async Task ConnectAsync(Uri address, CancellationToken patience, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience, cancellation);
        try
        {
            await _socket.ConnectAsync(address, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (either.IsCancellationRequested)
        {
            throw new SocketLostException($"no answer within {GatewayTimes.Hello.TotalSeconds:0} s", e);
        }
    }

    private static void AbortUnlessGreeted(object? self)
    {
        var connection = (GatewayConnection)self!;
        if (!connection.Greeted) connection._socket.Abort();
    }

    private async Task<GatewayEnding> ReceiveAsync(CancellationToken cancellation)
    {
        while (await _buffer.ReceiveAsync(_socket).ConfigureAwait(false) is var read and not FrameRead.Closed)
        {
            if (read is FrameRead.TooLong)
            {
                Log.FrameTooLong(_kit.Log, PeerLimits.Frame / (1024 * 1024));
                continue;
            }

            (Step step, TimeSpan interval) = Handle(_buffer.Frame);
            switch (step)
            {
                case Step.Greet:
                    await GreetAsync(interval).ConfigureAwait(false);
                    break;
                case Step.Beat:
                    await _sender.SendAsync(GatewayFrames.Heartbeat(Session?.Sequence)).ConfigureAwait(false);
                    break;
                case Step.LeaveToResume:
                    await _sender.CloseAsync(ClosingToResume).ConfigureAwait(false);
                    return new GatewayEnding.Resume("Discord asked to reconnect");
                case Step.ResumeAgain:
                    await _sender.CloseAsync(ClosingToResume).ConfigureAwait(false);
                    return new GatewayEnding.Resume("Discord asked to resume again");
                case Step.IdentifyAgain:
                    await _sender.CloseAsync(NormalClosure).ConfigureAwait(false);
                    return new GatewayEnding.Identify("Discord has forgotten the session", Pause: true);
            }
        }

        if (cancellation.IsCancellationRequested) return new GatewayEnding.Stopped();
        return CloseCodes.Ending(_socket.CloseCode, _kit.Options.TokenSetting);
    }

    private enum Step
    {
        GoOn,
        Greet,
        Beat,
        LeaveToResume,
        ResumeAgain,
        IdentifyAgain,
    }

    private (Step Step, TimeSpan Interval) Handle(ReadOnlySpan<byte> utf8)
    {
        try
        {
            Frame frame = Frame.Read(utf8);
            switch (frame.Op)
            {
                case GatewayOp.Dispatch:
                    Dispatch(frame);
                    return (Step.GoOn, default);
                case GatewayOp.HeartbeatAck:
                    _heartbeat.Acknowledged();
                    return (Step.GoOn, default);
                case GatewayOp.Hello: return (Step.Greet, HelloReader.Interval(frame.Data));
                case GatewayOp.Heartbeat: return (Step.Beat, default);
                case GatewayOp.Reconnect: return (Step.LeaveToResume, default);
                case GatewayOp.InvalidSession: return (HelloReader.IsTrue(frame.Data) ? Step.ResumeAgain : Step.IdentifyAgain, default);
                default: return (Step.GoOn, default);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            Log.FrameMalformed(_kit.Log, e.Message);
            return (Step.GoOn, default);
        }
    }

    private void Dispatch(Frame frame)
    {
        if (frame.Name.SequenceEqual("RESUMED"u8))
        {
            Established = true;
            Log.Resumed(_kit.Log);
            _dispatcher.Resumed();
        }
        else if (frame.Name.SequenceEqual("READY"u8))
        {
            Established = true;
            Session = _dispatcher.Dispatch(frame);
        }
        else
        {
            _dispatcher.Dispatch(frame);
        }

        if (frame.Sequence is { } sequence) Session?.Saw(sequence);
    }

    private async Task GreetAsync(TimeSpan interval)
    {
        if (Greeted) return;
        Greeted = true;
        _beating = BeatAsync(interval);
        if (Session is { } session)
        {
            await _sender.SendAsync(GatewayFrames.Resume(_kit.Options.Token, session)).ConfigureAwait(false);
        }
        else
        {
            IdentifiedAt = _kit.Time.GetTimestamp();
            await _sender.SendAsync(GatewayFrames.Identify(_kit.Options.Token)).ConfigureAwait(false);
            _kit.HasIntroduced();
        }
    }

    private async Task BeatAsync(TimeSpan interval)
    {
        bool dead = await _heartbeat
            .RunAsync(interval, () => _sender.SendAsync(GatewayFrames.Heartbeat(Session?.Sequence)), _over.Token)
            .ConfigureAwait(false);
        if (!dead) return;
        _zombie = true;
        _socket.Abort();
    }

    // Runs on the thread that asked to stop, so it must not block it: the goodbye goes on by itself and the socket loop ends with it.
    private void BeginGoodbye() => _goodbye = GoodbyeAsync();

    private async Task GoodbyeAsync()
    {
        // The clock starts first: a send that stalls must not hold the shutdown. It ends early when Discord has answered: then the connection is
        // over.
        Task patience = Task.Delay(GatewayTimes.Goodbye, _kit.Time, _over.Token);
        Task closing = SayGoodbyeAsync();
        await patience.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Abort();
        await closing.ConfigureAwait(false);
    }

    private async Task SayGoodbyeAsync()
    {
        try
        {
            await _sender.CloseAsync(NormalClosure).ConfigureAwait(false);
        }
        catch (SocketLostException e)
        {
            Log.GoodbyeCutShort(_kit.Log, e.Message);
            _socket.Abort();
        }
    }
}
