using Microsoft.Extensions.Logging;

namespace SinoSovietBot.Storage;

/// <summary>Every log text of this project.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "A write failed and was undone: {Reason}")]
    public static partial void WriteFailed(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Information, "Database {Path} is open (schema {Schema}).")]
    public static partial void Opened(ILogger logger, string path, int schema);
}
