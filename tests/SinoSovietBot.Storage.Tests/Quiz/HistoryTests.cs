using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Tests.Quiz;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Quiz;

public sealed class HistoryTests
{
    [Fact]
    public async Task WhatWasRevealedHasItsBagAndItsAnswersAreCounted()
    {
        using var file = new DatabaseFile();
        using var storage = file.Open();
        await new StoredQuiz(storage, StoredQuiz.Opened(1, AQuiz.Opened, [0, 1, 2]).Asking().Right("Ann").Wrong("Ben").TimedOut().Next().Stopped()).SaveAsync();

        var history = await HistoryAsync(storage);

        var (id, met) = Assert.Single(history.Questions);
        Assert.Equal(AQuiz.Question(0).Id, id);
        Assert.Equal(new QuestionHistory(1, 2, 1), met);
        Assert.Equal(0, history.BagOf(AQuiz.Question(1).Id));
    }

    [Fact]
    public async Task AQuestionOfTheNextBagComesAfterTheOthers()
    {
        using var file = new DatabaseFile();
        using var storage = file.Open();
        await StoredQuiz.PlayAsync(storage, 1, AQuiz.Opened, ["Ann"], question: 0);
        await StoredQuiz.PlayAsync(storage, 2, AQuiz.Opened, ["Ann"], question: 1);
        var again = StoredQuiz.Opened(3, AQuiz.Opened, [0]);
        var state = again.State with { Questions = [again.State.Questions[0] with { Bag = 2 }] };
        await new StoredQuiz(storage, AQuiz.From(state).Created().Asking().TimedOut()).SaveAsync();

        var history = await HistoryAsync(storage);

        Assert.Equal(2, history.BagOf(AQuiz.Question(0).Id));
        Assert.Equal(1, history.BagOf(AQuiz.Question(1).Id));
    }

    [Theory]
    [InlineData("a-deck", 2)]
    [InlineData("other", 1)]
    public async Task AnotherServerOrDeckHasABagOfItsOwn(string deck, ulong server)
    {
        using var file = new DatabaseFile();
        using var storage = file.Open();
        await StoredQuiz.PlayAsync(storage, 1, AQuiz.Opened, ["Ann"]);

        Assert.Empty((await HistoryAsync(storage, deck, server)).Questions);
    }

    private static Task<ClassHistory> HistoryAsync(SqliteStorage storage, string deck = "a-deck", ulong server = 1) =>
        storage.Quizzes.HistoryAsync(new ServerId(server), new DeckId(deck), DatabaseFile.Cancellation);
}
