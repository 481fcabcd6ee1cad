using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Storage.Revision.Reports;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Revision.Reports;

namespace SinoSovietBot.Storage;

/// <summary>Reads reports from a database that the bot may be using.</summary>
public static class SqliteReports
{
    /// <summary>Every report that members have made anywhere, the newest first; nothing is changed.</summary>
    /// <param name="source">The database.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StorageException">There is no such database, it belongs to another version of the bot, or the disk refuses.</exception>
    public static async Task<ImmutableArray<KeptReport>> ReadAsync(string source, CancellationToken cancellation)
    {
        string path = Path.GetFullPath(source);
        if (!File.Exists(path))
            throw new StorageException($"There is no database at '{path}'. Name it with Storage:Path.");
        var database = new Database(path);
        try
        {
            return await database.ReadAsync(
                connection =>
                {
                    using var command = connection.CreateCommand();
                    command.CommandText = "PRAGMA user_version";
                    long version = (long)command.ExecuteScalar()!;
                    int known = Migration.All[^1].Number;
                    return version == known ? ReportReads.All(connection) : throw new StorageException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"The database '{path}' has schema {version}, and this program knows {known}. Ask the version of the program that runs the bot."));
                },
                cancellation);
        }
        finally
        {
            database.CloseReaders();
        }
    }
}
