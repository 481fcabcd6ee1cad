using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Storage.Revision;

/// <summary>The statements that change what is remembered. Used on the writer's thread only.</summary>
internal sealed class MemoryWrites(SqliteConnection connection) : IDisposable
{
    private readonly Statement set = new(
        connection,
        """
        INSERT INTO memories
            (member_id, deck_key, item_id, phase, step, reviews, lapses, stability, difficulty, reviewed_at, reviewed_on, failed_on, due_at, due_on,
            suspended)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT DO UPDATE SET
            phase = excluded.phase, step = excluded.step, reviews = excluded.reviews, lapses = excluded.lapses, stability = excluded.stability,
            difficulty = excluded.difficulty, reviewed_at = excluded.reviewed_at, reviewed_on = excluded.reviewed_on, failed_on = excluded.failed_on,
            due_at = excluded.due_at, due_on = excluded.due_on, suspended = excluded.suspended
        """,
        15);

    private readonly Statement remove = new(connection, "DELETE FROM memories WHERE member_id = $1 AND deck_key = $2 AND item_id = $3", 3);

    private readonly Statement isStill = new(
        connection,
        "SELECT reviewed_at IS $4 AND suspended = $5 FROM memories WHERE member_id = $1 AND deck_key = $2 AND item_id = $3",
        5);

    private readonly Statement reviewedAt = new(
        connection, "SELECT reviewed_at FROM memories WHERE member_id = $1 AND deck_key = $2 AND item_id = $3", 3);

    private readonly Statement bringBack = new(
        connection,
        "UPDATE memories SET suspended = 0 WHERE member_id = $1 AND deck_key = $2 AND item_id = $3 AND suspended = 1",
        3);

    /// <summary>Whether an item is as it was: of the same last review, and suspended or not. What is not stored is new.</summary>
    public bool IsStill(long member, long deck, ItemMemory expected)
    {
        long? same = isStill
            .Bind(1, member)
            .Bind(2, deck)
            .Bind(3, expected.Item.Value)
            .Bind(4, expected.ReviewedAt?.ToUnixTimeMilliseconds())
            .Bind(5, expected.IsSuspended ? 1 : 0)
            .Number();
        return same is { } answer ? answer == 1 : expected is { ReviewedAt: null, IsSuspended: false };
    }

    /// <summary>When an item was last reviewed; null for never.</summary>
    public long? ReviewedAt(long member, long deck, ItemId item) => reviewedAt.Bind(1, member).Bind(2, deck).Bind(3, item.Value).Number();

    public void Set(long member, long deck, ItemMemory memory)
    {
        if (memory is { IsNew: true, IsSuspended: false })
        {
            remove.Bind(1, member).Bind(2, deck).Bind(3, memory.Item.Value).Run();
            return;
        }

        set.Bind(1, member).Bind(2, deck).Bind(3, memory.Item.Value);
        Bind(set, 4, memory).Run();
    }

    /// <returns>Whether it was suspended.</returns>
    public bool BringBack(long member, long deck, ItemId item) => bringBack.Bind(1, member).Bind(2, deck).Bind(3, item.Value).Run() == 1;

    /// <summary>Binds the twelve columns from the phase on.</summary>
    public static Statement Bind(Statement statement, int first, ItemMemory memory) => statement
        .Bind(first, RevisionWords.Write(memory.State.Phase))
        .Bind(first + 1, memory.State.Step)
        .Bind(first + 2, memory.State.Reviews)
        .Bind(first + 3, memory.State.Lapses)
        .Bind(first + 4, memory.State.Memory?.Stability)
        .Bind(first + 5, memory.State.Memory?.Difficulty)
        .Bind(first + 6, memory.ReviewedAt?.ToUnixTimeMilliseconds())
        .Bind(first + 7, memory.ReviewedOn?.DayNumber)
        .Bind(first + 8, memory.FailedOn?.DayNumber)
        .Bind(first + 9, memory.DueAt?.ToUnixTimeMilliseconds())
        .Bind(first + 10, memory.DueOn?.DayNumber)
        .Bind(first + 11, memory.IsSuspended ? 1 : 0);

    public void Dispose()
    {
        foreach (var statement in (Statement[])[set, remove, isStill, reviewedAt, bringBack])
            statement.Dispose();
    }
}
