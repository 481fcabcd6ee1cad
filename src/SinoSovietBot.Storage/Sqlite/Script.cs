using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace SinoSovietBot.Storage.Sqlite;

/// <summary>Runs several statements as one text.</summary>
internal static class Script
{
    /// <summary>Runs all of them, and throws at the first that fails.</summary>
    public static void Run(SqliteConnection connection, [ConstantExpected] string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        // Not ExecuteNonQuery: after the first statement that has columns (PRAGMA journal_mode, ALTER TABLE of a STRICT table) it runs the others
        // while it disposes its reader, and swallows their errors.
        using var reader = command.ExecuteReader();
        do
        {
            while (reader.Read())
            {
                // Rows are of no interest, but a statement has run only once it has no more of them.
            }
        }
        while (reader.NextResult());
    }
}
