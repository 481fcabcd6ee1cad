using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Quiz;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Storage.Leaderboard;

/// <summary>
/// Stores what a round decided, what the server has met and what each member missed, and adds the ranked points to every board on which they count.
/// Used on the writer's thread only.
/// </summary>
/// <param name="connection">The writer's.</param>
/// <param name="zone">In which days, weeks and months begin.</param>
internal sealed class RevealWrites(SqliteConnection connection, TimeZoneInfo zone) : IDisposable
{
    private readonly Statement setRevealed = new(
        connection, "UPDATE rounds SET revealed_at = $3, eligible = $4 WHERE quiz_id = $1 AND round = $2", 4);

    private readonly Statement setPhase = new(connection, "UPDATE quizzes SET phase = 'revealed' WHERE id = $1", 1);

    private readonly Statement deckKey = new(connection, "SELECT deck_key FROM quizzes WHERE id = $1", 1);

    private readonly Statement lastMeeting = new(
        connection, "SELECT met_at FROM meetings WHERE server_id = $1 AND member_id = $2 AND deck_key = $3 AND question_id = $4", 4);

    private readonly Statement setMeeting = new(
        connection,
        """
        INSERT INTO meetings (server_id, member_id, deck_key, question_id, met_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO UPDATE SET met_at = excluded.met_at
        """,
        5);

    private readonly Statement addResult = new(
        connection,
        """
        INSERT INTO results (quiz_id, round, member_id, option, correct, response_ms, ranked) VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        7);

    private readonly Statement addTotal = new(
        connection,
        """
        INSERT INTO totals (server_id, deck_key, window, member_id, points, answered) VALUES ($1, $2, $3, $4, $5, 1)
        ON CONFLICT DO UPDATE SET points = points + excluded.points, answered = answered + 1
        """,
        5);

    private readonly Statement addHistory = new(
        connection,
        """
        INSERT INTO question_history (server_id, deck_key, question_id, bag, answered, correct) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO UPDATE SET bag = max(bag, excluded.bag), answered = answered + excluded.answered, correct = correct + excluded.correct
        """,
        6);

    private readonly Statement addMiss = new(
        connection,
        """
        INSERT INTO quiz_misses (member_id, deck_key, question_id, card_id, missed_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO UPDATE SET card_id = excluded.card_id, missed_at = excluded.missed_at, remembered_at = NULL
        """,
        5);

    private readonly Statement dropMiss = new(
        connection, "DELETE FROM quiz_misses WHERE member_id = $1 AND deck_key = $2 AND question_id = $3", 3);

    public void Apply(RoundReveal reveal)
    {
        var quiz = reveal.Quiz;
        setRevealed.Bind(1, (long)quiz.Id.Value).Bind(2, quiz.Round).Bind(3, reveal.At.ToUnixTimeMilliseconds())
            .Bind(4, reveal.Eligible ? 1 : 0).Run();
        setPhase.Bind(1, (long)quiz.Id.Value).Run();
        long deck = deckKey.Bind(1, (long)quiz.Id.Value).Number()
            ?? throw new StorageException($"Quiz {quiz.Id.Value} was revealed before it was stored.");
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reveal.At, zone).DateTime);
        foreach (var result in reveal.Results)
        {
            bool ranked = Meet(reveal, result, deck) && reveal.Eligible;
            addResult
                .Bind(1, (long)quiz.Id.Value)
                .Bind(2, quiz.Round)
                .Bind(3, (long)result.Member.Value)
                .Bind(4, result.Answer.Option ?? StoredMarkings.NoOption)
                .Bind(5, result.Correct ? 1 : 0)
                .Bind(6, (long)result.Answer.Response.TotalMilliseconds)
                .Bind(7, ranked ? 1 : 0)
                .Run();
            if (ranked)
                AddTotals(quiz, result, deck, day);
            NoteMiss(reveal, result, deck);
        }

        addHistory.Bind(1, (long)quiz.Server.Value).Bind(2, deck).Bind(3, quiz.Question.Id.Value).Bind(4, quiz.Question.Bag)
            .Bind(5, reveal.Results.Length).Bind(6, reveal.Results.Count(result => result.Correct)).Run();
    }

    public void Dispose()
    {
        Statement[] all = [setRevealed, setPhase, deckKey, lastMeeting, setMeeting, addResult, addTotal, addHistory, addMiss, dropMiss];
        foreach (var statement in all)
            statement.Dispose();
    }

    /// <summary>What a member got wrong comes back in their own revision, until they get it right.</summary>
    private void NoteMiss(RoundReveal reveal, RoundResult result, long deck)
    {
        var question = reveal.Quiz.Question;
        long member = (long)result.Member.Value;
        if (result.Correct)
            dropMiss.Bind(1, member).Bind(2, deck).Bind(3, question.Id.Value).Run();
        else
            addMiss.Bind(1, member).Bind(2, deck).Bind(3, question.Id.Value).Bind(4, question.Card.Value)
                .Bind(5, reveal.At.ToUnixTimeMilliseconds()).Run();
    }

    /// <summary>Notes that a member met the question, and says whether it was for the first time within the rest.</summary>
    private bool Meet(RoundReveal reveal, RoundResult result, long deck)
    {
        var quiz = reveal.Quiz;
        long? last = lastMeeting.Bind(1, (long)quiz.Server.Value).Bind(2, (long)result.Member.Value).Bind(3, deck)
            .Bind(4, quiz.Question.Id.Value).Number();
        setMeeting.Bind(1, (long)quiz.Server.Value).Bind(2, (long)result.Member.Value).Bind(3, deck).Bind(4, quiz.Question.Id.Value)
            .Bind(5, reveal.At.ToUnixTimeMilliseconds()).Run();
        return last is null || last <= (reveal.At - QuizLimits.RankedRest).ToUnixTimeMilliseconds();
    }

    private void AddTotals(QuizState quiz, RoundResult result, long deck, DateOnly day)
    {
        foreach (var window in LeaderboardWindow.Containing(day))
        {
            foreach (long key in (ReadOnlySpan<long>)[TotalsKey.AllDecks, deck])
            {
                addTotal
                    .Bind(1, (long)quiz.Server.Value)
                    .Bind(2, key)
                    .Bind(3, TotalsKey.Of(window))
                    .Bind(4, (long)result.Member.Value)
                    .Bind(5, result.Correct ? 1 : 0)
                    .Run();
            }
        }
    }
}
