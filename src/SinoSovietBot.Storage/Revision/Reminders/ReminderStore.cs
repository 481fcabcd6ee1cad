using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision.Reminders;

namespace SinoSovietBot.Storage.Revision.Reminders;

/// <summary>Reminders in SQLite.</summary>
internal sealed class ReminderStore(Database database, GroupCommitWriter writer, ReminderWrites writes) : IReminderStore
{
    private const string Columns = "member_id, minute, days, next_at, refusals, given_up";

    public Task<Reminder?> FindAsync(MemberId member, CancellationToken cancellation) => database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {Columns} FROM reminders WHERE member_id = $member";
            command.Parameters.AddWithValue("$member", (long)member.Value);
            using var reader = command.ExecuteReader();
            return reader.Read() ? Reminder(reader) : null;
        },
        cancellation);

    public Task SaveAsync(Reminder reminder) => Doing.OnAsync(writer, () => writes.Save(reminder));

    public Task<bool> MoveAsync(Reminder before, Reminder after) => Deciding<bool>.OnAsync(writer, () => writes.Move(before, after));

    public Task<bool> RemoveAsync(MemberId member) => Deciding<bool>.OnAsync(writer, () => writes.Remove(member));

    public Task<ImmutableArray<Reminder>> DueAsync(DateTimeOffset now, int take, CancellationToken cancellation) => database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                $"SELECT {Columns} FROM reminders WHERE given_up = 0 AND next_at <= $now ORDER BY next_at, member_id LIMIT $take";
            command.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$take", take);
            using var reader = command.ExecuteReader();
            var due = ImmutableArray.CreateBuilder<Reminder>();
            while (reader.Read())
                due.Add(Reminder(reader));
            return due.ToImmutable();
        },
        cancellation);

    public Task<DateTimeOffset?> NextAsync(CancellationToken cancellation) => database.ReadAsync<DateTimeOffset?>(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT min(next_at) FROM reminders WHERE given_up = 0";
            return command.ExecuteScalar() is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
        },
        cancellation);

    private static Reminder Reminder(SqliteDataReader reader) => new()
    {
        Member = new MemberId((ulong)reader.GetInt64(0)),
        Time = TimeOnly.MinValue.AddMinutes(reader.GetInt32(1)),
        Days = (ReminderDays)reader.GetInt32(2),
        NextAt = reader.Time(3),
        Refusals = reader.GetInt32(4),
        IsGivenUp = reader.GetInt64(5) == 1,
    };
}
