using Microsoft.Extensions.Logging;

namespace SinoSovietBot.DiscordNet;

/// <summary>All log texts of this connection. None takes an address or a payload: those hold tokens.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Connected to Discord as application {Application}, in {Guilds} servers, by Discord.Net {Version}")]
    public static partial void Connected(ILogger log, ulong application, int guilds, string version);

    [LoggerMessage(2, LogLevel.Information, "Resumed the Discord session; nothing was missed")]
    public static partial void Resumed(ILogger log);

    [LoggerMessage(3, LogLevel.Warning, "The Discord connection ended ({Why}); connecting again in {Seconds:0.0} s")]
    public static partial void Reconnecting(ILogger log, string why, double seconds);

    [LoggerMessage(4, LogLevel.Warning, "Discord could not be reached ({Why}); trying again in {Seconds:0.0} s")]
    public static partial void Unreachable(ILogger log, string why, double seconds);

    [LoggerMessage(5, LogLevel.Information, "Left Discord")]
    public static partial void Stopped(ILogger log);

    [LoggerMessage(6, LogLevel.Error, "Discord.Net could not be started again; trying again in {Seconds:0.0} s")]
    public static partial void NotStarted(ILogger log, double seconds, Exception exception);

    [LoggerMessage(20, LogLevel.Debug, "{Request} failed ({Why}); attempt {Attempt} follows in {Milliseconds:0} ms")]
    public static partial void Repeating(ILogger log, string request, string why, int attempt, double milliseconds);

    /// <summary>What Discord.Net itself says, cleaned of secrets.</summary>
    [LoggerMessage(EventId = 30, Message = "{Source}: {Text}")]
    public static partial void Library(ILogger log, LogLevel level, string source, string text);
}
