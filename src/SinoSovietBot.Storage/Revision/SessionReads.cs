using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Quiz;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Storage.Revision;

/// <summary>Turns rows into sessions.</summary>
internal static class SessionReads
{
    // Of "revision_sessions AS sessions" and decks.
    private const string Columns =
        """
        sessions.id, sessions.member_id, decks.id, topic, mode, style, sessions.count, position, sessions.shown, shown_at, started_at, exam_on,
        just_suspended, sessions.answer, sessions.verdict, sessions.note
        """;

    /// <summary>A session; null when there is none of that id.</summary>
    public static RevisionSession? Find(SqliteConnection connection, SessionId session)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM revision_sessions AS sessions JOIN decks ON decks.key = deck_key WHERE sessions.id = $id";
        command.Parameters.AddWithValue("$id", (long)session.Value);
        using var reader = command.ExecuteReader();
        return reader.Read() ? Session(reader) : null;
    }

    /// <summary>A member's sessions with reviews, the newest first.</summary>
    public static ImmutableArray<PastSession> Past(SqliteConnection connection, MemberId member, DeckAddress? deck, int skip, int take)
    {
        using var command = connection.CreateCommand();
        // The page is cut before anything is counted.
        command.CommandText =
            $"""
            WITH page AS MATERIALIZED (
                SELECT sessions.id AS page_id FROM revision_sessions AS sessions JOIN decks ON decks.key = deck_key
                WHERE member_id = $member AND ($deck IS NULL OR decks.id = $deck)
                  AND EXISTS (SELECT 1 FROM reviews WHERE session_id = sessions.id AND undone = 0)
                ORDER BY started_at DESC, sessions.id DESC
                LIMIT $take OFFSET $skip)
            SELECT {Columns}, count(*), count(DISTINCT item_id), count(DISTINCT iif(grade = 1, item_id, NULL))
            FROM page
            JOIN revision_sessions AS sessions ON sessions.id = page_id JOIN decks ON decks.key = sessions.deck_key
            JOIN reviews ON session_id = page_id AND undone = 0
            GROUP BY page_id
            ORDER BY started_at DESC, page_id DESC
            """;
        command.Parameters.AddWithValue("$member", (long)member.Value);
        command.Parameters.AddWithValue("$deck", deck is { } address ? address.ToString() : DBNull.Value);
        command.Parameters.AddWithValue("$skip", skip);
        command.Parameters.AddWithValue("$take", take);
        using var reader = command.ExecuteReader();
        var sessions = ImmutableArray.CreateBuilder<PastSession>();
        while (reader.Read())
        {
            int forgotten = reader.GetInt32(18);
            sessions.Add(new PastSession(Session(reader), reader.GetInt32(16), reader.GetInt32(17) - forgotten, forgotten));
        }

        return sessions.ToImmutable();
    }

    private static RevisionSession Session(SqliteDataReader reader) => new()
    {
        Id = new SessionId((ulong)reader.GetInt64(0)),
        Member = new MemberId((ulong)reader.GetInt64(1)),
        Deck = DeckAddress.Parse(reader.GetString(2)),
        Topic = reader.TextOrNull(3),
        Mode = RevisionWords.ReadMode(reader.GetString(4)),
        Style = RevisionWords.ReadStyle(reader.GetString(5)),
        Count = reader.GetInt32(6),
        Position = reader.GetInt32(7),
        Shown = reader.TextOrNull(8) is { } shown ? new ItemId(shown) : null,
        ShownAt = reader.Time(9),
        StartedAt = reader.Time(10),
        Exam = reader.DayOrNull(11),
        JustSuspended = reader.TextOrNull(12) is { } suspended ? new ItemId(suspended) : null,
        Answer = reader.TextOrNull(13) is { } answer
            ? new SessionAnswer(answer, reader.TextOrNull(14) is { } verdict ? StoredMarkings.ReadVerdict(verdict) : null, reader.TextOrNull(15))
            : null,
    };
}
