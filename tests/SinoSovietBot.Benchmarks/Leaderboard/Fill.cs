using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SinoSovietBot.Storage;

namespace SinoSovietBot.Benchmarks.Leaderboard;

/// <summary>A database as years of use would leave it. Written with plain SQL, so that it is also a check on what the bot writes.</summary>
internal static class Fill
{
    public const int Servers = 1_000;
    public const int MembersPerServer = 100;
    public const int QuizzesPerServer = 10;
    public const int DaysBetweenQuizzes = 5;

    public static DateOnly FirstDay { get; } = new(2026, 1, 5);

    public static ulong Member(long server, int index) => ((ulong)server * 1_000) + (ulong)index;

    public static void Database(string path, int answers, TextWriter output)
    {
        // The schema is the bot's own.
        SqliteStorage.Open(path, TimeZoneInfo.Utc, NullLogger.Instance).Dispose();
        int rounds = Math.Max(1, answers / (Servers * QuizzesPerServer * MembersPerServer));
        long start = Stopwatch.GetTimestamp();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -500000;");
        Run(connection, "INSERT INTO decks (id) VALUES ('bench')");
        for (int server = 1; server <= Servers; server++)
            FillServer(connection, server, rounds);
        Total(connection);
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"filled {(long)Servers * QuizzesPerServer * MembersPerServer * rounds} answers in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
    }

    // One statement a table and server: SQLite makes the rows itself, from series of numbers. Who is right is a fixed pattern of the ids.
    private static void FillServer(SqliteConnection connection, int server, int rounds)
    {
        using var transaction = connection.BeginTransaction();
        string series = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            WITH RECURSIVE
              quiz(q) AS (SELECT 0 UNION ALL SELECT q + 1 FROM quiz WHERE q < {QuizzesPerServer - 1}),
              round(r) AS (SELECT 0 UNION ALL SELECT r + 1 FROM round WHERE r < {rounds - 1}),
              person(m) AS (SELECT 0 UNION ALL SELECT m + 1 FROM person WHERE m < {MembersPerServer - 1}),
              ids AS (SELECT {server} * 100 + q AS quiz_id, q FROM quiz)
            """);
        long day = new DateTimeOffset(FirstDay.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero).ToUnixTimeMilliseconds();
        string at = string.Create(CultureInfo.InvariantCulture, $"{day} + q * {DaysBetweenQuizzes} * 86400000");
        Run(connection, $"{series} INSERT INTO members SELECT {server}, {server} * 1000 + m, 'Member ' || m FROM person");
        Run(
            connection,
            $"""
            {series} INSERT INTO quizzes
              (id, server_id, channel_id, host_id, host_is_teacher, deck_key, deck_title, phase, opened_at, ended_at, end_reason, end_announced)
            SELECT quiz_id, {server}, 1, 1, 1, 1, 'Bench', 'ended', {at}, {at}, 'finished', 1 FROM ids
            """);
        Run(
            connection,
            $"""
            {series} INSERT INTO quiz_questions
            SELECT quiz_id, r, 'q' || r, 'card', 'topic', 'A question?', '["a","b","c","d"]', 0, 'Because.', '[]', 20000 FROM ids, round
            """);
        Run(connection, $"{series} INSERT INTO rounds SELECT quiz_id, r, 1, {at}, 1, {at}, {at}, 1 FROM ids, round");
        const string Option = "(q + r * 3 + m * 7 + m * r) % 4";
        Run(connection, $"{series} INSERT INTO answers SELECT quiz_id, r, {server} * 1000 + m, 0, {Option}, 5000, 1 FROM ids, round, person");
        Run(connection, $"{series} INSERT INTO results SELECT quiz_id, r, {server} * 1000 + m, {Option}, {Option} = 0, 5000, 1 FROM ids, round, person");
        transaction.Commit();
    }

    private static void Total(SqliteConnection connection)
    {
        string[] windows =
        [
            "0",
            "100000000 + CAST(strftime('%Y%m%d', at) AS INTEGER)",
            "200000000 + CAST(strftime('%Y%m%d', at, 'weekday 0', '-6 days') AS INTEGER)",
            "300000000 + CAST(strftime('%Y%m01', at) AS INTEGER)",
        ];
        foreach (string window in windows)
        {
            foreach (int deck in (int[])[0, 1])
            {
                Run(
                    connection,
                    $"""
                    INSERT INTO totals
                    SELECT server_id, {deck}, {window} AS w, member_id, sum(correct), count(*)
                    FROM (SELECT server_id, member_id, correct, datetime(opened_at / 1000, 'unixepoch') AS at
                          FROM results JOIN quizzes ON quizzes.id = quiz_id)
                    GROUP BY server_id, w, member_id
                    """);
            }
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
