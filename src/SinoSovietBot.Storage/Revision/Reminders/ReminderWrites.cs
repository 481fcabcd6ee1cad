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

    private readonly Statement remove = new(connection, "DELETE FROM reminders WHERE member_id = $1", 1);

    public void Save(Reminder reminder) => set
        .Bind(1, (long)reminder.Member.Value)
        .Bind(2, (long)reminder.Time.ToTimeSpan().TotalMinutes)
        .Bind(3, (int)reminder.Days)
        .Bind(4, reminder.NextAt.ToUnixTimeMilliseconds())
        .Bind(5, reminder.Refusals)
        .Bind(6, reminder.IsGivenUp ? 1 : 0)
        .Run();

    /// <returns>Whether there was one.</returns>
    public bool Remove(MemberId member) => remove.Bind(1, (long)member.Value).Run() == 1;

    public void Dispose()
    {
        set.Dispose();
        remove.Dispose();
    }
}
