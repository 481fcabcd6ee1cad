using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Gateway;

/// <summary>Makes the bot's event stream go wrong as the <see cref="FaultDesk"/> says. Called under the session's lock.</summary>
internal sealed class GatewayFaults(FaultDesk desk, TimeProvider time)
{
    /// <summary>How many events come again although they had been seen, after a resume that repeats itself.</summary>
    private const int SeenAgain = 20;

    private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(250);
    private readonly Lock _gate = new();
    private (GatewayConnection Connection, SentEvent Sent, ITimer Timer)? _held;

    public bool Any => desk.Any || _held is not null;

    /// <summary>Called when a session must be forgotten.</summary>
    public Action<GatewaySession>? Invalidate { get; set; }

    public void Send(GatewaySession session, GatewayConnection connection, SentEvent sent)
    {
        if (desk.Strike(FaultKind.DropSocket) is { } drop)
        {
            Drop(connection, drop, sent.Frame);
            return;
        }

        if (desk.Strike(FaultKind.Close) is { } close)
        {
            Close(session, connection, close.CloseCode);
            return;
        }

        if (desk.Strike(FaultKind.Slow, fault => fault.On == "gateway") is { } slow) connection.Wait(slow.Delay);
        if (sent.IsInteraction && desk.Strike(FaultKind.Reorder, IsNotForResume) is not null)
        {
            Hold(connection, sent);
            return;
        }

        connection.Send(sent.Frame, sent.Stamp);
        if (sent.IsInteraction && desk.Strike(FaultKind.DuplicateEvent, IsNotForResume) is not null) connection.Send(sent.Frame);
        Release(connection);
        if (desk.Strike(FaultKind.Reconnect) is not null) connection.Send(Frames.Control(Opcode.Reconnect, null));
        if (desk.Strike(FaultKind.InvalidSession) is { } invalid) InvalidateSession(session, connection, invalid.Resumable);
    }

    /// <summary>What a resume sends.</summary>
    /// <param name="missed">What the client has not seen.</param>
    /// <param name="seen">What it has seen and is remembered.</param>
    public SentEvent[] Replay(SentEvent[] missed, SentEvent[] seen)
    {
        if (desk.Strike(FaultKind.DuplicateEvent, IsForResume) is not null)
        {
            IEnumerable<SentEvent> again = seen.Where(sent => sent.IsInteraction).TakeLast(SeenAgain);
            missed = [.. again, .. missed.SelectMany(sent => Enumerable.Repeat(sent, sent.IsInteraction ? 2 : 1))];
        }

        if (desk.Strike(FaultKind.Reorder, IsForResume) is not null) missed = [.. missed.Reverse()];
        return missed;
    }

    /// <summary>Lets faults strike that need no event, if the bot is connected; else they wait for the next event.</summary>
    public void StrikeNow(GatewaySession session)
    {
        if (session.Connection is not { } connection) return;
        if (desk.IsOffline) connection.Abort();
        else if (desk.Strike(FaultKind.DropSocket, IsImmediate) is not null) connection.Abort();
        else if (desk.Strike(FaultKind.Close, IsImmediate) is { } close) Close(session, connection, close.CloseCode);
        else if (desk.Strike(FaultKind.Reconnect, IsImmediate) is not null) connection.Send(Frames.Control(Opcode.Reconnect, null));
        else if (desk.Strike(FaultKind.InvalidSession, IsImmediate) is { } invalid) InvalidateSession(session, connection, invalid.Resumable);
    }

    /// <summary>The bot side is unreachable.</summary>
    public bool IsOffline => desk.IsOffline;

    /// <summary>Is this heartbeat to be left without an answer?</summary>
    public bool SwallowsHeartbeat(GatewayConnection connection) => desk.Strike(FaultKind.NoHeartbeatAck, strike: fault =>
    {
        if (fault.Silent) connection.Silence();
    }) is not null;

    /// <summary>Only the first time: the later ones strike at the next events, or they would all hit the same socket.</summary>
    private static bool IsImmediate(Fault fault) => fault is { After: 0, Struck: 0, MidFrame: false };

    private static bool IsForResume(Fault fault) => fault.On == "resume";

    private static bool IsNotForResume(Fault fault) => !IsForResume(fault);

    private void Close(GatewaySession session, GatewayConnection connection, int code)
    {
        if (CloseCode.EndsSession(code)) Invalidate?.Invoke(session);
        connection.Close(code);
    }

    private static void Drop(GatewayConnection connection, Fault drop, byte[] frame)
    {
        if (drop.MidFrame) connection.SendHalf(frame);
        else connection.Abort();
    }

    private void InvalidateSession(GatewaySession session, GatewayConnection connection, bool resumable)
    {
        if (!resumable) Invalidate?.Invoke(session);
        connection.Send(Frames.Control(Opcode.InvalidSession, JsonValue.Create(resumable)));
        // From here on the socket has no session, and may ask for one again; what happens meanwhile waits for the resume.
        session.Detach(connection, time.GetTimestamp());
    }

    private void Hold(GatewayConnection connection, SentEvent sent)
    {
        Release(connection);
        lock (_gate)
        {
            // Nothing may follow: then the held event comes late instead of never.
            ITimer timer = time.CreateTimer(_ => Release(connection), null, LongestHold, Timeout.InfiniteTimeSpan);
            _held = (connection, sent, timer);
        }
    }

    private void Release(GatewayConnection connection)
    {
        lock (_gate)
        {
            if (_held is not { } held || held.Connection != connection) return;
            _held = null;
            held.Timer.Dispose();
            connection.Send(held.Sent.Frame, held.Sent.Stamp);
        }
    }
}
