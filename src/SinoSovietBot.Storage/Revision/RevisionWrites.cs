using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Quiz;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Storage.Revision;

/// <summary>The statements that store settings, sessions and their steps. Used on the writer's thread only.</summary>
internal sealed class RevisionWrites(SqliteConnection connection, DeckKeys decks, MemoryWrites memories, ReviewWrites reviews) : IDisposable
{
    private const string AddLearner =
        """
        INSERT INTO learners
            (member_id, new_per_day, reviews_per_day, retention, four_buttons, style, types_answers, time_zone, day_start, last_deck)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private readonly Statement setLearner = new(
        connection,
        $"""
        {AddLearner}
        ON CONFLICT DO UPDATE SET
            new_per_day = excluded.new_per_day, reviews_per_day = excluded.reviews_per_day, retention = excluded.retention,
            four_buttons = excluded.four_buttons, style = excluded.style, types_answers = excluded.types_answers, time_zone = excluded.time_zone,
            day_start = excluded.day_start, last_deck = excluded.last_deck
        """,
        10);

    private readonly Statement setLastDeck = new(connection, $"{AddLearner} ON CONFLICT DO UPDATE SET last_deck = excluded.last_deck", 10);

    private readonly Statement addSession = new(
        connection,
        """
        INSERT INTO revision_sessions
            (id, member_id, deck_key, topic, mode, style, count, position, shown, shown_at, started_at, exam_on, just_suspended)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT DO NOTHING
        """,
        13);

    private readonly Statement deckOfSession = new(
        connection, "SELECT deck_key FROM revision_sessions WHERE id = $1 AND member_id = $2 AND position = $3", 3);

    private readonly Statement moveSession = new(
        connection,
        """
        UPDATE revision_sessions SET position = $2, shown = $3, shown_at = $4, just_suspended = $5, answer = $6, verdict = $7, note = $8 WHERE id = $1
        """,
        8);

    public void SaveSettings(MemberId member, LearnerSettings settings) => Bind(setLearner, member, settings).Run();

    public void Open(RevisionSession session)
    {
        bool isNew = addSession
            .Bind(1, (long)session.Id.Value)
            .Bind(2, (long)session.Member.Value)
            .Bind(3, decks.FindOrAdd(session.Deck))
            .Bind(4, session.Topic)
            .Bind(5, RevisionWords.Write(session.Mode))
            .Bind(6, RevisionWords.Write(session.Style))
            .Bind(7, session.Count)
            .Bind(8, session.Position)
            .Bind(9, session.Shown?.Value)
            .Bind(10, session.ShownAt.ToUnixTimeMilliseconds())
            .Bind(11, session.StartedAt.ToUnixTimeMilliseconds())
            .Bind(12, session.Exam?.DayNumber)
            .Bind(13, session.JustSuspended?.Value)
            .Run() == 1;
        if (isNew)
            Bind(setLastDeck, session.Member, LearnerSettings.Default with { LastDeck = session.Deck }).Run();
    }

    /// <summary>Writes a step, or nothing.</summary>
    /// <returns>Whether it was written.</returns>
    public bool Step(SessionStep step)
    {
        long member = (long)step.Before.Member.Value;
        if (deckOfSession.Bind(1, (long)step.Before.Id.Value).Bind(2, member).Bind(3, step.Before.Position).Number() is not { } deck)
            return false;
        if (step.Expected is { } expected && !memories.IsStill(member, deck, expected))
            return false;
        if (step.Undone is { } taken && !reviews.Has(member, deck, taken))
            return false;
        Move(step.After);
        if (step.Memory is { } memory)
            memories.Set(member, deck, memory);
        if (step.Undone is { } undone)
            reviews.Undo(member, deck, undone);
        if (step.Review is not { } review)
            return true;
        reviews.Add(member, deck, review);
        foreach (var shown in step.Remembered)
            reviews.Remember(member, deck, shown, review.At);
        return true;
    }

    public bool BringBack(MemberId member, DeckAddress deck, ItemId item) =>
        decks.Find(deck) is { } key && memories.BringBack((long)member.Value, key, item);

    public void Dispose()
    {
        foreach (var statement in (Statement[])[setLearner, setLastDeck, addSession, deckOfSession, moveSession])
            statement.Dispose();
    }

    private void Move(RevisionSession session) => moveSession
        .Bind(1, (long)session.Id.Value)
        .Bind(2, session.Position)
        .Bind(3, session.Shown?.Value)
        .Bind(4, session.ShownAt.ToUnixTimeMilliseconds())
        .Bind(5, session.JustSuspended?.Value)
        .Bind(6, session.Answer?.Text)
        .Bind(7, session.Answer?.Verdict is { } verdict ? StoredMarkings.Write(verdict) : null)
        .Bind(8, session.Answer?.Note)
        .Run();

    private static Statement Bind(Statement statement, MemberId member, LearnerSettings settings) => statement
        .Bind(1, (long)member.Value)
        .Bind(2, settings.NewPerDay)
        .Bind(3, settings.ReviewsPerDay)
        .Bind(4, settings.Retention)
        .Bind(5, settings.FourButtons ? 1 : 0)
        .Bind(6, RevisionWords.Write(settings.Style))
        .Bind(7, settings.TypesAnswers ? 1 : 0)
        .Bind(8, settings.TimeZone)
        .Bind(9, (long)settings.DayStart.ToTimeSpan().TotalMinutes)
        .Bind(10, settings.LastDeck?.ToString());
}
