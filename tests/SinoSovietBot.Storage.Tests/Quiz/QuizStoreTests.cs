using System.Collections.Immutable;
using CsCheck;
using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Study.Tests.Quiz;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Quiz;

public sealed class QuizStoreTests : IDisposable
{
    private readonly DatabaseFile file = new();

    public static TheoryData<string> Phases => [.. ByPhase.Keys];

    private static CancellationToken Cancellation => DatabaseFile.Cancellation;

    private static Dictionary<string, Func<AQuiz, AQuiz>> ByPhase { get; } = new()
    {
        ["created"] = quiz => quiz,
        ["lobby with members"] = quiz => quiz.Joined("Ann", "Ben"),
        ["asking, not posted"] = quiz => Started(quiz.Joined("Ann", "Ben")),
        ["asking"] = quiz => quiz.Joined("Ann", "Ben").Asking(),
        ["asking, answered and changed"] = quiz => quiz.Joined("Ann", "Ben").Asking().Wrong("Ann").Right("Ann", 2000).Right("Cid"),
        ["asking again after a restart"] = quiz => Resumed(quiz.Joined("Ann", "Ben").Asking().Right("Ann")),
        ["revealed"] = quiz => quiz.Joined("Ann", "Ben").Asking().Right("Ann").TimedOut(),
        ["revealed in silence"] = quiz => quiz.Joined("Ann", "Ben").Asking().TimedOut().Next().TimedOut(),
        ["second round"] = quiz => quiz.Asking().Right("Ann").TimedOut().Next().Wrong("Ben"),
        ["stopped in the lobby"] = quiz => quiz.Joined("Ann").Stopped(),
        ["stopped while asking"] = quiz => quiz.Asking().Right("Ann").Stopped(),
        ["typed, answered and changed"] = quiz => Typed(quiz).Wrong("Ann").Right("Ann", 2000).Wrong("Ben").Right("Cid"),
        ["typed again after a restart"] = quiz => Resumed(Typed(quiz).Right("Ann")),
        ["typed and revealed"] = quiz => Typed(quiz).Wrong("Ann").Right("Ben").TimedOut(),
        ["a list, vague and revealed"] = quiz => Vague(Typed(quiz).Right("Ann")).TimedOut().Next().Right("Ann").Wrong("Ben").TimedOut(),
        ["finished"] = quiz => quiz.Asking().Right("Ann").TimedOut().Next().Wrong("Ann").TimedOut().Next().Right("Ben").TimedOut(),
    };

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task AQuizIsReadBackAsItWasSaved(string phase)
    {
        using var storage = file.Open();
        int[] questions = phase.Contains("typed", StringComparison.Ordinal) || phase.Contains("list", StringComparison.Ordinal)
            ? [0, AQuiz.FirstTyped, AQuiz.FirstList, 3]
            : [0, 1, 2];
        var quiz = ByPhase[phase](StoredQuiz.Opened(5, AQuiz.Opened, questions));
        await new StoredQuiz(storage, quiz).SaveAsync();
        var live = await QuizStates.LiveAsync(storage);
        QuizStates.AssertSame(quiz.State, Assert.Single(live));
    }

    [Fact]
    public async Task EveryTextAndIdIsReadBackAsItWasSaved()
    {
        using var storage = file.Open();
        var quiz = AQuiz.From(AQuiz.WithQuestions(1).State with
        {
            Id = new QuizId(ulong.MaxValue),
            Server = new ServerId(ulong.MaxValue - 1),
            Channel = new ChannelId(ulong.MaxValue - 2),
            Host = new MemberId(ulong.MaxValue - 3),
            HostIsTeacher = false,
            DeckTitle = "Sino-Soviet relations, 1949–76 — 中蘇關係",
            Topic = "O'Brien; DROP TABLE quizzes; --",
            Questions =
            [
                AQuiz.Question(0) with
                {
                    Options = ["True", "False: \"no\"\n"],
                    Corrections = ["Zhenbao, not “Damansky”", ""],
                    Prompt = "a\0b\\ 🙂",
                    Explanation = "",
                },
            ],
        }).Created().Joined("", "Ann \" 🙂").Asking();
        await new StoredQuiz(storage, quiz).SaveAsync();
        QuizStates.AssertSame(quiz.State, Assert.Single(await QuizStates.LiveAsync(storage)));
    }

