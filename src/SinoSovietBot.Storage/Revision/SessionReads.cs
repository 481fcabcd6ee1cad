using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Quiz;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Storage.Revision;

/// <summary>Turns rows into sessions.</summary>
internal static class SessionReads
{
    /// <summary>The columns of <see cref="Session"/>, of <c>revision_sessions AS sessions</c> and <c>decks</c>.</summary>
    public const string Columns =
        """
        sessions.id, sessions.member_id, decks.id, topic, mode, style, count, position, sessions.shown, shown_at, started_at, exam_on, just_suspended,
        sessions.answer, sessions.verdict, sessions.note
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

    /// <summary>Reads <see cref="Columns"/>, which are the first.</summary>
    public static RevisionSession Session(SqliteDataReader reader) => new()
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
