using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Quiz;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Storage.Revision;

/// <summary>Turns rows into memories and reviews. Columns are read by number: a press reads hundreds of rows.</summary>
internal static class ReviewReads
{
    /// <summary>The columns of a memory, without member and deck.</summary>
    public const string MemoryColumns =
        "item_id, phase, step, reviews, lapses, stability, difficulty, reviewed_at, reviewed_on, failed_on, due_at, due_on, suspended";

    /// <summary>The columns of a review, without member and deck.</summary>
    public const string ReviewColumns =
        """
        at, item_id, shown, day, grade, kind, session_id, elapsed_days, took_ms, answer, verdict, overruled,
        before_phase, before_step, before_reviews, before_lapses, before_stability, before_difficulty, before_reviewed_at, before_reviewed_on,
        before_failed_on, before_due_at, before_due_on, before_suspended,
        after_phase, after_step, after_reviews, after_lapses, after_stability, after_difficulty, after_reviewed_at, after_reviewed_on,
        after_failed_on, after_due_at, after_due_on, after_suspended
        """;

    public static ItemMemory Memory(SqliteDataReader reader) => Memory(reader, new ItemId(reader.GetString(0)), 1);

    public static Review Review(SqliteDataReader reader)
    {
        var item = new ItemId(reader.GetString(1));
        return new Review
        {
            At = reader.Time(0),
            Item = item,
            Shown = new ItemId(reader.GetString(2)),
            Day = reader.Day(3),
            Grade = RevisionWords.ReadGrade(reader.GetInt32(4)),
            Kind = RevisionWords.ReadKind(reader.GetString(5)),
            Session = reader.IsDBNull(6) ? null : new SessionId((ulong)reader.GetInt64(6)),
            ElapsedDays = reader.GetInt32(7),
            Took = TimeSpan.FromMilliseconds(reader.GetInt64(8)),
            Marked = reader.IsDBNull(9)
                ? null
                : new MarkedAnswer(reader.GetString(9), StoredMarkings.ReadVerdict(reader.GetString(10)), reader.GetInt64(11) == 1),
            Before = Memory(reader, item, 12),
            After = Memory(reader, item, 24),
        };
    }

    /// <param name="reader">At a row.</param>
    /// <param name="item">Of which item.</param>
    /// <param name="first">The column of the phase.</param>
    private static ItemMemory Memory(SqliteDataReader reader, ItemId item, int first) => new()
    {
        Item = item,
        State = new CardState
        {
            Phase = RevisionWords.ReadPhase(reader.GetInt32(first)),
            Step = reader.GetInt32(first + 1),
            Reviews = reader.GetInt32(first + 2),
            Lapses = reader.GetInt32(first + 3),
            Memory = reader.IsDBNull(first + 4) ? null : new Memory(reader.GetDouble(first + 4), reader.GetDouble(first + 5)),
        },
        ReviewedAt = reader.TimeOrNull(first + 6),
        ReviewedOn = reader.DayOrNull(first + 7),
        FailedOn = reader.DayOrNull(first + 8),
        DueAt = reader.TimeOrNull(first + 9),
        DueOn = reader.DayOrNull(first + 10),
        IsSuspended = reader.GetInt64(first + 11) == 1,
    };
}
