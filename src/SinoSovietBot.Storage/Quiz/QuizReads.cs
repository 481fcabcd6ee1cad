using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Storage.Quiz;

/// <summary>Rebuilds quizzes from what was stored, within one read transaction.</summary>
internal sealed class QuizReads(SqliteConnection connection)
{
    public ImmutableArray<QuizId> Unfinished()
    {
        using var command = Command("SELECT id FROM quizzes WHERE end_announced = 0 ORDER BY id");
        using var reader = command.ExecuteReader();
        var ids = ImmutableArray.CreateBuilder<QuizId>();
        while (reader.Read())
            ids.Add(new QuizId((ulong)reader.GetInt64(0)));
        return ids.ToImmutable();
    }

    public QuizState? Quiz(QuizId id)
    {
        var questions = Questions(id);
        var bare = Head(id, questions);
        if (bare is null)
            return null;
        if (bare.Round < 0 || bare.Round >= questions.Length)
            throw new FormatException($"Quiz {id.Value} is at round {bare.Round} and has {questions.Length} questions.");
        var quiz = WithCurrentRound(bare);
        return quiz with
        {
            Joined = Joined(id),
            Names = Names(id),
            Answers = quiz.Phase == QuizPhase.Lobby ? ImmutableDictionary<MemberId, GivenAnswer>.Empty : Answers(quiz),
            Scores = Scores(quiz),
            SilentRounds = SilentRounds(quiz),
        };
    }

    public ImmutableArray<AskedQuestion> Questions(QuizId id)
    {
        using var command = Command(
            """
            SELECT question_id, card_id, topic, prompt, options, right_option, explanation, corrections, time_ms, bag, marking_key
            FROM quiz_questions WHERE quiz_id = $quiz ORDER BY round
            """,
            id);
        using var reader = command.ExecuteReader();
        var questions = ImmutableArray.CreateBuilder<AskedQuestion>();
        while (reader.Read())
        {
            questions.Add(new AskedQuestion
            {
                Id = new QuestionId(reader.GetString(0)),
                Card = new CardId(reader.GetString(1)),
                Topic = reader.GetString(2),
                Prompt = reader.GetString(3),
                Options = StoredTexts.Read(reader.GetString(4)),
                Right = reader.GetInt32(5),
                Explanation = reader.GetString(6),
                Corrections = StoredTexts.Read(reader.GetString(7)),
                Time = TimeSpan.FromMilliseconds(reader.GetInt64(8)),
                Bag = reader.GetInt32(9),
                Key = reader.IsDBNull(10) ? null : StoredKeys.Read(reader.GetString(10)),
            });
        }

        return questions.ToImmutable();
    }

    /// <summary>What counted of a member, by round.</summary>
    public Dictionary<int, GivenAnswer> Results(QuizId id, MemberId member)
    {
        // The answer that counted is the last change: results are made of those.
        using var command = Command(
            """
            SELECT given.round, option, response_ms, given.change, press_id, raw, normalised, verdict, rule, found, asked, note
            FROM answers AS given LEFT JOIN typed_answers USING (quiz_id, round, member_id, change)
            WHERE given.quiz_id = $quiz AND given.member_id = $member
              AND EXISTS (SELECT 1 FROM results WHERE (quiz_id, round, member_id) = (given.quiz_id, given.round, given.member_id))
            ORDER BY given.round, given.change
            """,
            id);
        command.Parameters.AddWithValue("$member", (long)member.Value);
        using var reader = command.ExecuteReader();
        var results = new Dictionary<int, GivenAnswer>();
        while (reader.Read())
            results[reader.GetInt32(0)] = Answer(reader);
        return results;
    }

