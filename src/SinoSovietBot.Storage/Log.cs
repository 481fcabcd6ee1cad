using Microsoft.Extensions.Logging;

namespace SinoSovietBot.Storage;

/// <summary>Every log text of this project.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Writes failed and were undone ({Writes}): {Reason}")]
    public static partial void WritesFailed(ILogger logger, int writes, string reason);

    [LoggerMessage(2, LogLevel.Information, "Database {Path} is open (schema {Schema}).")]
    public static partial void Opened(ILogger logger, string path, int schema);

    [LoggerMessage(3, LogLevel.Error, "A failed write could not be undone yet, so no other can be made: {Reason}")]
    public static partial void UndoFailed(ILogger logger, string reason);
}
