using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>
/// Looks into the bot's database from outside, read only and with plain SQL, while the bot runs or after it: a second opinion that shares no code
/// with the bot.
/// </summary>
internal sealed class SqliteProbe : IDisposable
{
    private readonly SqliteConnection _connection;

    public SqliteProbe(string path)
    {
        var address = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        _connection = new SqliteConnection(address.ToString());
        _connection.Open();
    }

    /// <summary>The quiz that was opened last in a channel.</summary>
    public long LastQuizIn(string channel) =>
        Count("SELECT id FROM quizzes WHERE channel_id = $1 ORDER BY opened_at DESC, id DESC LIMIT 1", Number(channel));

    /// <summary>Every accepted press of a quiz, in the order of rounds, members and changes.</summary>
    public IReadOnlyList<StoredAnswer> AnswersOf(long quiz) =>
        Read(
            "SELECT round, member_id, change, option, press_id, response_ms FROM answers WHERE quiz_id = $1 ORDER BY round, member_id, change",
            row => new StoredAnswer(
                row.GetInt32(0), Text(row.GetInt64(1)), row.GetInt32(2), row.GetInt32(3), Text(row.GetInt64(4)), row.GetInt64(5)),
            quiz);

    /// <summary>Everything that was typed in a quiz, in the order of rounds, members and changes.</summary>
    public IReadOnlyList<StoredTyped> TypedOf(long quiz) =>
        Read(
            "SELECT round, member_id, change, raw, verdict, rule FROM typed_answers WHERE quiz_id = $1 ORDER BY round, member_id, change",
            row => new StoredTyped(row.GetInt32(0), Text(row.GetInt64(1)), row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetString(5)),
            quiz);

    /// <summary>What counted when the rounds of a quiz were revealed.</summary>
    public IReadOnlyList<StoredResult> ResultsOf(long quiz) =>
        Read(
            "SELECT round, member_id, option, correct, ranked FROM results WHERE quiz_id = $1 ORDER BY round, member_id",
            row => new StoredResult(row.GetInt32(0), Text(row.GetInt64(1)), row.GetInt32(2), row.GetBoolean(3), row.GetBoolean(4)),
            quiz);

    /// <summary>Points of a server over all decks and all time, by member: the totals that boards read.</summary>
    public IReadOnlyDictionary<string, long> TotalsOf(string server) =>
        Read(
            "SELECT member_id, points FROM totals WHERE server_id = $1 AND deck_key = 0 AND window = 0",
            row => (Member: Text(row.GetInt64(0)), Points: row.GetInt64(1)),
            Number(server)).ToDictionary(row => row.Member, row => row.Points, StringComparer.Ordinal);

    /// <summary>The first column of the first row.</summary>
    public long Count(string sql, params long[] values) => Read(sql, row => row.GetInt64(0), values)[0];

    public string CheckIntegrity() => Read("PRAGMA integrity_check", row => row.GetString(0))[0];

    public void Dispose() => _connection.Dispose();

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> map, params long[] values)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The statements are written above; only values vary.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    private static long Number(string id) => unchecked((long)ulong.Parse(id, CultureInfo.InvariantCulture));

    private static string Text(long id) => unchecked((ulong)id).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A row of the log of presses.</summary>
internal sealed record StoredAnswer(int Round, string Member, int Change, int Option, string Press, long ResponseMs);

/// <summary>A row of the log of what was typed.</summary>
internal sealed record StoredTyped(int Round, string Member, int Change, string Raw, string Verdict, string Rule);

/// <summary>A row of the log of results.</summary>
internal sealed record StoredResult(int Round, string Member, int Option, bool Correct, bool Ranked);
