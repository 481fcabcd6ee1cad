using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Quiz;
using Xunit;

namespace SinoSovietBot.Study.Tests.Quiz;

public sealed class RoundTimeTests
{
    [Theory]
    [InlineData(0, 20)]
    [InlineData(100, 20)]
    [InlineData(114, 20)]
    [InlineData(115, 21)]
    [InlineData(129, 21)]
    [InlineData(130, 22)]
    [InlineData(400, 40)]
    [InlineData(3399, 239)]
    [InlineData(3400, 240)]
    [InlineData(10_000, 240)]
    public void LongerTextsGetMoreTime(int characters, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RoundTime.For(Question(new string('x', characters), "", [])));

    [Fact]
    public void PromptAndOptionsCountTogether() =>
        Assert.Equal(TimeSpan.FromSeconds(21), RoundTime.For(Question(Text(50), Text(25), [Text(20), Text(20)])));

    [Fact]
    public void WhatHasToBeTypedOrPutInOrderGetsTwiceTheTime()
    {
        var choice = Question("Who?", "a", []);
        var order = choice with { Kind = QuestionKind.Order, Items = [new AnswerItem(Text(60), []), new AnswerItem(Text(51), [])] };

        Assert.Equal(TimeSpan.FromSeconds(40), RoundTime.For(choice with { Kind = QuestionKind.Typed }));
        Assert.Equal(TimeSpan.FromSeconds(41), RoundTime.For(order));
    }

    [Theory]
    [InlineData(1, 40)]
    [InlineData(3, 60)]
    [InlineData(20, 230)]
    public void EachFurtherIdeaOfAListGetsTenSecondsMore(int count, int seconds) => Assert.Equal(
        TimeSpan.FromSeconds(seconds),
        RoundTime.For(Question("Name some.", "a", []) with { Kind = QuestionKind.List, Items = [new AnswerItem(Text(150), [])], Count = count }));

    private static string Text(int length) => new('x', length);

    private static Question Question(string prompt, string answer, string[] distractors) => new()
    {
        Id = new QuestionId("q"),
        Kind = QuestionKind.Choice,
        Card = new CardId("c"),
        Points = [new PointId("p")],
        Prompt = prompt,
        Answer = answer,
        Distractors = [.. distractors.Select(text => new Distractor(text, "why"))],
        Explanation = new string('e', 500),
        Difficulty = 1,
    };
}