    [Fact]
    public async Task AnyQuizIsReadBackAsItWasSaved()
    {
        using var storage = file.Open();
        ulong id = 0;
        await Gen.Select(Gen.Int[1, 6], Gen.Bool, RandomPlay.Moves).SampleAsync(
            async (questions, teacher, moves) =>
            {
                id++;
                var quiz = AQuiz.Mixed(questions, teacher).State with { Id = new QuizId(id), Server = new ServerId(id) };
                var writer = storage.Quizzes.OpenWriter();
                foreach (var part in RandomPlay.Play(quiz, moves).Chunk(12))
                {
                    await Task.WhenAll(part.Select(move => writer.SaveAsync(move.Step.Changes)));
                    QuizStates.AssertSame(part[^1].Step.Next, (await storage.Quizzes.LoadAsync(quiz.Id, Cancellation))!);
                }
            },
            iter: 150,
            threads: 1);
    }

    [Fact]
    public async Task EveryAcceptedPressIsARow()
    {
        using var storage = file.Open();
        ulong id = 0;
        await RandomPlay.Moves.SampleAsync(
            async moves =>
            {
                id++;
                var writer = storage.Quizzes.OpenWriter();
                var play = RandomPlay.Play(AQuiz.Mixed(4).State with { Id = new QuizId(id) }, moves).ToList();
                await Task.WhenAll(play.Select(move => writer.SaveAsync(move.Step.Changes)));
                var pressed = play.Where(move => move.Step.Outcome is QuizOutcome.Recorded or QuizOutcome.Changed)
                    .Select(move => (long)((QuizInput.Answer)move.Input).Press.Id);
                var typed = play.Where(move => move.Step.Outcome is QuizOutcome.TypedIn).Select(move => (QuizInput.TypedAnswer)move.Input)
                    .Select(answer => ((long)answer.Press.Id, answer.Text)).ToList();
                Assert.Equal(
                    pressed.Concat(typed.Select(answer => answer.Item1)).Order(),
                    file.Rows($"SELECT press_id FROM answers WHERE quiz_id = {id} ORDER BY press_id").Select(row => (long)row[0]));
                Assert.Equal(
                    typed,
                    file.Rows(
                        $"SELECT press_id, raw FROM typed_answers JOIN answers USING (quiz_id, round, member_id, change) WHERE quiz_id = {id} ORDER BY press_id")
                        .Select(row => ((long)row[0], (string)row[1])));
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public async Task AnAnnouncedEndIsNotLiveButCanStillBeRead()
    {
        using var storage = file.Open();
        var stored = new StoredQuiz(storage, StoredQuiz.Opened(5, AQuiz.Opened, [0]).Stopped());
        await stored.SaveAsync();
        Assert.Single(await QuizStates.LiveAsync(storage));
        stored.Quiz.Apply(new QuizInput.EndAnnounced());
        await stored.SaveAsync();
        Assert.Empty(await QuizStates.LiveAsync(storage));
        QuizStates.AssertSame(stored.Quiz.State, (await storage.Quizzes.LoadAsync(new QuizId(5), Cancellation))!);
    }

    public static TheoryData<string> Damages =>
    [
        "UPDATE quizzes SET end_reason = 'boredom' WHERE id = 5",
        "UPDATE quizzes SET round = 3 WHERE id = 5",
        "UPDATE quizzes SET round = -1 WHERE id = 5",
        "DELETE FROM quiz_questions WHERE quiz_id = 5",
        "UPDATE quiz_questions SET options = 'null' WHERE quiz_id = 5",
        "UPDATE quiz_questions SET options = '[null]' WHERE quiz_id = 5",
        "UPDATE quiz_questions SET corrections = '{}' WHERE quiz_id = 5",
        "UPDATE quiz_questions SET marking_key = 'null' WHERE quiz_id = 5",
        "UPDATE quiz_questions SET marking_key = '{}' WHERE quiz_id = 5",
        "UPDATE quiz_questions SET marking_key = '{\"form\":\"Text\",\"answer\":null}' WHERE quiz_id = 5",
        "UPDATE quiz_questions SET marking_key = '{\"form\":\"Text\",\"answer\":\"a\",\"accept\":[null]}' WHERE quiz_id = 5",
        "UPDATE quiz_questions SET marking_key = '{\"form\":\"Riddle\",\"answer\":\"a\"}' WHERE quiz_id = 5",
        "UPDATE quizzes SET opened_at = 9223372036854775807 WHERE id = 5",
        "PRAGMA ignore_check_constraints = ON; UPDATE quizzes SET phase = 'intermission' WHERE id = 5",
        "PRAGMA ignore_check_constraints = ON; UPDATE quiz_questions SET options = '[\"torn' WHERE quiz_id = 5",
    ];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task AQuizThatCannotBeReadFaultsItsTaskAndHidesNoOther(string damage)
    {
        using var storage = file.Open();
        await new StoredQuiz(storage, StoredQuiz.Opened(5, AQuiz.Opened, [0, 1, 2]).Stopped()).SaveAsync();
        var sound = StoredQuiz.Opened(6, AQuiz.Opened, [0]).Asking();
        await new StoredQuiz(storage, sound).SaveAsync();
        file.Run($"PRAGMA foreign_keys = OFF; {damage}");

        Assert.Equal([new QuizId(5), new(6)], await storage.Quizzes.UnfinishedAsync(Cancellation));
        // Called outside the assertion: the method itself must not throw.
        var load = storage.Quizzes.LoadAsync(new QuizId(5), Cancellation);
        var results = storage.Quizzes.ResultsAsync(new QuizId(5), AQuiz.Member("Ann"), Cancellation);
        await Assert.ThrowsAsync<StorageException>(() => load);
        await Assert.ThrowsAsync<StorageException>(() => results);
        QuizStates.AssertSame(sound.State, (await storage.Quizzes.LoadAsync(new QuizId(6), Cancellation))!);
    }

    [Fact]
    public async Task AReadThatIsCancelledCancelsItsTask()
    {
        using var storage = file.Open();
        var read = storage.Quizzes.UnfinishedAsync(new CancellationToken(canceled: true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task AnUnknownQuizIsNull()
    {
        using var storage = file.Open();
        Assert.Null(await storage.Quizzes.LoadAsync(new QuizId(404), Cancellation));
        Assert.Null(await storage.Quizzes.ResultsAsync(new QuizId(404), AQuiz.Member("Ann"), Cancellation));
    }

    [Fact]
    public async Task AMembersResultsAreTheRevealedRoundsInOrder()
    {
        using var storage = file.Open();
        var quiz = StoredQuiz.Opened(5, AQuiz.Opened, [3, 1, 2, 0]).Asking().Wrong("Ann", 1000).Right("Ann", 1500).Right("Ben").TimedOut()
            .Next().Right("Ben").TimedOut().Next().Wrong("Ann", 700).TimedOut().Next().Right("Ann");
        await new StoredQuiz(storage, quiz).SaveAsync();
        var results = (await storage.Quizzes.ResultsAsync(new QuizId(5), AQuiz.Member("Ann"), Cancellation))!;
        Assert.Equal(new ServerId(1), results.Server);
        Assert.Equal("A deck", results.DeckTitle);
        Assert.Equal(
            [(3, AQuiz.Ms(1500)), (null, null), (3, AQuiz.Ms(700))],
            results.Rounds.Select(round => (round.Answer?.Option, round.Answer?.Response)));
        Assert.Equal([new QuestionId("question-3"), new("question-1"), new("question-2")], results.Rounds.Select(round => round.Question.Id));
        var stranger = (await storage.Quizzes.ResultsAsync(new QuizId(5), AQuiz.Member("Dot"), Cancellation))!;
        Assert.All(stranger.Rounds, round => Assert.Null(round.Answer));
    }

    [Fact]
    public async Task OneCommandNeverStartsTwoQuizzes()
    {
        using var storage = file.Open();
        await new StoredQuiz(storage, StoredQuiz.Opened(5, AQuiz.Opened, [0])).SaveAsync();
        await Assert.ThrowsAsync<StorageException>(() => new StoredQuiz(storage, StoredQuiz.Opened(5, AQuiz.Opened, [1])).SaveAsync());
        Assert.Equal("question-0", Assert.Single(await QuizStates.LiveAsync(storage)).Question.Id.Value);
    }

    [Fact]
    public async Task TheChangesOfAStepAreStoredTogetherOrNotAtAll()
    {
        using var storage = file.Open();
        var stored = new StoredQuiz(storage, StoredQuiz.Opened(5, AQuiz.Opened, [0]).Asking());
        await stored.SaveAsync();
        var first = new QuizChange.AnswerGiven(new QuizId(5), 0, AQuiz.Member("Ann"), new GivenAnswer(1, AQuiz.Ms(10), 0, 1));
        ImmutableArray<QuizChange> step = [new QuizChange.MemberNamed(new ServerId(1), AQuiz.Member("Ann"), "Ann"), first, first];
        await Assert.ThrowsAsync<StorageException>(() => storage.Quizzes.OpenWriter().SaveAsync(step));
        Assert.Equal(0, file.Number("SELECT (SELECT count(*) FROM answers) + (SELECT count(*) FROM members)"));
    }

    [Fact]
    public async Task AfterAFailedWriteItsWriterRefusesTheRestWhileOthersGoOn()
    {
        using var storage = file.Open();
        var broken = storage.Quizzes.OpenWriter();
        var sound = storage.Quizzes.OpenWriter();
        var one = StoredQuiz.Opened(5, AQuiz.Opened, [0]).Asking();
        var other = StoredQuiz.Opened(6, AQuiz.Opened, [0]).Asking();
        QuizChange Pressed(string name, ulong press) =>
            new QuizChange.AnswerGiven(new QuizId(5), 0, AQuiz.Member(name), new GivenAnswer(1, AQuiz.Ms(10), 0, press));
        var opened = one.Steps.Select(step => broken.SaveAsync(step.Changes)).ToList();
        var first = broken.SaveAsync([Pressed("Ann", 1)]);
        var again = broken.SaveAsync([Pressed("Ann", 2)]);
        var later = broken.SaveAsync([Pressed("Ben", 3)]);
        var others = other.Steps.Select(step => sound.SaveAsync(step.Changes)).ToList();
        await Task.WhenAll([.. opened, first, .. others]);
        await Assert.ThrowsAsync<StorageException>(() => again);
        await Assert.ThrowsAsync<StorageException>(() => later);
        await Assert.ThrowsAsync<StorageException>(() => broken.SaveAsync([Pressed("Cid", 4)]));
        await storage.Quizzes.OpenWriter().SaveAsync([Pressed("Dot", 5)]);
        Assert.Equal([1L, 5L], file.Rows("SELECT press_id FROM answers ORDER BY press_id").Select(row => (long)row[0]));
    }

    public void Dispose() => file.Dispose();

    private static AQuiz Started(AQuiz quiz)
    {
        quiz.Apply(new QuizInput.StartNow(quiz.State.Host, false, quiz.Now));
        return quiz;
    }

    // At the typed question, the second one.
    private static AQuiz Typed(AQuiz quiz) => quiz.Asking().Right("Ann").TimedOut().Next();

    private static AQuiz Vague(AQuiz quiz)
    {
        quiz.Types("Ben", "the Soviet leader");
        return quiz;
    }

    private static AQuiz Resumed(AQuiz quiz)
    {
        quiz.Resumes();
        return quiz;
    }
}
