using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision.Exams;

namespace SinoSovietBot.Storage.Revision.Exams;

/// <summary>The statements that set and remove exams. Used on the writer's thread only.</summary>
internal sealed class ExamWrites(SqliteConnection connection, DeckKeys decks) : IDisposable
{
    private readonly Statement setOwn = new(
        connection,
        """
        INSERT INTO exams (member_id, deck_key, day, recall) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO UPDATE SET day = excluded.day, recall = excluded.recall
        """,
        4);

    private readonly Statement removeOwn = new(connection, "DELETE FROM exams WHERE member_id = $1 AND deck_key = $2", 2);

    private readonly Statement setClass = new(
        connection,
        """
        INSERT INTO class_exams (server_id, deck_key, day, recall, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO UPDATE SET day = excluded.day, recall = excluded.recall, set_by = excluded.set_by, set_at = excluded.set_at
        """,
        6);

    private readonly Statement removeClass = new(connection, "DELETE FROM class_exams WHERE server_id = $1 AND deck_key = $2", 2);

    public void SetOwn(MemberId member, DeckAddress deck, Exam? exam)
    {
        if (exam is not null)
            Bind(setOwn, member.Value, decks.FindOrAdd(deck), exam).Run();
        else if (decks.Find(deck) is { } key)
            removeOwn.Bind(1, (long)member.Value).Bind(2, key).Run();
    }

    public void SetClass(ServerId server, DeckAddress deck, Exam? exam, MemberId by, DateTimeOffset at)
    {
        if (exam is not null)
            Bind(setClass, server.Value, decks.FindOrAdd(deck), exam).Bind(5, (long)by.Value).Bind(6, at.ToUnixTimeMilliseconds()).Run();
        else if (decks.Find(deck) is { } key)
            removeClass.Bind(1, (long)server.Value).Bind(2, key).Run();
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[setOwn, removeOwn, setClass, removeClass])
            statement.Dispose();
    }

    private static Statement Bind(Statement statement, ulong owner, long deck, Exam exam) =>
        statement.Bind(1, (long)owner).Bind(2, deck).Bind(3, exam.Day.DayNumber).Bind(4, exam.WantedRecall);
}
