using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Quiz;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Storage.Revision;

/// <summary>The statements that change the log, and what was missed in class quizzes. Used on the writer's thread only.</summary>
internal sealed class ReviewWrites(SqliteConnection connection) : IDisposable
{
    private const string Insert =
        """
        INSERT INTO reviews
            (member_id, deck_key, at, item_id, shown, day, grade, kind, session_id, elapsed_days, took_ms, answer, verdict, overruled,
            before_phase, before_step, before_reviews, before_lapses, before_stability, before_difficulty, before_reviewed_at, before_reviewed_on,
            before_failed_on, before_due_at, before_due_on, before_suspended,
            after_phase, after_step, after_reviews, after_lapses, after_stability, after_difficulty, after_reviewed_at, after_reviewed_on,
            after_failed_on, after_due_at, after_due_on, after_suspended)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28,
            $29, $30, $31, $32, $33, $34, $35, $36, $37, $38)
        """;

    private readonly Statement add = new(connection, Insert, 38);

    private readonly Statement addMissing = new(connection, $"{Insert} ON CONFLICT DO NOTHING", 38);

    private readonly Statement find = new(
        connection, "SELECT 1 FROM reviews WHERE member_id = $1 AND deck_key = $2 AND at = $3 AND item_id = $4 AND undone = 0", 4);

    private readonly Statement undo = new(
        connection, "UPDATE reviews SET undone = 1 WHERE member_id = $1 AND deck_key = $2 AND at = $3 AND item_id = $4", 4);

    private readonly Statement rememberQuestion = new(
        connection,
        """
        UPDATE quiz_misses SET remembered_at = $4
        WHERE member_id = $1 AND deck_key = $2 AND question_id = $3 AND remembered_at IS NULL
        """,
        4);

    private readonly Statement rememberCard = new(
        connection,
        """
        UPDATE quiz_misses SET remembered_at = $4
        WHERE member_id = $1 AND deck_key = $2 AND card_id = $3 AND remembered_at IS NULL
        """,
        4);

    private readonly Statement missAgain = new(
        connection, "UPDATE quiz_misses SET remembered_at = NULL WHERE member_id = $1 AND deck_key = $2 AND remembered_at = $3", 3);

    public void Add(long member, long deck, Review review) => Bind(add, member, deck, review).Run();

    /// <returns>Whether it was not there yet.</returns>
    public bool AddMissing(long member, long deck, Review review) => Bind(addMissing, member, deck, review).Run() == 1;

    /// <summary>Whether the log has it and it was not taken back.</summary>
    public bool Has(long member, long deck, Review review) => BindKey(find, member, deck, review).Number() is not null;

    /// <summary>Takes it back, and what was missed no longer because of it is missed again.</summary>
    public void Undo(long member, long deck, Review review)
    {
        BindKey(undo, member, deck, review).Run();
        missAgain.Bind(1, member).Bind(2, deck).Bind(3, review.At.ToUnixTimeMilliseconds()).Run();
    }

    /// <summary>Something that may have been missed in a class quiz is remembered.</summary>
    public void Remember(long member, long deck, ItemId shown, DateTimeOffset at)
    {
        if (shown.Question is { } question)
            rememberQuestion.Bind(1, member).Bind(2, deck).Bind(3, question.Value).Bind(4, at.ToUnixTimeMilliseconds()).Run();
        if (shown.Card is { } card)
            rememberCard.Bind(1, member).Bind(2, deck).Bind(3, card.Value).Bind(4, at.ToUnixTimeMilliseconds()).Run();
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[add, addMissing, find, undo, rememberQuestion, rememberCard, missAgain])
            statement.Dispose();
    }

    private static Statement BindKey(Statement statement, long member, long deck, Review review) =>
        statement.Bind(1, member).Bind(2, deck).Bind(3, review.At.ToUnixTimeMilliseconds()).Bind(4, review.Item.Value);

    private static Statement Bind(Statement statement, long member, long deck, Review review)
    {
        BindKey(statement, member, deck, review)
            .Bind(5, review.Shown.Value)
            .Bind(6, review.Day.DayNumber)
            .Bind(7, (int)review.Grade)
            .Bind(8, RevisionWords.Write(review.Kind))
            .Bind(9, (long?)review.Session?.Value)
            .Bind(10, review.ElapsedDays)
            .Bind(11, (long)review.Took.TotalMilliseconds)
            .Bind(12, review.Marked?.Text)
            .Bind(13, review.Marked is { } marked ? StoredMarkings.Write(marked.Verdict) : null)
            .Bind(14, review.Marked is { } answer ? (answer.Overruled ? 1 : 0) : (long?)null);
        MemoryWrites.Bind(statement, 15, review.Before);
        return MemoryWrites.Bind(statement, 27, review.After);
    }
}
