namespace SinoSovietBot.Playground.Gateway;

/// <summary>Discord's gateway close codes.</summary>
internal static class CloseCode
{
    public const int GoingAway = 1001;
    public const int UnknownError = 4000;
    public const int UnknownOpcode = 4001;
    public const int DecodeError = 4002;
    public const int NotAuthenticated = 4003;
    public const int AuthenticationFailed = 4004;
    public const int AlreadyAuthenticated = 4005;
    public const int SessionInvalid = 4006;
    public const int InvalidSequence = 4007;
    public const int RateLimited = 4008;
    public const int SessionTimedOut = 4009;
    public const int InvalidShard = 4010;
    public const int ShardingRequired = 4011;
    public const int InvalidVersion = 4012;
    public const int InvalidIntents = 4013;
    public const int DisallowedIntents = 4014;

    /// <summary>Does a connection that ends with this code take its session with it? After the others it can be resumed.</summary>
    public static bool EndsSession(int code) =>
        code is NotAuthenticated or AuthenticationFailed or SessionInvalid or InvalidSequence or SessionTimedOut
            or InvalidShard or ShardingRequired or InvalidVersion or InvalidIntents or DisallowedIntents;

    /// <summary>The sentence that goes with a code.</summary>
    public static string Reason(int code) => code switch
    {
        GoingAway => "Going away.",
        UnknownOpcode => "Unknown opcode.",
        DecodeError => "Error while decoding payload.",
        NotAuthenticated => "Not authenticated.",
        AuthenticationFailed => "Authentication failed.",
        AlreadyAuthenticated => "Already authenticated.",
        SessionInvalid => "Session no longer valid.",
        InvalidSequence => "Invalid seq.",
        RateLimited => "You are being rate limited.",
        SessionTimedOut => "Session timed out.",
        InvalidShard => "Invalid shard.",
        ShardingRequired => "Sharding required.",
        InvalidVersion => "Invalid API version.",
        InvalidIntents => "Invalid intent(s).",
        DisallowedIntents => "Disallowed intent(s).",
        _ => "Unknown error.",
    };
}