    private QuizState? Head(QuizId id, ImmutableArray<AskedQuestion> questions)
    {
        using var command = Command(
            """
            SELECT server_id, channel_id, host_id, host_is_teacher, decks.id, deck_title, topic, phase, round, opened_at,
                   lobby_message_id, lobby_posted_at, end_reason,
                   (SELECT count(*) FROM rounds WHERE quiz_id = $quiz AND revealed_at IS NOT NULL),
                   (SELECT count(*) FROM rounds WHERE quiz_id = $quiz AND eligible = 1)
            FROM quizzes JOIN decks ON decks.key = deck_key WHERE quizzes.id = $quiz
            """,
            id);
        using var reader = command.ExecuteReader();
        if (!reader.Read())
            return null;
        return new QuizState
        {
            Id = id,
            Server = new ServerId((ulong)reader.GetInt64(0)),
            Channel = new ChannelId((ulong)reader.GetInt64(1)),
            Host = new MemberId((ulong)reader.GetInt64(2)),
            HostIsTeacher = reader.GetInt64(3) == 1,
            Deck = DeckAddress.Parse(reader.GetString(4)),
            DeckTitle = reader.GetString(5),
            Topic = reader.IsDBNull(6) ? null : reader.GetString(6),
            Questions = questions,
            Phase = Phase(reader.GetString(7)),
            Round = reader.GetInt32(8),
            OpenedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(9)),
            LobbyMessage = Message(reader, 10),
            End = reader.IsDBNull(12) ? null : EndReasons.Read(reader.GetString(12)),
            RevealedRounds = reader.GetInt32(13),
            EligibleRounds = reader.GetInt32(14),
        };
    }

    private static QuizPhase Phase(string word) => word switch
    {
        "lobby" => QuizPhase.Lobby,
        "asking" => QuizPhase.Asking,
        "revealed" => QuizPhase.Revealed,
        "ended" => QuizPhase.Ended,
        _ => throw new FormatException($"A quiz is in a phase, '{word}', that this program does not know."),
    };

    private QuizState WithCurrentRound(QuizState quiz)
    {
        using var command = Command("SELECT opening, message_id, posted_at FROM rounds WHERE quiz_id = $quiz AND round = $round", quiz.Id);
        command.Parameters.AddWithValue("$round", quiz.Round);
        using var reader = command.ExecuteReader();
        return reader.Read() ? quiz with { Opening = reader.GetInt32(0), RoundMessage = Message(reader, 1) } : quiz;
    }

    private ImmutableHashSet<MemberId> Joined(QuizId id)
    {
        using var command = Command("SELECT member_id FROM quiz_members WHERE quiz_id = $quiz", id);
        using var reader = command.ExecuteReader();
        var joined = ImmutableHashSet.CreateBuilder<MemberId>();
        while (reader.Read())
            joined.Add(new MemberId((ulong)reader.GetInt64(0)));
        return joined.ToImmutable();
    }

    private ImmutableDictionary<MemberId, string> Names(QuizId id)
    {
        using var command = Command(
            """
            SELECT member_id, name FROM members
            WHERE server_id = (SELECT server_id FROM quizzes WHERE id = $quiz)
              AND member_id IN (
                  SELECT host_id FROM quizzes WHERE id = $quiz
                  UNION SELECT member_id FROM quiz_members WHERE quiz_id = $quiz
                  UNION SELECT member_id FROM answers WHERE quiz_id = $quiz)
            """,
            id);
        using var reader = command.ExecuteReader();
        var names = ImmutableDictionary.CreateBuilder<MemberId, string>();
        while (reader.Read())
            names[new MemberId((ulong)reader.GetInt64(0))] = reader.GetString(1);
        return names.ToImmutable();
    }

    private ImmutableDictionary<MemberId, GivenAnswer> Answers(QuizState quiz)
    {
        // Ordered by change, so that the last one wins.
        using var command = Command(
            """
            SELECT given.member_id, option, response_ms, given.change, press_id, raw, normalised, verdict, rule, found, asked, note
            FROM answers AS given LEFT JOIN typed_answers USING (quiz_id, round, member_id, change)
            WHERE given.quiz_id = $quiz AND given.round = $round ORDER BY given.member_id, given.change
            """,
            quiz.Id);
        command.Parameters.AddWithValue("$round", quiz.Round);
        using var reader = command.ExecuteReader();
        var answers = ImmutableDictionary.CreateBuilder<MemberId, GivenAnswer>();
        while (reader.Read())
            answers[new MemberId((ulong)reader.GetInt64(0))] = Answer(reader);
        return answers.ToImmutable();
    }

    /// <summary>Reads option, response, change, press and what was typed, from the second column on.</summary>
    private static GivenAnswer Answer(SqliteDataReader reader)
    {
        int option = reader.GetInt32(1);
        return new GivenAnswer(
            option == StoredMarkings.NoOption ? null : option,
            TimeSpan.FromMilliseconds(reader.GetInt64(2)),
            reader.GetInt32(3),
            (ulong)reader.GetInt64(4))
        {
            Typed = StoredMarkings.Read(reader, 5),
        };
    }

    private ImmutableDictionary<MemberId, Score> Scores(QuizState quiz)
    {
        using var command = Command(
            """
            SELECT member_id, sum(correct), count(*), sum(response_ms - time_ms)
            FROM results JOIN quiz_questions USING (quiz_id, round) WHERE quiz_id = $quiz GROUP BY member_id
            """,
            quiz.Id);
        using var reader = command.ExecuteReader();
        var scores = ImmutableDictionary.CreateBuilder<MemberId, Score>();
        while (reader.Read())
        {
            // Rounds not answered count in full: start from the time of all, and put each answer's own time in place of its round's.
            var time = quiz.FullTime + TimeSpan.FromMilliseconds(reader.GetInt64(3));
            scores[new MemberId((ulong)reader.GetInt64(0))] = new Score(reader.GetInt32(1), reader.GetInt32(2), time);
        }

        return scores.ToImmutable();
    }

    private int SilentRounds(QuizState quiz)
    {
        using var command = Command(
            """
            SELECT count(*) FROM rounds
            WHERE quiz_id = $quiz AND revealed_at IS NOT NULL
              AND round > coalesce((SELECT max(round) FROM results WHERE quiz_id = $quiz), -1)
            """,
            quiz.Id);
        return (int)(long)command.ExecuteScalar()!;
    }

    private static PostedMessage? Message(SqliteDataReader reader, int column) => reader.IsDBNull(column)
        ? null
        : new PostedMessage((ulong)reader.GetInt64(column), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column + 1)));

    private SqliteCommand Command([ConstantExpected] string sql, QuizId? quiz = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        if (quiz is { } id)
            command.Parameters.AddWithValue("$quiz", (long)id.Value);
        return command;
    }
}
