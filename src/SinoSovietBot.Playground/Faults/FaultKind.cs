namespace SinoSovietBot.Playground.Faults;

/// <summary>What can be made to go wrong, by the names of the control route.</summary>
internal static class FaultKind
{
    /// <summary>
    /// A 429. Settings: <c>scope</c> (user, shared, global), <c>route</c>, <c>retry_after</c> (seconds). With <c>limit</c> and <c>window</c>
    /// (seconds) it is a real limit instead, with headers on every answer, until the faults are cleared.
    /// </summary>
    public const string RateLimit = "rate_limit";

    /// <summary>A 5xx before anything is done. Settings: <c>status</c>, <c>route</c>.</summary>
    public const string ServerError = "server_error";

    /// <summary>The bot's socket is cut. Setting: <c>mid_frame</c> (in the middle of the next event).</summary>
    public const string DropSocket = "drop_socket";

    /// <summary>The bot's socket is closed. Setting: <c>code</c>.</summary>
    public const string Close = "close";

    /// <summary>A heartbeat is not acknowledged. Setting: <c>silent</c> (nor does anything else arrive on that socket from then on).</summary>
    public const string NoHeartbeatAck = "no_heartbeat_ack";

    /// <summary>The bot is asked to reconnect (opcode 7).</summary>
    public const string Reconnect = "reconnect";

    /// <summary>The bot's session is declared invalid (opcode 9). Setting: <c>resumable</c>.</summary>
    public const string InvalidSession = "invalid_session";

    /// <summary>Answers or events come late, each by the same time. Settings: <c>ms</c>, <c>on</c> ("rest", "gateway" or a route).</summary>
    public const string Slow = "slow";

    /// <summary>
    /// An interaction is sent twice. Setting: <c>on</c>; "resume" doubles everything that the next resume sends, and some that had been seen.
    /// </summary>
    public const string DuplicateEvent = "duplicate_event";

    /// <summary>
    /// An interaction is sent after the event that follows it. Setting: <c>on</c>; "resume" turns the order of all that the next resume sends.
    /// </summary>
    public const string Reorder = "reorder";

    /// <summary>A request is carried out, and its answer lost. Setting: <c>route</c>.</summary>
    public const string LoseResponse = "lose_response";

    /// <summary>An interaction's token is dead when the bot uses it.</summary>
    public const string ExpireToken = "expire_token";

    /// <summary>Discord's clock is off by <c>ms</c>, until the faults are cleared.</summary>
    public const string ClockSkew = "clock_skew";

    /// <summary>Nothing of the bot side answers for <c>ms</c>.</summary>
    public const string Offline = "offline";

    public static IReadOnlyList<string> All { get; } =
    [
        RateLimit, ServerError, DropSocket, Close, NoHeartbeatAck, Reconnect, InvalidSession, Slow, DuplicateEvent, Reorder, LoseResponse,
        ExpireToken, ClockSkew, Offline,
    ];
}
