using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace SinoSovietBot.Storage.Sqlite;

/// <summary>
/// A statement that is prepared once and run often, on one thread. Its parameters are $1, $2, ... Its text is a constant, so that no value can get
/// into it: here and wherever else SQL is taken, the compiler sees to that (CA1857).
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand command;

    public Statement(SqliteConnection connection, [ConstantExpected] string sql, int parameters)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
    }

    public Statement Bind(int index, long value)
    {
        var parameter = command.Parameters[index - 1];
        parameter.SqliteType = SqliteType.Integer;
        parameter.Value = value;
        return this;
    }

    public Statement Bind(int index, long? value)
    {
        var parameter = command.Parameters[index - 1];
        parameter.SqliteType = SqliteType.Integer;
        parameter.Value = value is { } number ? number : DBNull.Value;
        return this;
    }

    public Statement Bind(int index, double? value)
    {
        var parameter = command.Parameters[index - 1];
        parameter.SqliteType = SqliteType.Real;
        parameter.Value = value is { } number ? number : DBNull.Value;
        return this;
    }

    public Statement Bind(int index, string? value)
    {
        var parameter = command.Parameters[index - 1];
        parameter.SqliteType = SqliteType.Text;
        parameter.Value = value is null ? DBNull.Value : value;
        return this;
    }

    /// <summary>Runs it, and returns how many rows it changed.</summary>
    public int Run() => command.ExecuteNonQuery();

    /// <summary>Runs it, and returns the first column of the first row, or null without a row.</summary>
    public long? Number() => command.ExecuteScalar() is long value ? value : null;

    public SqliteDataReader Read() => command.ExecuteReader();

    public void Dispose() => command.Dispose();
}
