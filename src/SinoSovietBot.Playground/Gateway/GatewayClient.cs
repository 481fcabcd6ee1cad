using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Gateway;

/// <summary>The conversation on one socket: login, heartbeats, resuming.</summary>
internal sealed class GatewayClient : IDisposable
{
    private const int PayloadsPerMinute = 120;

    /// <summary>A busy machine is not a dead client, however often it is asked.</summary>
    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(10);

    private readonly GatewayHouse _house;
    private readonly GatewayConnection _connection;
    private readonly ITimer _heartbeatTimer;
    private readonly Queue<long> _recentPayloads = new();
    private GatewaySession? _session;

    public GatewayClient(GatewayHouse house, GatewayConnection connection)
    {
        _house = house;
        _connection = connection;
        _heartbeatTimer = house.Time.CreateTimer(_ => TimeOut(), null, Patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>An interval and a half, so that a heartbeat on the way counts.</summary>
    private TimeSpan Patience => _house.HeartbeatInterval * 1.5 is var usual && usual > LeastPatience ? usual : LeastPatience;

    /// <summary>Not after the session was declared invalid.</summary>
    private bool IsLoggedIn => _session?.Connection == _connection;

    public void Greet() => _connection.Send(Frames.Control(Opcode.Hello, SessionWords.Hello(_house.HeartbeatInterval)));

    public void Handle(JsonObject payload)
    {
        long now = _house.Time.GetTimestamp();
        while (_recentPayloads.TryPeek(out long oldest) && _house.Time.GetElapsedTime(oldest, now) > TimeSpan.FromMinutes(1))
            _recentPayloads.Dequeue();
        _recentPayloads.Enqueue(now);
        if (_recentPayloads.Count > PayloadsPerMinute)
        {
            _connection.Close(CloseCode.RateLimited);
            return;
        }

        Record(payload);
        switch (payload.Integer("op"))
        {
            case Opcode.Heartbeat:
                AnswerHeartbeat();
                break;
            case Opcode.Identify:
                if (IsLoggedIn) _connection.Close(CloseCode.AlreadyAuthenticated);
                else if (payload.Object("d") is { } identify) Identify(identify);
                else _connection.Close(CloseCode.DecodeError);
                break;
            case Opcode.Resume:
                if (IsLoggedIn) _connection.Close(CloseCode.AlreadyAuthenticated);
                else if (payload.Object("d") is { } resume) Resume(resume);
                else _connection.Close(CloseCode.DecodeError);
                break;
            case Opcode.PresenceUpdate or Opcode.VoiceStateUpdate or Opcode.RequestGuildMembers:
            case Opcode.RequestSoundboardSounds or Opcode.RequestChannelInfo:
                // Known to Discord and without meaning in this small world.
                if (_session is null) _connection.Close(CloseCode.NotAuthenticated);
                break;
            default:
                _connection.Close(CloseCode.UnknownOpcode);
                break;
        }
    }

    /// <summary>The socket ended.</summary>
    public void Leave()
    {
        _heartbeatTimer.Dispose();
        if (_session is not { } session) return;
        lock (_house.World.Gate)
        {
            // Discord keeps the session unless the client said goodbye with one of these two.
            if (_connection.ClosedByPeer is 1000 or 1001 && session.Connection == _connection) _house.Hub.Forget(session);
            _house.Hub.Detach(session, _connection);
        }
    }

    public void Dispose() => _heartbeatTimer.Dispose();

    private void Record(JsonObject payload)
    {
        if (_session is { IsBot: false } || !_house.Recorder.Enabled) return;
        var copy = payload.DeepClone().AsObject();
        string? token = copy.Object("d")?.Text("token");
        if (token is not null)
        {
            if (_house.World.BotToken != token) return;
            copy["d"]!["token"] = "(token)";
        }

        byte[] body = Json.Bytes(copy);
        _house.Recorder.Add(number => new RecordEntry(number, "command", null, $"OP {payload.Integer("op")}") { Body = body });
    }

    private void AnswerHeartbeat()
    {
        _heartbeatTimer.Change(Patience, Timeout.InfiniteTimeSpan);
        bool isBot = _session is { IsBot: true };
        if (isBot && _house.Hub.Faults.SwallowsHeartbeat(_connection)) return;
        byte[] answer = Frames.Control(Opcode.HeartbeatAck, null);
        _connection.Send(answer);
        if (isBot) _house.Recorder.Add(number => new RecordEntry(number, "event", null, "OP 11") { Body = answer });
    }

    private void TimeOut()
    {
        _connection.Close(CloseCode.SessionTimedOut);
        if (_session is not { } session) return;
        lock (_house.World.Gate) _house.Hub.Forget(session);
    }

    /// <summary>Whose token is it? Closes the socket when it is nobody's.</summary>
    private bool TryLogIn(JsonObject data, out Member? member)
    {
        string? token = data.Text("token");
        bool isBot = token == _house.World.BotToken;
        member = isBot || token is null ? null : _house.World.FindByToken(token);
        if (!isBot && member is null)
        {
            _connection.Close(CloseCode.AuthenticationFailed);
            return false;
        }

        if (!isBot || !_house.Hub.Faults.IsOffline) return true;
        _connection.Abort();
        return false;
    }

    private void Identify(JsonObject data)
    {
        lock (_house.World.Gate)
        {
            if (!TryLogIn(data, out Member? member)) return;
            int intents = 0;
            if (member is null && Refuse(data, out intents) is { } code)
            {
                _connection.Close(code);
                return;
            }

            _session = _house.Hub.Open(member, intents);
            _session.Attach(_connection);
            if (member is null) WelcomeBot(_session, data["shard"]);
            else _session.Dispatch("READY", Json.Bytes(SessionWords.MemberReady(_house.World, member, _session, _house.GatewayUrl)));
        }
    }

    private void WelcomeBot(GatewaySession session, JsonNode? shard)
    {
        World world = _house.World;
        _house.Hub.ToBot(session, "READY", Json.Bytes(SessionWords.BotReady(world, session, _house.GatewayUrl, shard)));
        if (world.BotInGuild && session.Wants(Intents.Guilds)) _house.Hub.ToBot(session, "GUILD_CREATE", Json.Bytes(WorldJson.Guild(world)));
        _house.BotLoggedIn(resumed: false);
    }

    /// <summary>Why an IDENTIFY of the bot is refused, or null.</summary>
    private static int? Refuse(JsonObject data, out int intents)
    {
        intents = 0;
        if (data.Object("properties") is null) return CloseCode.DecodeError;
        if (data.Integer("intents") is not { } asked || asked < 0 || (asked & ~Intents.Known) != 0) return CloseCode.InvalidIntents;
        if ((asked & Intents.Privileged) != 0) return CloseCode.DisallowedIntents;
        intents = (int)asked;
        if (data["shard"] is not { } shard) return null;
        bool only = shard is JsonArray { Count: 2 } pair && (pair[0] as JsonValue).Integer() == 0 && (pair[1] as JsonValue).Integer() == 1;
        return only ? null : CloseCode.InvalidShard;
    }

    private void Resume(JsonObject data)
    {
        lock (_house.World.Gate)
        {
            if (!TryLogIn(data, out Member? member)) return;
            GatewaySession? session = data.Text("session_id") is { } id ? _house.Hub.Find(id) : null;
            long sequence = data.Integer("seq") ?? 0;
            if (session is null || session.Member != member)
            {
                _connection.Send(Frames.Control(Opcode.InvalidSession, JsonValue.Create(false)));
            }
            else if (session.IsFuture(sequence))
            {
                _house.Hub.Forget(session);
                _connection.Close(CloseCode.InvalidSequence);
            }
            else if (!session.TryResume(_connection, sequence, out GatewayConnection? replaced))
            {
                _house.Hub.Forget(session);
                _connection.Send(Frames.Control(Opcode.InvalidSession, JsonValue.Create(false)));
            }
            else
            {
                _session = session;
                replaced?.Abort();
                Confirm(session);
            }
        }
    }

    private void Confirm(GatewaySession session)
    {
        byte[] resumed = Json.Bytes(new JsonObject { ["_trace"] = new JsonArray("playground") });
        if (session.IsBot)
        {
            _house.Hub.ToBot(session, "RESUMED", resumed);
            _house.BotLoggedIn(resumed: true);
        }
        else
        {
            session.Dispatch("RESUMED", resumed);
        }
    }
}
