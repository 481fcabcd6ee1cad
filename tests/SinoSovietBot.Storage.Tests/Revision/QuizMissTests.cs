using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Study.Tests.Quiz;
using Xunit;
using static SinoSovietBot.Storage.Tests.Revision.ARevision;

namespace SinoSovietBot.Storage.Tests.Revision;

public sealed class QuizMissTests : IDisposable
{
    private static readonly DeckAddress Deck = new DeckId("a-deck");
    private static readonly MemberId Dot = AQuiz.Member("Dot");
    private static readonly ItemId First = ItemId.Of(new QuestionId("question-0"));
    private static readonly ItemId Second = ItemId.Of(new QuestionId("question-1"));
    private static readonly ItemId Card = ItemId.Of(new CardId("a-card"));

    private readonly DatabaseFile file = new();
    private readonly SqliteStorage storage;
    private ulong quizzes;

    public QuizMissTests() => storage = file.Open();

    public void Dispose()
    {
        storage.Dispose();
        file.Dispose();
    }

    [Fact]
    public async Task WhatWasGotWrongIsMissedFromTheRevealOn()
    {
        var quiz = StoredQuiz.Opened(1, Morning, [0]).Asking().Wrong("Dot").Right("Eve");
        await new StoredQuiz(storage, quiz).SaveAsync();
        Assert.Empty(await MissesAsync());
        await PlayAsync(quiz => quiz.Wrong("Dot").Right("Eve"), 0);
        Assert.Equal([Card, First], await MissesAsync());
        Assert.Empty(await MissesAsync(AQuiz.Member("Eve")));
        Assert.Empty(await MissesAsync(AQuiz.Member("Nobody")));
    }

    [Fact]
    public async Task WhatIsGotRightInALaterQuizIsMissedNoLonger()
    {
        await PlayAsync(quiz => quiz.Wrong("Dot").Wrong("Eve"), 0);
        await PlayAsync(quiz => quiz.Right("Dot"), 0);
        Assert.Empty(await MissesAsync());
        Assert.Equal([Card, First], await MissesAsync(AQuiz.Member("Eve")));
        Assert.Equal(1, file.Number("SELECT count(*) FROM quiz_misses"));
    }

    [Fact]
    public async Task ANewMissTakesThePlaceOfAnOldOne()
    {
        await PlayAsync(quiz => quiz.Wrong("Dot"), 0);
        await PlayAsync(quiz => quiz.Wrong("Dot"), 0, days: 20);
        Assert.Equal([Card, First], await MissesAsync(days: 30));
        Assert.Equal(1, file.Number("SELECT count(*) FROM quiz_misses"));
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(15, false)]
    public async Task AMissIsForgottenAfterTwoWeeks(int days, bool isMissed)
    {
        await PlayAsync(quiz => quiz.Wrong("Dot"), 0);
        Assert.Equal(isMissed, (await MissesAsync(days: days)).Any());
    }

    [Fact]
    public async Task WhatIsRememberedInRevisionIsMissedNoLonger()
    {
        await PlayAsync(quiz => quiz.Wrong("Dot"), 0);
        await PlayAsync(quiz => quiz.Wrong("Dot"), 1);
        await ReviseAsync(Grade.Good, First);
        Assert.Equal([Card, Second], await MissesAsync());
        await ReviseAsync(Grade.Hard, ItemId.Of(new QuestionId("another")), Second);
        Assert.Empty(await MissesAsync());
    }

    [Fact]
    public async Task RememberingTheCardRemembersItsQuestions()
    {
        await PlayAsync(quiz => quiz.Wrong("Dot"), 0);
        await PlayAsync(quiz => quiz.Wrong("Dot"), 1);
        await ReviseAsync(Grade.Good, Card);
        Assert.Empty(await MissesAsync());
    }

    [Fact]
    public async Task WhatIsForgottenAgainIsMissedStill()
    {
        await PlayAsync(quiz => quiz.Wrong("Dot"), 0);
        await ReviseAsync(Grade.Again, First);
        Assert.Equal([Card, First], await MissesAsync());
    }

    [Fact]
    public async Task UndoingAReviewMissesAgainWhatItRemembered()
    {
        await PlayAsync(quiz => quiz.Wrong("Dot").Wrong("Eve"), 0);
        await PlayAsync(quiz => quiz.Wrong("Dot"), 1);
        await ReviseAsync(Grade.Good, Second);
        var step = await ReviseAsync(Grade.Good, First);
        Assert.Empty(await MissesAsync());
        Assert.True(await storage.Revision.StepAsync(Undone(step, 500)));
        Assert.Equal([Card, First], await MissesAsync());
    }

    [Fact]
    public async Task WhatIsMissedOnceMoreCountsAlthoughItWasRemembered()
    {
        await PlayAsync(quiz => quiz.Wrong("Dot"), 0);
        await ReviseAsync(Grade.Good, First);
        await PlayAsync(quiz => quiz.Wrong("Dot"), 0);
        Assert.Equal([Card, First], await MissesAsync());
    }

    [Fact]
    public async Task RevisionOfOneMemberOrDeckLeavesTheMissesOfOthersAlone()
    {
        await PlayAsync(quiz => quiz.Wrong("Dot"), 0);
        var anns = Session(500, Ann, Deck);
        await storage.Revision.OpenAsync(anns);
        Assert.True(await storage.Revision.StepAsync(Graded(anns, New(First), 1)));
        var elsewhere = Session(501, Dot);
        await storage.Revision.OpenAsync(elsewhere);
        Assert.True(await storage.Revision.StepAsync(Graded(elsewhere, New(First), 1)));
        Assert.Equal([Card, First], await MissesAsync());
    }

    /// <summary>Plays a quiz of one question to its reveal.</summary>
    private Task PlayAsync(Func<AQuiz, AQuiz> answers, int question, int days = 0)
    {
        var quiz = StoredQuiz.Opened(100 + ++quizzes, Morning.AddDays(days).AddMinutes(quizzes), [question]).Asking();
        return new StoredQuiz(storage, answers(quiz).TimedOut()).SaveAsync();
    }

    /// <summary>Grades the first in a session of its own; all of them are ways to ask the same.</summary>
    private async Task<SessionStep> ReviseAsync(Grade grade, params ItemId[] variants)
    {
        var session = Session(200 + ++quizzes, Dot, Deck);
        await storage.Revision.OpenAsync(session);
        var step = Graded(session, New(variants[0]), 300 + (int)quizzes, grade) with { Remembered = grade == Grade.Again ? [] : [.. variants] };
        Assert.True(await storage.Revision.StepAsync(step));
        return step;
    }

    private async Task<IEnumerable<ItemId>> MissesAsync(MemberId? member = null, int days = 0)
    {
        var record = await storage.Revision.RecordAsync(member ?? Dot, Deck, null, Morning.AddDays(days), DatabaseFile.Cancellation);
        return record.QuizMisses.OrderBy(item => item.Value, StringComparer.Ordinal);
    }
}
