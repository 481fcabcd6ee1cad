using Microsoft.Extensions.Logging;

namespace SinoSovietBot.Discord;

/// <summary>All log texts of the Discord connection. None takes an address or a payload: those hold tokens.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Connected to Discord as application {Application}, in {Guilds} servers")]
    public static partial void Connected(ILogger log, ulong application, int guilds);

    [LoggerMessage(2, LogLevel.Information, "Resumed the Discord session; nothing was missed")]
    public static partial void Resumed(ILogger log);

    [LoggerMessage(3, LogLevel.Warning, "The Discord connection ended ({Why}); connecting again in {Seconds:0.0} s")]
    public static partial void Reconnecting(ILogger log, string why, double seconds);

    [LoggerMessage(4, LogLevel.Warning, "Discord could not be reached ({Why}); trying again in {Seconds:0.0} s")]
    public static partial void Unreachable(ILogger log, string why, double seconds);

    [LoggerMessage(5, LogLevel.Warning, "Discord allows this bot no new session for now; waiting {Minutes:0.0} minutes")]
    public static partial void NoSessionsLeft(ILogger log, double minutes);

    [LoggerMessage(6, LogLevel.Information, "Left Discord")]
    public static partial void Stopped(ILogger log);

    [LoggerMessage(7, LogLevel.Debug, "The goodbye to Discord was cut short ({Why})")]
    public static partial void GoodbyeCutShort(ILogger log, string why);

    [LoggerMessage(8, LogLevel.Warning, "Ignored a gateway frame that could not be read: {Why}")]
    public static partial void FrameMalformed(ILogger log, string why);

    [LoggerMessage(9, LogLevel.Warning, "Ignored one {Event} that could not be read: {Why}")]
    public static partial void EventMalformed(ILogger log, string @event, string why);

    [LoggerMessage(10, LogLevel.Error, "Dropped a gateway frame of more than {Megabytes} MB: Discord sends none that long")]
    public static partial void FrameTooLong(ILogger log, int megabytes);

    [LoggerMessage(11, LogLevel.Error, "{Capacity} Discord events are waiting to be handled; new ones are dropped until there is room")]
    public static partial void QueueIsFull(ILogger log, int capacity);

    [LoggerMessage(20, LogLevel.Debug, "{Request} failed ({Why}); attempt {Attempt} follows in {Milliseconds:0} ms")]
    public static partial void Repeating(ILogger log, string request, string why, int attempt, double milliseconds);

    [LoggerMessage(21, LogLevel.Warning, "{Request} met a rate limit (429, scope {Scope}); waiting {Seconds:0.000} s")]
    public static partial void RateLimited(ILogger log, string request, string scope, double seconds);

    [LoggerMessage(22, LogLevel.Trace, "{Request} gave {Status} in {Milliseconds:0.0} ms")]
    public static partial void Answered(ILogger log, string request, int status, double milliseconds);
}
