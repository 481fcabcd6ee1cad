using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace SinoSovietBot.Storage.Sqlite;

/// <summary>The database file, and how it is opened.</summary>
/// <param name="path">The file.</param>
internal sealed class Database(string path)
{
    private readonly string writer = ConnectionString(path, SqliteOpenMode.ReadWriteCreate, pooled: false);
    private readonly string reader = ConnectionString(path, SqliteOpenMode.ReadWrite, pooled: true);

    // Settings belong to a connection, not to the file, so they are made at every open. FULL keeps what was committed through a power loss;
    // with group commit it costs no more than NORMAL. A long read (a backup, say) makes the journal grow: the limit, 64 MiB, is the size to
    // which it shrinks again. Only the journal's mode is in the file: the migrator sets it once it knows that the file is ours.
    private const string Settings =
        """
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA cache_size = -8000;
        PRAGMA temp_store = MEMORY;
        PRAGMA journal_size_limit = 67108864;
        """;

    private const string ReaderSettings =
        """
        PRAGMA query_only = ON;
        PRAGMA cache_size = -2000;
        """;

    public string Path { get; } = path;

    /// <summary>A connection that may write. One is enough: the writer has it.</summary>
    public SqliteConnection OpenWriter() => Open(writer, Settings);

    /// <summary>Reads in one transaction: all of it speaks of the same moment. It runs on the caller's thread.</summary>
    /// <returns>What was read; every fault is the task's, and one of the file is a <see cref="StorageException"/>.</returns>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellation);
        try
        {
            using var connection = OpenReader();
            using var transaction = connection.BeginTransaction(deferred: true);
            return Task.FromResult(read(connection));
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception switch
            {
                SqliteException sqlite => SqliteFaults.Describe(Path, sqlite),
                _ when SqliteFaults.IsUnreadable(exception) => SqliteFaults.Unreadable(Path, exception),
                _ => exception,
            });
        }
    }

    /// <summary>Closes the reading connections that are kept for the next read; those of other databases stay.</summary>
    public void CloseReaders()
    {
        using var connection = new SqliteConnection(reader);
        SqliteConnection.ClearPool(connection);
    }

    private static string ConnectionString(string path, SqliteOpenMode mode, bool pooled) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = pooled, DefaultTimeout = 5 }.ConnectionString;

    private SqliteConnection OpenReader() => Open(reader, ReaderSettings);

    private SqliteConnection Open(string connectionString, [ConstantExpected] string settings)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            Script.Run(connection, settings);
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw SqliteFaults.Describe(Path, exception);
        }
    }
}
