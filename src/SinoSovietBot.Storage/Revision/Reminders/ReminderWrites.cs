using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision.Reminders;

namespace SinoSovietBot.Storage.Revision.Reminders;

/// <summary>The statements that store and remove reminders. Used on the writer's thread only.</summary>
internal sealed class ReminderWrites(SqliteConnection connection) : IDisposable
{
    private readonly Statement set = new(
        connection,
        """
        INSERT INTO reminders (member_id, minute, days, next_at, refusals, given_up) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO UPDATE SET
            minute = excluded.minute, days = excluded.days, next_at = excluded.next_at, refusals = excluded.refusals, given_up = excluded.given_up
        """,
        6);

    private readonly Statement move = new(
        connection,
        """
        UPDATE reminders SET next_at = $5, refusals = $6, given_up = $7
        WHERE member_id = $1 AND minute = $2 AND days = $3 AND next_at = $4
        """,
        7);

    private readonly Statement remove = new(connection, "DELETE FROM reminders WHERE member_id = $1", 1);

    public void Save(Reminder reminder) => set
        .Bind(1, (long)reminder.Member.Value)
        .Bind(2, (long)reminder.Time.ToTimeSpan().TotalMinutes)
        .Bind(3, (int)reminder.Days)
        .Bind(4, reminder.NextAt.ToUnixTimeMilliseconds())
        .Bind(5, reminder.Refusals)
        .Bind(6, reminder.IsGivenUp ? 1 : 0)
        .Run();

    /// <returns>Whether it was still as it was before.</returns>
    public bool Move(Reminder before, Reminder after) => move
        .Bind(1, (long)before.Member.Value)
        .Bind(2, (long)before.Time.ToTimeSpan().TotalMinutes)
        .Bind(3, (int)before.Days)
        .Bind(4, before.NextAt.ToUnixTimeMilliseconds())
        .Bind(5, after.NextAt.ToUnixTimeMilliseconds())
        .Bind(6, after.Refusals)
        .Bind(7, after.IsGivenUp ? 1 : 0)
        .Run() == 1;

    /// <returns>Whether there was one.</returns>
    public bool Remove(MemberId member) => remove.Bind(1, (long)member.Value).Run() == 1;

    public void Dispose()
    {
        set.Dispose();
        move.Dispose();
        remove.Dispose();
    }
}
