using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Storage.Revision;

/// <summary>Reads what is stored of a member, within one read transaction.</summary>
internal sealed class RevisionReads(SqliteConnection connection, MemberId member)
{
    public LearnerSettings Settings()
    {
        using var command = Command(
            """
            SELECT new_per_day, reviews_per_day, retention, four_buttons, style, types_answers, time_zone, day_start, last_deck
            FROM learners WHERE member_id = $member
            """);
        using var reader = command.ExecuteReader();
        if (!reader.Read())
            return LearnerSettings.Default;
        return new LearnerSettings
        {
            NewPerDay = reader.GetInt32(0),
            ReviewsPerDay = reader.GetInt32(1),
            Retention = reader.GetDouble(2),
            FourButtons = reader.GetInt64(3) == 1,
            Style = RevisionWords.ReadStyle(reader.GetString(4)),
            TypesAnswers = reader.GetInt64(5) == 1,
            TimeZone = reader.TextOrNull(6),
            DayStart = TimeOnly.MinValue.AddMinutes(reader.GetInt32(7)),
            LastDeck = reader.TextOrNull(8) is { } deck ? DeckAddress.Parse(deck) : null,
        };
    }

    public LearnerRecord Record(DeckAddress deck, ServerId? server, DateTimeOffset recentSince)
    {
        var settings = Settings();
        return DeckKeys.Find(connection, deck) is { } key
            ? new LearnerRecord(settings, Memories(key), Reviews(key, recentSince), QuizMisses(key, recentSince), Exam(key, server))
            : new LearnerRecord(settings, [], [], [], null);
    }

    public SessionRecord Session(RevisionSession session, DateTimeOffset recentSince)
    {
        long key = DeckKeys.Find(connection, session.Deck)!.Value;
        var recent = EarlierOf(session.Id, recentSince).AddRange(Reviews(key, recentSince));
        return new SessionRecord(
            session, new LearnerRecord(Settings(), Memories(key), recent, QuizMisses(key, recentSince), session.Exam));
    }

    /// <summary>Of a deck since a time, oldest first.</summary>
    public ImmutableArray<Review> Reviews(long deck, DateTimeOffset since)
    {
        using var command = Command(
            $"""
            SELECT {ReviewReads.ReviewColumns} FROM reviews
            WHERE member_id = $member AND deck_key = $deck AND at >= $since AND undone = 0
            ORDER BY at, item_id
            """,
            deck);
        command.Parameters.AddWithValue("$since", since.ToUnixTimeMilliseconds());
        return Reviews(command);
    }

    private ImmutableArray<ItemMemory> Memories(long deck)
    {
        using var command = Command($"SELECT {ReviewReads.MemoryColumns} FROM memories WHERE member_id = $member AND deck_key = $deck", deck);
        using var reader = command.ExecuteReader();
        var memories = ImmutableArray.CreateBuilder<ItemMemory>();
        while (reader.Read())
            memories.Add(ReviewReads.Memory(reader));
        return memories.DrainToImmutable();
    }

    private ImmutableArray<Review> EarlierOf(SessionId session, DateTimeOffset before)
    {
        using var command = Command(
            $"""
            SELECT {ReviewReads.ReviewColumns} FROM reviews
            WHERE session_id = $session AND at < $before AND member_id = $member AND undone = 0
            ORDER BY at, item_id
            """);
        command.Parameters.AddWithValue("$session", (long)session.Value);
        command.Parameters.AddWithValue("$before", before.ToUnixTimeMilliseconds());
        return Reviews(command);
    }

    private ImmutableHashSet<ItemId> QuizMisses(long deck, DateTimeOffset recentSince)
    {
        using var command = Command(
            """
            SELECT question_id, card_id FROM quiz_misses
            WHERE member_id = $member AND deck_key = $deck AND missed_at >= $since AND remembered_at IS NULL
            """,
            deck);
        command.Parameters.AddWithValue("$since", recentSince.AddDays(-RevisionLimits.MissedDays).ToUnixTimeMilliseconds());
        using var reader = command.ExecuteReader();
        var misses = ImmutableHashSet.CreateBuilder<ItemId>();
        while (reader.Read())
        {
            misses.Add(ItemId.Of(new QuestionId(reader.GetString(0))));
            misses.Add(ItemId.Of(new CardId(reader.GetString(1))));
        }

        return misses.ToImmutable();
    }

    private DateOnly? Exam(long deck, ServerId? server)
    {
        using var command = Command(
            """
            SELECT coalesce(
                (SELECT day FROM exams WHERE member_id = $member AND deck_key = $deck),
                (SELECT day FROM class_exams WHERE server_id = $server AND deck_key = $deck))
            """,
            deck);
        command.Parameters.AddWithValue("$server", server is { } id ? (long)id.Value : DBNull.Value);
        return command.ExecuteScalar() is long day ? DateOnly.FromDayNumber((int)day) : null;
    }

    private static ImmutableArray<Review> Reviews(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var reviews = ImmutableArray.CreateBuilder<Review>();
        while (reader.Read())
            reviews.Add(ReviewReads.Review(reader));
        return reviews.DrainToImmutable();
    }

    private SqliteCommand Command([ConstantExpected] string sql, long? deck = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$member", (long)member.Value);
        if (deck is { } key)
            command.Parameters.AddWithValue("$deck", key);
        return command;
    }
}
