using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SinoSovietBot.Storage.Sqlite;

/// <summary>
/// Brings a database to the newest schema: embedded files <c>NNNN_name.sql</c>, each in a transaction, numbered by <c>user_version</c>.
/// </summary>
internal sealed class Migrator(Database database, IReadOnlyList<Migration> migrations)
{
    // "SSBt": says that a file is ours, so that somebody else's database is never migrated.
    private const int ApplicationId = 0x53534274;

    /// <summary>Migrates. An existing database is checked and copied aside first; a foreign one is not touched.</summary>
    /// <exception cref="StorageException">The file is damaged, foreign, or newer than this program.</exception>
    public void Run(SqliteConnection connection)
    {
        try
        {
            long version = Scalar(connection, "PRAGMA user_version");
            Refuse(connection, version);
            // The one setting that stays in the file, and so the first thing that is done to it.
            Script.Run(connection, "PRAGMA journal_mode = WAL");
            var missing = migrations.Where(migration => migration.Number > version).ToList();
            if (missing.Count == 0)
                return;
            if (version > 0)
                KeepCopy(connection, version);
            foreach (var migration in missing)
                Apply(connection, migration);
        }
        catch (SqliteException exception)
        {
            throw SqliteFaults.Describe(database.Path, exception);
        }
    }

    private void Refuse(SqliteConnection connection, long version)
    {
        long application = Scalar(connection, "PRAGMA application_id");
        bool empty = version == 0 && Scalar(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!empty && application != ApplicationId)
            throw new StorageException($"The database '{database.Path}' belongs to another program. Point Storage:Path at another file.");
        int newest = migrations[^1].Number;
        if (version > newest)
        {
            throw new StorageException(
                $"The database '{database.Path}' was written by a newer version of this program (schema {version}, this one knows {newest}). "
                + "Update the program, or restore a backup from before.");
        }
    }

    private void KeepCopy(SqliteConnection connection, long version)
    {
        string verdict = Text(connection, "PRAGMA quick_check(1)");
        if (verdict != "ok")
            throw new StorageException($"The database '{database.Path}' is damaged ({verdict}), so it was not migrated. Restore it from a backup.");
        string copy = string.Create(CultureInfo.InvariantCulture, $"{database.Path}.schema-{version}.bak");
        // A copy that an earlier attempt left is older than what would be lost now, so it gives way.
        WholeFile.Write(copy, overwrite: true, partial =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", partial);
            command.ExecuteNonQuery();
        });
    }

    private static void Apply(SqliteConnection connection, Migration migration)
    {
        using var transaction = connection.BeginTransaction();
        string mark = string.Create(
            CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {migration.Number};");
#pragma warning disable CA1857 // A file of this assembly and two numbers.
        Script.Run(connection, $"{migration.Sql}\n{mark}", transaction);
#pragma warning restore CA1857
        transaction.Commit();
    }

    private static long Scalar(SqliteConnection connection, [ConstantExpected] string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string Text(SqliteConnection connection, [ConstantExpected] string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
