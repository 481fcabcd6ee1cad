namespace SinoSovietBot.Playground.Gateway;

/// <summary>
/// A stream of numbered events for one login. It outlives its socket for a while, so that a client can resume and get what it missed.
/// Thread-safe; a session's events leave in the order of their numbers.
/// </summary>
internal sealed class GatewaySession(string id, Member? member, int intents, GatewayFaults? faults)
{
    /// <summary>Older events are forgotten; resuming behind them is refused.</summary>
    private const int ReplayCapacity = 4096;

    private readonly Lock _gate = new();
    private readonly Queue<SentEvent> _sent = new();
    private GatewayConnection? _connection;
    private long _sequence;
    private long _detachedAt;

    public string Id { get; } = id;

    /// <summary>Null in the bot's sessions.</summary>
    public Member? Member { get; } = member;

    public bool IsBot => Member is null;

    /// <summary>The timestamp since when no socket is attached; null while one is.</summary>
    public long? DetachedAt => Volatile.Read(ref _detachedAt) is var since and not 0 ? since : null;

    public bool IsAttached => Volatile.Read(ref _connection) is not null;

    /// <summary>The socket, while one is attached.</summary>
    public GatewayConnection? Connection => Volatile.Read(ref _connection);

    /// <summary>Did the client ask for events of this intent?</summary>
    public bool Wants(int intent) => intent == Intents.None || !IsBot || (intents & intent) != 0;

    public bool WantsContent => !IsBot || (intents & Intents.MessageContent) != 0;

    /// <summary>Sends an event, or keeps it for the resume.</summary>
    /// <returns>The whole payload.</returns>
    public byte[] Dispatch(string name, ReadOnlySpan<byte> data, ISentStamp? stamp = null)
    {
        lock (_gate)
        {
            byte[] frame = Frames.Event(name, ++_sequence, data);
            Send(Remember(name, frame, stamp));
            return frame;
        }
    }

    /// <summary>Like <see cref="Dispatch(string, ReadOnlySpan{byte}, ISentStamp)"/>, for an event that writes its own payload.</summary>
    public void Dispatch(string name, IEventSource source)
    {
        lock (_gate)
        {
            byte[] frame = source.Write(++_sequence);
            Send(Remember(name, frame, source));
        }
    }

    public void Attach(GatewayConnection connection)
    {
        lock (_gate)
        {
            _connection = connection;
            _detachedAt = 0;
        }
    }

    /// <summary>Attaches a new socket and sends what it missed after <paramref name="sequence"/>.</summary>
    /// <returns>False when the number is not one this session can go back to.</returns>
    public bool TryResume(GatewayConnection connection, long sequence, out GatewayConnection? replaced)
    {
        lock (_gate)
        {
            replaced = null;
            long oldest = _sent.Count == 0 ? _sequence + 1 : _sent.Peek().Sequence;
            if (sequence > _sequence || sequence < oldest - 1) return false;
            replaced = _connection;
            _connection = connection;
            _detachedAt = 0;
            SentEvent[] missed = [.. _sent.Where(entry => entry.Sequence > sequence)];
            if (faults is { Any: true }) missed = faults.Replay(missed, [.. _sent.Where(entry => entry.Sequence <= sequence)]);
            foreach (SentEvent entry in missed) connection.Send(entry.Frame, entry.Stamp);
            return true;
        }
    }

    /// <summary>Is this number beyond all that was ever sent?</summary>
    public bool IsFuture(long sequence)
    {
        lock (_gate) return sequence > _sequence;
    }

    /// <summary>Takes a socket away, if it is still the session's.</summary>
    public void Detach(GatewayConnection connection, long now)
    {
        lock (_gate)
        {
            if (_connection != connection) return;
            _connection = null;
            _detachedAt = now;
        }
    }

    private SentEvent Remember(string name, byte[] frame, ISentStamp? stamp)
    {
        var sent = new SentEvent(_sequence, name, frame, stamp);
        _sent.Enqueue(sent);
        if (_sent.Count > ReplayCapacity) _sent.Dequeue();
        return sent;
    }

    private void Send(SentEvent sent)
    {
        if (_connection is not { } connection) return;
        if (faults is { Any: true }) faults.Send(this, connection, sent);
        else connection.Send(sent.Frame, sent.Stamp);
    }
}

/// <summary>An event of a session, kept for a resume.</summary>
internal readonly record struct SentEvent(long Sequence, string Name, byte[] Frame, ISentStamp? Stamp)
{
    public bool IsInteraction => Name == "INTERACTION_CREATE";
}

/// <summary>An event that writes its own payload.</summary>
internal interface IEventSource : ISentStamp
{
    /// <summary>The whole payload, UTF-8.</summary>
    byte[] Write(long sequence);
}
