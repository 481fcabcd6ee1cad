namespace SinoSovietBot.Discord.Gateway;

/// <summary>How long the gateway waits for what.</summary>
internal static class GatewayTimes
{
    /// <summary>From the first packet to HELLO. Discord takes well under a second.</summary>
    public static readonly TimeSpan Hello = TimeSpan.FromSeconds(20);

    /// <summary>For the operating system to take one frame from us. It does so at once, as long as the connection lives.</summary>
    public static readonly TimeSpan Send = TimeSpan.FromSeconds(10);

    /// <summary>For a goodbye, both our half and Discord's.</summary>
    public static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    /// <summary>Discord allows one IDENTIFY in this time.</summary>
    public static readonly TimeSpan BetweenIdentifies = TimeSpan.FromSeconds(5);

    /// <summary>Discord asks for a random pause between these two before identifying after an invalid session.</summary>
    public static readonly TimeSpan InvalidSessionLeast = TimeSpan.FromSeconds(1);

    /// <inheritdoc cref="InvalidSessionLeast"/>
    public static readonly TimeSpan InvalidSessionMost = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);

    /// <summary>
    /// As long as Discord cannot be reached, it costs it nothing to be tried, and members who press buttons once it is back wait for us.
    /// </summary>
    public static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(15);

    /// <summary>Where an IDENTIFY has come to nothing: a day has only a thousand of them.</summary>
    public static readonly TimeSpan LongestBackoffAfterIdentify = TimeSpan.FromSeconds(60);

    /// <summary>A session that drops this often within <see cref="DropWindow"/> is no longer resumed at once.</summary>
    public const int DropsResumedAtOnce = 5;

    public static readonly TimeSpan DropWindow = TimeSpan.FromMinutes(1);
}
