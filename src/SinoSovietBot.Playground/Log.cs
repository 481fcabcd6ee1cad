namespace SinoSovietBot.Playground;

/// <summary>All that the playground logs.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed inside the playground.")]
    public static partial void RequestFailed(this ILogger logger, Exception error, string method, string path);
}
