using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;

namespace SinoSovietBot.Storage;

/// <summary>Copies a database while it is in use.</summary>
public static class SqliteBackup
{
    /// <summary>
    /// Writes a complete copy of one moment to <paramref name="target"/>, checks it, and only then gives it that name.
    /// The bot may go on writing meanwhile.
    /// </summary>
    /// <param name="source">The database.</param>
    /// <param name="target">The copy; replaced if it exists and <paramref name="overwrite"/> is set.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <returns>The size of the copy in bytes.</returns>
    /// <exception cref="StorageException">There is no such database, the target exists, or the disk refuses.</exception>
    public static long Run(string source, string target, bool overwrite)
    {
        string from = Path.GetFullPath(source);
        string to = Path.GetFullPath(target);
        if (!File.Exists(from))
            throw new StorageException($"There is no database at '{from}'. Name it with Storage:Path.");
        if (from == to)
            throw new StorageException($"'{to}' is the database itself. Name another file for the backup.");
        if (File.Exists(to) && !overwrite)
            throw new StorageException($"'{to}' exists already. Name another file, or add --overwrite.");
        // SQLite would play the -wal of the former database into the new one.
        if (File.Exists(to + "-wal"))
            throw new StorageException($"'{to}' is in use as a database: '{to}-wal' is beside it. Name another file for the backup.");
        WholeFile.Write(to, overwrite, partial => Copy(from, to, partial));
        return new FileInfo(to).Length;
    }

    private static void Copy(string from, string to, string partial)
    {
        try
        {
            using var source = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = from, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
            using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = partial, Pooling = false }.ConnectionString);
            source.Open();
            copy.Open();
            source.BackupDatabase(copy);
            // A copy is one file: without this it would need its own -wal beside it.
            Script.Run(copy, "PRAGMA journal_mode = DELETE");
            using var command = copy.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            if (command.ExecuteScalar() is not "ok" and var verdict)
                throw new StorageException($"The copy of '{from}' is damaged ({verdict}), so it was thrown away: the database itself may be, too.");
        }
        catch (SqliteException exception)
        {
            // What is damaged or no database can only be the source; of a disk that is full or refuses, the copy's is the likelier one.
            throw SqliteFaults.Describe(SqliteFaults.IsOfContent(exception) ? from : to, exception);
        }
    }
}
