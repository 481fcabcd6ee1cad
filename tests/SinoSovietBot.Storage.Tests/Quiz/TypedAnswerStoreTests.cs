using SinoSovietBot.Storage.Quiz;
using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Study.Tests.Quiz;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Quiz;

public sealed class TypedAnswerStoreTests : IDisposable
{
    private readonly DatabaseFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task WhatWasTypedIsKeptWithItsVerdictAndTheRule()
    {
        using var storage = file.Open();
        var quiz = StoredQuiz.Opened(5, AQuiz.Opened, [AQuiz.FirstTyped, 1]).Asking();
        quiz.Types("Ann", "the Soviet leader");
        quiz.Types("Ann", "Khruschov ", 2000);
        quiz.Types("Ben", "Mao");
        await new StoredQuiz(storage, quiz.TimedOut()).SaveAsync();

        var rows = file.Rows(
            "SELECT name, change, raw, normalised, verdict, rule, found, asked FROM typed_answers JOIN members USING (member_id) ORDER BY name, change");
        Assert.Equal(["Ann", 0L, "the Soviet leader", "soviet leader", "vague", "Vague", 0L, 1L], rows[0]);
        Assert.Equal(["Ann", 1L, "Khruschov ", "khruschov", "right", "Spelling", 1L, 1L], rows[1]);
        Assert.Equal(["Ben", 0L, "Mao", "mao", "wrong", "Rejected", 0L, 1L], rows[2]);
        Assert.Equal([-1L, -1L], file.Rows("SELECT option FROM results ORDER BY member_id").Select(row => (long)row[0]));
        Assert.Equal([1L, 0L], file.Rows("SELECT correct FROM results JOIN members USING (member_id) ORDER BY name").Select(row => (long)row[0]));
    }

    [Fact]
    public async Task AMembersResultsHoldWhatTheyTypedAndTheNote()
    {
        using var storage = file.Open();
        var quiz = StoredQuiz.Opened(5, AQuiz.Opened, [AQuiz.FirstTyped, AQuiz.FirstList, 2, AQuiz.FirstTyped + 1]).Asking();
        quiz.Wrong("Ann").Types("Ann", "Khruschov", 2500);
        quiz.TimedOut().Next().Types("Ann", "trade");
        quiz.TimedOut().Next().Right("Ann").TimedOut().Next();
        await new StoredQuiz(storage, quiz).SaveAsync();

        var rounds = (await storage.Quizzes.ResultsAsync(new QuizId(5), AQuiz.Member("Ann"), DatabaseFile.Cancellation))!.Rounds;
        Assert.Equal([true, false, true], rounds.Select(round => round.IsRight));
        Assert.Equal(("Khruschov", AQuiz.Ms(2500)), (rounds[0].Answer!.Value.Typed!.Raw, rounds[0].Answer!.Value.Response));
        Assert.Contains("accepted with spelling", rounds[0].Answer!.Value.Typed!.Note, StringComparison.Ordinal);
        Assert.Equal((Verdict.Partly, 1, 2), Marked(rounds[1].Answer!.Value.Typed!));
        Assert.Null(rounds[2].Answer!.Value.Typed);
    }

    [Fact]
    public void AKeyIsWrittenInWordsThatStay()
    {
        var key = new MarkingKey
        {
            Form = AnswerForm.List,
            Answer = "trade; aid",
            Items = [new AnswerItem("trade", ["buy sell"])],
            Count = 1,
            Equivalents = [["Peking", "Beijing"]],
            ShownOrder = [1, 0],
        };
        const string Written =
            """{"form":"List","answer":"trade; aid","accept":[],"vague":[],"reject":[],"items":[{"text":"trade","accept":["buy sell"]}],"also":[],"count":1,"equivalents":[["Peking","Beijing"]],"others":[],"shown_order":[1,0]}""";
        Assert.Equal(Written, StoredKeys.Write(key));
        Assert.Equal(Written, StoredKeys.Write(StoredKeys.Read(Written)));
        Assert.Null(StoredKeys.Write(null));
    }

    [Fact]
    public void WhatAVersionBeforeDidNotWriteIsNothing()
    {
        var key = StoredKeys.Read("""{"form":"Text","answer":"Mao","items":[{"text":"a"}]}""");
        Assert.Equal("Mao", key.Answer);
        Assert.True(key is { Accept.IsEmpty: true, Vague.IsEmpty: true, Reject.IsEmpty: true, Also.IsEmpty: true, Equivalents.IsEmpty: true, Others.IsEmpty: true });
        Assert.True(key.ShownOrder.IsEmpty);
        Assert.Empty(Assert.Single(key.Items).Accept);
    }

    [Theory]
    [InlineData("verdict = 'splendid'")]
    [InlineData("rule = 'Whim'")]
    [InlineData("rule = '3'")]
    public async Task AMarkingThatThisProgramDoesNotKnowFaultsTheRead(string damage)
    {
        using var storage = file.Open();
        await new StoredQuiz(storage, StoredQuiz.Opened(5, AQuiz.Opened, [AQuiz.FirstTyped]).Asking().Right("Ann")).SaveAsync();
        file.Run($"PRAGMA ignore_check_constraints = ON; UPDATE typed_answers SET {damage}");
        await Assert.ThrowsAsync<StorageException>(() => storage.Quizzes.LoadAsync(new QuizId(5), DatabaseFile.Cancellation));
    }

    private static (Verdict Verdict, int Right, int Asked) Marked(Marking typed) => (typed.Verdict, typed.Right, typed.Asked);
}
