using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Gateway;

/// <summary>All sessions, and who gets which event. Called under the world's gate, so everybody sees one order.</summary>
internal sealed class GatewayHub
{
    /// <summary>How long a session without a socket can be resumed.</summary>
    private static readonly TimeSpan ResumeWindow = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<string, GatewaySession> _sessions = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly Recorder _recorder;
    private volatile GatewaySession[] _botSessions = [];

    public GatewayHub(Recorder recorder, GatewayFaults faults, TimeProvider time)
    {
        _recorder = recorder;
        _time = time;
        Faults = faults;
        faults.Invalidate = session => Forget(session);
    }

    public GatewayFaults Faults { get; }

    /// <summary>Raised, under the gate, for every event to members, also when nobody is connected: its name and data.</summary>
    public event Action<string, byte[]>? Announced;

    /// <summary>Could the bot get an event now, at once or by resuming?</summary>
    public bool BotIsReachable
    {
        get
        {
            Prune();
            return _botSessions.Length > 0;
        }
    }

    /// <summary>The bot's sessions; those without a socket included.</summary>
    public IReadOnlyList<GatewaySession> BotSessions => _botSessions;

    public GatewaySession? Find(string id)
    {
        Prune();
        return _sessions.GetValueOrDefault(id);
    }

    public GatewaySession Open(Member? member, int intents)
    {
        Prune();
        var session = new GatewaySession(Secrets.Session(), member, intents, member is null ? Faults : null);
        _sessions[session.Id] = session;
        RefreshBotSessions();
        return session;
    }

    public void Forget(GatewaySession session)
    {
        if (_sessions.TryRemove(session.Id, out _)) RefreshBotSessions();
    }

    /// <summary>Logs a member out everywhere.</summary>
    public void LogOut(Member member)
    {
        foreach (GatewaySession session in _sessions.Values.Where(session => session.Member == member))
        {
            Forget(session);
            session.Connection?.Close(CloseCode.AuthenticationFailed);
        }
    }

    /// <summary>Sends an event to every session of the bot that wants it.</summary>
    /// <param name="name">The event.</param>
    /// <param name="data">Its data.</param>
    /// <param name="intent">What a session must have asked for.</param>
    /// <param name="stamp">Told each time that the event leaves.</param>
    public void ToBot(string name, JsonNode data, int intent, ISentStamp? stamp = null)
    {
        byte[]? bytes = null;
        foreach (GatewaySession session in _botSessions)
        {
            if (!session.Wants(intent)) continue;
            ToBot(session, name, bytes ??= Json.Bytes(data), stamp);
        }
    }

    public void ToBot(GatewaySession session, string name, byte[] data, ISentStamp? stamp = null)
    {
        byte[] frame = session.Dispatch(name, data, stamp);
        _recorder.Add(number => new RecordEntry(number, "event", null, name) { Body = frame });
    }

    /// <summary>Sends an event to a member: to one session if it is named and alive, else to all of them.</summary>
    public void ToMember(ulong member, string name, JsonObject data, string? sessionId = null)
    {
        byte[] bytes = Json.Bytes(data);
        if (sessionId is not null && _sessions.TryGetValue(sessionId, out GatewaySession? only) && only.Member?.Id == member)
        {
            only.Dispatch(name, bytes);
        }
        else
        {
            foreach (GatewaySession session in _sessions.Values)
                if (session.Member?.Id == member) session.Dispatch(name, bytes);
        }

        Announced?.Invoke(name, bytes);
    }

    /// <summary>Sends an event to all members who can see a channel, or to the whole school when it is null.</summary>
    public void ToMembers(Room? room, string name, JsonObject data)
    {
        byte[] bytes = Json.Bytes(data);
        foreach (GatewaySession session in _sessions.Values)
            if (session.Member is { } member && (room is null || World.CanSee(member, room))) session.Dispatch(name, bytes);
        Announced?.Invoke(name, bytes);
    }

    public void Detach(GatewaySession session, GatewayConnection connection) => session.Detach(connection, _time.GetTimestamp());

    /// <summary>Cuts every socket; for the end of the server.</summary>
    public void AbortAll()
    {
        foreach (GatewaySession session in _sessions.Values) session.Connection?.Abort();
    }

    private void Prune()
    {
        foreach (GatewaySession session in _sessions.Values)
            if (session.DetachedAt is { } since && _time.GetElapsedTime(since) > ResumeWindow) Forget(session);
    }

    private void RefreshBotSessions() => _botSessions = [.. _sessions.Values.Where(session => session.IsBot)];
}
