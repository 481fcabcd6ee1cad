using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace SinoSovietBot.Storage.Tests.Support;

/// <summary>A database file in a folder of its own, deleted with everything beside it.</summary>
internal sealed class DatabaseFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sino-soviet-bot-");

    public string Path => Beside("bot.db");

    public static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public string Beside(string name) => System.IO.Path.Combine(folder.FullName, name);

    public string[] Files() => [.. folder.EnumerateFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal)];

    public SqliteStorage Open(TimeZoneInfo? zone = null) => SqliteStorage.Open(Path, zone ?? TimeZoneInfo.Utc, NullLogger.Instance);

    /// <summary>Runs SQL on a connection of its own, on this file or another.</summary>
    public void Run(string sql, string? file = null)
    {
        using var connection = Connect(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public long Number(string sql, string? file = null) => Convert.ToInt64(Rows(sql, file).Single()[0], CultureInfo.InvariantCulture);

    public string Text(string sql, string? file = null) => (string)Rows(sql, file).Single()[0];

    public List<object[]> Rows(string sql, string? file = null)
    {
        using var connection = Connect(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private SqliteConnection Connect(string? file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file ?? Path, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
