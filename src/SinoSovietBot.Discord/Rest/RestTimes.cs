namespace SinoSovietBot.Discord.Rest;

/// <summary>How long REST waits for what, and how often it tries.</summary>
internal static class RestTimes
{
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(10);

    /// <summary>For one attempt of a small request.</summary>
    public static readonly TimeSpan Attempt = TimeSpan.FromSeconds(15);

    /// <summary>For one attempt that carries files, or reads one.</summary>
    public static readonly TimeSpan AttemptWithFiles = TimeSpan.FromSeconds(60);

    /// <summary>For one attempt of a response to an interaction: short enough that a second one still comes in time.</summary>
    public static readonly TimeSpan CallbackAttempt = TimeSpan.FromMilliseconds(1250);

    /// <inheritdoc cref="CallbackAttempt"/>
    public static readonly TimeSpan CallbackAttemptWithFiles = TimeSpan.FromSeconds(10);

    /// <summary>The first attempt and its repetitions after failures. Waiting for a rate limit is no failure.</summary>
    public const int Attempts = 6;

    /// <summary>A request that meets 429 more often than this is hopeless.</summary>
    public const int Refusals = 10;

    /// <summary>For an edit with its repetitions: what a message shows is soon out of date, and what matters is repeated by the caller.</summary>
    public static readonly TimeSpan Editing = TimeSpan.FromSeconds(10);

    /// <summary>For a post with its repetitions.</summary>
    public static readonly TimeSpan Posting = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(250);

    public static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(8);

    public static readonly TimeSpan FirstCallbackBackoff = TimeSpan.FromMilliseconds(50);

    public static readonly TimeSpan LongestCallbackBackoff = TimeSpan.FromMilliseconds(400);
}
