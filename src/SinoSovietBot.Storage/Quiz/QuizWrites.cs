using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Leaderboard;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Storage.Quiz;

/// <summary>The statements that store a quiz. Used on the writer's thread only.</summary>
internal sealed class QuizWrites(SqliteConnection connection, RevealWrites reveals) : IDisposable
{
    private readonly Statement addDeck = new(connection, "INSERT INTO decks (id) VALUES ($1) ON CONFLICT DO NOTHING", 1);

    private readonly Statement addQuiz = new(
        connection,
        """
        INSERT INTO quizzes (id, server_id, channel_id, host_id, host_is_teacher, deck_key, deck_title, topic, phase, opened_at)
        VALUES ($1, $2, $3, $4, $5, (SELECT key FROM decks WHERE id = $6), $7, $8, 'lobby', $9)
        """,
        9);

    private readonly Statement addQuestion = new(
        connection,
        """
        INSERT INTO quiz_questions
            (quiz_id, round, question_id, card_id, topic, prompt, options, right_option, explanation, corrections, time_ms, bag, marking_key)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """,
        13);

    private readonly Statement setLobby = new(
        connection, "UPDATE quizzes SET lobby_message_id = $2, lobby_posted_at = $3 WHERE id = $1", 3);

    private readonly Statement setName = new(
        connection,
        """
        INSERT INTO members (server_id, member_id, name) VALUES ($1, $2, $3)
        ON CONFLICT DO UPDATE SET name = excluded.name WHERE name <> excluded.name
        """,
        3);

    private readonly Statement addMember = new(
        connection, "INSERT INTO quiz_members (quiz_id, member_id, joined_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", 3);

    private readonly Statement removeMember = new(connection, "DELETE FROM quiz_members WHERE quiz_id = $1 AND member_id = $2", 2);

    private readonly Statement setAsking = new(connection, "UPDATE quizzes SET phase = 'asking', round = $2 WHERE id = $1", 2);

    private readonly Statement setRound = new(
        connection,
        """
        INSERT INTO rounds (quiz_id, round, opening, asked_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO UPDATE SET opening = excluded.opening, message_id = NULL, posted_at = NULL
        """,
        4);

    private readonly Statement setRoundMessage = new(
        connection, "UPDATE rounds SET message_id = $3, posted_at = $4 WHERE quiz_id = $1 AND round = $2", 4);

    private readonly Statement addAnswer = new(
        connection,
        """
        INSERT INTO answers (quiz_id, round, member_id, change, option, response_ms, press_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        7);

    private readonly Statement addTyped = new(
        connection,
        """
        INSERT INTO typed_answers (quiz_id, round, member_id, change, raw, normalised, verdict, rule, found, asked, note)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        11);

    private readonly Statement setEnded = new(
        connection, "UPDATE quizzes SET phase = 'ended', end_reason = $2, ended_at = $3 WHERE id = $1", 3);

    private readonly Statement setEndAnnounced = new(connection, "UPDATE quizzes SET end_announced = 1 WHERE id = $1", 1);

    /// <summary>Stores one change.</summary>
    public void Apply(QuizChange change)
    {
        switch (change)
        {
            case QuizChange.AnswerGiven answer:
                AddAnswer(answer);
                break;
            case QuizChange.MemberNamed named:
                setName.Bind(1, (long)named.Server.Value).Bind(2, (long)named.Member.Value).Bind(3, named.Name).Run();
                break;
            case QuizChange.MemberJoined joined:
                addMember.Bind(1, (long)joined.Quiz.Value).Bind(2, (long)joined.Member.Value).Bind(3, joined.At.ToUnixTimeMilliseconds()).Run();
                break;
            case QuizChange.MemberLeft left:
                removeMember.Bind(1, (long)left.Quiz.Value).Bind(2, (long)left.Member.Value).Run();
                break;
            case QuizChange.Opened opened:
                AddQuiz(opened.Quiz);
                break;
            case QuizChange.RoundRevealed revealed:
                reveals.Apply(revealed.Reveal);
                break;
            default:
                ApplyProgress(change);
                break;
        }
    }

    public void Dispose()
    {
        Statement[] all =
        [
            addDeck, addQuiz, addQuestion, setLobby, setName, addMember, removeMember, setAsking, setRound, setRoundMessage, addAnswer, addTyped,
            setEnded, setEndAnnounced,
        ];
        foreach (var statement in all)
            statement.Dispose();
    }

