using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Benchmarks.Cards;

/// <summary>
/// A database in which every member has learned a whole deck, and is in the middle of a session: five reviews today. Written with plain SQL, so that it
/// is also a check on what the bot reads.
/// </summary>
internal static class CardsFill
{
    public const int ReviewsToday = 5;

    private const int MembersPerTransaction = 1_000;

    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 18, 0, 0, TimeSpan.Zero);

    public static MemberId Member(int index) => new((ulong)(1_000_000 + index));

    /// <summary>Every member has one, of the member's number.</summary>
    public static SessionId Session(int index) => new((ulong)(1 + index));

    /// <summary>A deck of so many cards of three points; every fourth card nearly says what the next one says.</summary>
    public static Deck Deck(int cards) => new()
    {
        Id = new DeckId("bench"),
        Title = "Bench",
        Subject = "History",
        Language = "en-GB",
        Licence = "CC0",
        Source = "Made up.",
        NearDuplicates =
        [
            .. Enumerable.Range(0, (cards - 1) / 4).Select(index => new PointCluster(
                $"near-{index}", "Near", [new PointId($"p{index * 4}-0"), new PointId($"p{(index * 4) + 1}-0")], AreSame: false)),
        ],
        Cards = [.. Enumerable.Range(0, cards).Select(Card)],
        Questions = [],
    };

    public static void Database(string path, int members, int cards, TextWriter output)
    {
        // The schema is the bot's own.
        SqliteStorage.Open(path, TimeZoneInfo.Utc, NullLogger.Instance).Dispose();
        long start = Stopwatch.GetTimestamp();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -50000;");
        Run(connection, "INSERT INTO decks (id) VALUES ('bench')");
        for (int first = 0; first < members; first += MembersPerTransaction)
            FillMembers(connection, first, Math.Min(members, first + MembersPerTransaction) - 1, cards);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"filled {(long)members * cards} memories, {members * ReviewsToday} reviews, {members} sessions in {seconds:0} s"));
    }

    private static Card Card(int number) => new()
    {
        Id = new CardId(string.Create(CultureInfo.InvariantCulture, $"c{number:0000}")),
        Topic = $"Topic {number % 8}",
        Front = $"Front {number}",
        Points =
        [
            .. Enumerable.Range(0, 3).Select(point => new Point { Id = new PointId($"p{number}-{point}"), Text = $"Point {point} of card {number}." }),
        ],
    };

    // One statement a table and thousand members: SQLite makes the rows itself, from series of numbers. What was learned when is a fixed
    // pattern of the ids.
    private static void FillMembers(SqliteConnection connection, int first, int last, int cards)
    {
        using var transaction = connection.BeginTransaction();
        long now = Now.ToUnixTimeMilliseconds();
        int today = DateOnly.FromDateTime(Now.DateTime).DayNumber;
        string series = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            WITH RECURSIVE
              person(m) AS (SELECT {first} UNION ALL SELECT m + 1 FROM person WHERE m < {last}),
              card(c) AS (SELECT 0 UNION ALL SELECT c + 1 FROM card WHERE c < {cards - 1}),
              learned AS (
                SELECT 1000000 + m AS member, m + 1 AS session, c, printf('card:c%04d', c) AS item, (m * 31 + c * 17) % 100 AS h,
                  {now} - 3600000 + c * 60000 AS at
                FROM person CROSS JOIN card)
            """);
        Run(
            connection,
            $"""
            {series} INSERT INTO memories
              (member_id, deck_key, item_id, phase, step, reviews, lapses, stability, difficulty, reviewed_at, reviewed_on, failed_on, due_at,
              due_on, suspended)
            SELECT member, 1, item, 2, 0, 1 + h % 9, h % 3, 1.25 + h, 1.5 + h % 8,
              iif(c < {ReviewsToday}, at, at - 86400000 * (1 + h % 40)), {today} - iif(c < {ReviewsToday}, 0, 1 + h % 40),
              iif(h % 10 = 0, {today} - 1 - h % 40, NULL), NULL, {today} + iif(c < {ReviewsToday}, 3, h * 7 % 60 - 2), h = 99
            FROM learned
            """);
        Run(
            connection,
            $"""
            {series} INSERT INTO reviews
              (member_id, deck_key, at, item_id, shown, day, grade, kind, session_id, elapsed_days, took_ms,
              before_phase, before_step, before_reviews, before_lapses, before_stability, before_difficulty, before_reviewed_at, before_reviewed_on,
              before_due_on, before_suspended,
              after_phase, after_step, after_reviews, after_lapses, after_stability, after_difficulty, after_reviewed_at, after_reviewed_on,
              after_due_on, after_suspended)
            SELECT member, 1, at, item, item, {today}, 3, 'scheduled', session, 4, 2500,
              2, 0, h % 9, h % 3, 1.0 + h, 1.5, at - 345600000, {today} - 4, {today}, 0,
              2, 0, 1 + h % 9, h % 3, 1.25 + h, 1.5 + h % 8, at, {today}, {today} + 3, 0
            FROM learned WHERE c < {ReviewsToday}
            """);
        Run(
            connection,
            $"""
            {series} INSERT INTO revision_sessions (id, member_id, deck_key, mode, style, count, position, shown, shown_at, started_at)
            SELECT m + 1, 1000000 + m, 1, 'due', 'cards', 50, {ReviewsToday}, 'card:c0005', {now}, {now} - 3600000 FROM person
            """);
        transaction.Commit();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
