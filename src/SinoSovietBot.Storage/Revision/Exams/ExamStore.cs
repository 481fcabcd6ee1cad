using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision.Exams;

namespace SinoSovietBot.Storage.Revision.Exams;

/// <summary>The dates of exams, in SQLite.</summary>
internal sealed class ExamStore(Database database, GroupCommitWriter writer, ExamWrites writes) : IExamStore
{
    public Task<(Exam? Own, Exam? Class)> ExamsAsync(MemberId member, DeckAddress deck, ServerId? server, CancellationToken cancellation) =>
        database.ReadAsync(
            connection => DeckKeys.Find(connection, deck) is { } key
                ? (Read(connection, "SELECT day, recall FROM exams WHERE member_id = $owner AND deck_key = $deck", member.Value, key),
                    Read(connection, "SELECT day, recall FROM class_exams WHERE server_id = $owner AND deck_key = $deck", server?.Value, key))
                : ((Exam?)null, (Exam?)null),
            cancellation);

    public Task SetOwnAsync(MemberId member, DeckAddress deck, Exam? exam) => Doing.OnAsync(writer, () => writes.SetOwn(member, deck, exam));

    public Task SetClassAsync(ServerId server, DeckAddress deck, Exam? exam, MemberId by, DateTimeOffset at) =>
        Doing.OnAsync(writer, () => writes.SetClass(server, deck, exam, by, at));

    private static Exam? Read(SqliteConnection connection, [ConstantExpected] string sql, ulong? owner, long deck)
    {
        if (owner is not { } id)
            return null;
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$owner", (long)id);
        command.Parameters.AddWithValue("$deck", deck);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new Exam(reader.Day(0), reader.GetDouble(1)) : null;
    }
}