    private void ApplyProgress(QuizChange change)
    {
        switch (change)
        {
            case QuizChange.LobbyPosted posted:
                setLobby.Bind(1, (long)posted.Quiz.Value).Bind(2, (long)posted.Message.Id).Bind(3, posted.Message.At.ToUnixTimeMilliseconds()).Run();
                break;
            case QuizChange.RoundAsked asked:
                setAsking.Bind(1, (long)asked.Quiz.Value).Bind(2, asked.Round).Run();
                setRound.Bind(1, (long)asked.Quiz.Value).Bind(2, asked.Round).Bind(3, asked.Opening).Bind(4, asked.At.ToUnixTimeMilliseconds()).Run();
                break;
            case QuizChange.RoundPosted posted:
                setRoundMessage.Bind(1, (long)posted.Quiz.Value).Bind(2, posted.Round)
                    .Bind(3, (long)posted.Message.Id).Bind(4, posted.Message.At.ToUnixTimeMilliseconds()).Run();
                break;
            case QuizChange.Ended ended:
                setEnded.Bind(1, (long)ended.Quiz.Value).Bind(2, EndReasons.Write(ended.Reason)).Bind(3, ended.At.ToUnixTimeMilliseconds()).Run();
                break;
            case QuizChange.EndAnnounced announced:
                setEndAnnounced.Bind(1, (long)announced.Quiz.Value).Run();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, "Not one of the family.");
        }
    }

    private void AddAnswer(QuizChange.AnswerGiven answer)
    {
        addAnswer
            .Bind(1, (long)answer.Quiz.Value)
            .Bind(2, answer.Round)
            .Bind(3, (long)answer.Member.Value)
            .Bind(4, answer.Answer.Changes)
            .Bind(5, answer.Answer.Option ?? StoredMarkings.NoOption)
            .Bind(6, (long)answer.Answer.Response.TotalMilliseconds)
            .Bind(7, (long)answer.Answer.Press)
            .Run();
        if (answer.Answer.Typed is { } typed)
            AddTyped(answer, typed);
    }

    private void AddTyped(QuizChange.AnswerGiven answer, Marking typed) => addTyped
        .Bind(1, (long)answer.Quiz.Value)
        .Bind(2, answer.Round)
        .Bind(3, (long)answer.Member.Value)
        .Bind(4, answer.Answer.Changes)
        .Bind(5, typed.Raw)
        .Bind(6, typed.Normalised)
        .Bind(7, StoredMarkings.Write(typed.Verdict))
        .Bind(8, typed.Rule.ToString())
        .Bind(9, typed.Right)
        .Bind(10, typed.Asked)
        .Bind(11, typed.Note)
        .Run();

    private void AddQuiz(QuizState quiz)
    {
        addDeck.Bind(1, quiz.Deck.ToString()).Run();
        addQuiz
            .Bind(1, (long)quiz.Id.Value)
            .Bind(2, (long)quiz.Server.Value)
            .Bind(3, (long)quiz.Channel.Value)
            .Bind(4, (long)quiz.Host.Value)
            .Bind(5, quiz.HostIsTeacher ? 1 : 0)
            .Bind(6, quiz.Deck.ToString())
            .Bind(7, quiz.DeckTitle)
            .Bind(8, quiz.Topic)
            .Bind(9, quiz.OpenedAt.ToUnixTimeMilliseconds())
            .Run();
        for (int round = 0; round < quiz.Questions.Length; round++)
            AddQuestion(quiz.Id, round, quiz.Questions[round]);
    }

    private void AddQuestion(QuizId quiz, int round, AskedQuestion question) => addQuestion
        .Bind(1, (long)quiz.Value)
        .Bind(2, round)
        .Bind(3, question.Id.Value)
        .Bind(4, question.Card.Value)
        .Bind(5, question.Topic)
        .Bind(6, question.Prompt)
        .Bind(7, StoredTexts.Write(question.Options))
        .Bind(8, question.Right)
        .Bind(9, question.Explanation)
        .Bind(10, StoredTexts.Write(question.Corrections))
        .Bind(11, (long)question.Time.TotalMilliseconds)
        .Bind(12, question.Bag)
        .Bind(13, StoredKeys.Write(question.Key))
        .Run();
}
