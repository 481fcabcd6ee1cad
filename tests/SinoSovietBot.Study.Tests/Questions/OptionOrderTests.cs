using CsCheck;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Tests.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Questions;

public sealed class OptionOrderTests
{
    private static readonly Question Choice = DeckSamples.Deck().Questions[0];
    private static readonly Question TrueFalse = DeckSamples.Deck().Questions[1];

    [Fact]
    public void EveryOptionStandsOnceAndTheRightOneAtItsIndex() => Gen.Int.Sample(seed =>
    {
        foreach (var question in new[] { Choice, TrueFalse })
        {
            var order = OptionOrder.For(question, new Random(seed));
            Assert.Equal(question.Answer, order.Options[order.RightIndex]);
            Assert.Equal(
                question.Distractors.Select(distractor => distractor.Text).Append(question.Answer).Order(StringComparer.Ordinal),
                order.Options.Order(StringComparer.Ordinal));
        }
    });

    [Fact]
    public void TrueAlwaysStandsFirst() => Gen.Int.Sample(seed =>
        string.Equals(OptionOrder.For(TrueFalse, new Random(seed)).Options[0], "True", StringComparison.Ordinal));

    [Fact]
    public void TheRightOptionStandsInEveryPlace() =>
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 50).Select(seed => OptionOrder.For(Choice, new Random(seed)).RightIndex).Distinct().Order());

    [Fact]
    public void TheSameSeedGivesTheSameOrder() =>
        Assert.Equal(OptionOrder.For(Choice, new Random(7)).Options, OptionOrder.For(Choice, new Random(7)).Options);

    [Fact]
    public void TheStableOrderDependsOnTheIdAlone()
    {
        Assert.Equal(OptionOrder.Stable(Choice).Options, OptionOrder.Stable(Choice with { Prompt = "Reworded?" }).Options);

        var places = Enumerable.Range(0, 50).Select(number => OptionOrder.Stable(Choice with { Id = new($"q-{number}") }).RightIndex);
        Assert.Equal([0, 1, 2], places.Distinct().Order());
    }

    [Fact]
    public void AnOrderOffersTheRightOrderAndThreeInWhichOnePairIsSwapped() => Gen.Select(Gen.Int, Gen.Int[3, 6]).Sample((seed, count) =>
    {
        var items = Enumerable.Range(0, count).Select(item => new AnswerItem($"event {item}", [])).ToArray();
        var order = OptionOrder.For(Choice with { Kind = QuestionKind.Order, Items = [.. items] }, new Random(seed));

        var orders = order.Options.Select(option => option.Split(" → ").Select(number => order.Shown[int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) - 1]).ToArray()).ToArray();
        Assert.Equal(4, order.Options.Distinct().Count());
        Assert.Equal(items.Select(item => item.Text), orders[order.RightIndex]);
        Assert.All(
            orders.Where((_, index) => index != order.RightIndex),
            wrong => Assert.Equal(2, wrong.Where((text, place) => text != items[place].Text).Count()));
        Assert.NotEqual(items.Select(item => item.Text), order.Shown);
    });

    [Fact]
    public void WhatIsTypedHasNoOptions()
    {
        var order = OptionOrder.For(Choice with { Kind = QuestionKind.Gap, Distractors = [] }, new Random(1));

        Assert.Empty(order.Options);
        Assert.Empty(order.Shown);
    }
}
