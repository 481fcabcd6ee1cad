using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SinoSovietBot.Storage.Sqlite;

/// <summary>Says what SQLite's error codes mean to an operator.</summary>
internal static class SqliteFaults
{
    public static StorageException Describe(string path, SqliteException exception) => new(Sentence(path, exception), exception);

    /// <summary>Whether what the file holds is at fault, rather than the disk or a lock.</summary>
    public static bool IsOfContent(SqliteException exception) => exception.SqliteErrorCode is 11 or 26;

    /// <summary>Whether an exception says that a stored value is not what was once written: damage that SQLite itself did not see.</summary>
    public static bool IsUnreadable(Exception exception) => exception
        is JsonException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException or FormatException;

    public static StorageException Unreadable(string path, Exception exception) => new(
        $"The database '{path}' holds a value that cannot be read ({exception.Message}). Restore it from a backup, or move it away to start anew.",
        exception);

    // The codes are SQLite's primary result codes: https://www.sqlite.org/rescode.html
    private static string Sentence(string path, SqliteException exception) => exception.SqliteErrorCode switch
    {
        5 or 6 => $"The database '{path}' is locked by another program. Close it, or point Storage:Path at another file.",
        8 => $"The database '{path}' cannot be written: the file, its folder or the disk is read-only for this user.",
        10 => $"The disk failed while reading or writing the database '{path}' ({exception.Message}). Check the disk and its free space.",
        11 => $"The database '{path}' is damaged. Restore it from a backup, or move it away to start anew.",
        13 => $"The disk that holds the database '{path}' is full. Free some space; nothing stored so far is lost.",
        14 => $"The database '{path}' cannot be opened. Check that its folder exists and that this user may write there.",
        26 => $"The file '{path}' is not a SQLite database. Point Storage:Path at another file, or restore a backup.",
        _ => $"The database '{path}' failed: {exception.Message}",
    };
}
