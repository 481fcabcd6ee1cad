using CsCheck;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Tests.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

public sealed class DeckItemsTests
{
    [Fact]
    public void EveryCardIsAnItem() =>
        Assert.Equal(["card:c0", "card:c1", "card:c2"], DeckItems.Of(ALearner.DeckOf(3), RevisionStyle.Cards).Items.Select(item => item.Id.Value));

    [Fact]
    public void CardsThatSayTheSameAreOneMemory()
    {
        var items = DeckItems.Of(ALearner.DeckOf(3, ALearner.Cluster(same: true, "c0-1", "c2-1")), RevisionStyle.Cards);

        Assert.Equal([["card:c0", "card:c2"], ["card:c1"]], items.Items.Select(item => item.Variants.Select(variant => variant.Value)));
        Assert.Same(items.Find(new ItemId("card:c0")), items.Find(new ItemId("card:c2")));
    }

    [Fact]
    public void ClustersThatMeetInAPointAreOne()
    {
        var deck = ALearner.DeckOf(3, ALearner.Cluster(same: true, "c0-1", "c1-1"), ALearner.Cluster(same: true, "c1-1", "c2-1"));

        Assert.Single(DeckItems.Of(deck, RevisionStyle.Cards).Items);
    }

    [Fact]
    public void QuestionsAboutTheSamePointsAreWaysToAskOneThing()
    {
        var deck = ALearner.DeckOf(2, ALearner.Cluster(same: true, "c0-1", "c1-1")) with
        {
            Questions = [ALearner.QuestionOf("who", "c0", "c0-1"), ALearner.QuestionOf("when", "c0", "c0-1"), ALearner.QuestionOf("where", "c1", "c1-1")],
        };
        var item = Assert.Single(DeckItems.Of(deck, RevisionStyle.Questions).Items);

        Assert.Equal(["question:who", "question:when", "question:where"], item.Variants.Select(variant => variant.Value));
        Assert.Equal(["question:who", "question:when", "question:where", "question:who"], Enumerable.Range(0, 4).Select(count => item.VariantAfter(count).Value));
    }

    [Fact]
    public void WhatNearlySaysTheSameIsRelatedButItsOwnMemory()
    {
        var items = DeckItems.Of(ALearner.DeckOf(3, ALearner.Cluster(same: false, "c0-1", "c2-1")), RevisionStyle.Cards);

        Assert.Equal(3, items.Items.Length);
        Assert.Equal(["card:c2"], items.RelatedTo(items.Items[0]).Select(item => item.Id.Value));
        Assert.Empty(items.RelatedTo(items.Items[1]));
    }

    [Fact]
    public void ASmallPartInCommonDoesNotRelate()
    {
        var deck = ALearner.DeckOf(1) with
        {
            Cards = [ALearner.CardOf("a", "A", "a1", "a2", "a3"), ALearner.CardOf("b", "A", "b1", "b2", "b3"), ALearner.CardOf("d", "A", "d1", "d2")],
            NearDuplicates = [ALearner.Cluster(same: false, "a1", "b1", "d1")],
        };
        var items = DeckItems.Of(deck, RevisionStyle.Cards);

        Assert.Equal(["card:d"], items.RelatedTo(items.Items[0]).Select(item => item.Id.Value));
        Assert.Equal(["card:d"], items.RelatedTo(items.Items[1]).Select(item => item.Id.Value));
        Assert.Equal(2, items.RelatedTo(items.Items[2]).Count);
    }

    [Fact]
    public void ADeckWithoutQuestionsIsAskedByMadeOnes()
    {
        var deck = ALearner.DeckOf(1) with { Cards = [.. Enumerable.Range(0, 8).Select(number => Dated(number))] };
        var items = DeckItems.Of(deck, RevisionStyle.Questions);

        Assert.NotEmpty(items.Items);
        Assert.All(items.Items.SelectMany(item => item.Variants), variant => Assert.True(items.QuestionOf(variant)!.IsGenerated));
    }

    [Fact]
    public void TheFirstDeckIsWhollyReachedInBothStyles()
    {
        var deck = RepositoryDecks.All().First(found => found.Id.Value == "sino-soviet-relations");
        Assert.Equal(deck.Cards.Length, DeckItems.Of(deck, RevisionStyle.Cards).Items.Length);
        var items = DeckItems.Of(deck, RevisionStyle.Questions);
        Assert.Equal(deck.Questions.Length, items.Items.Sum(item => item.Variants.Length));
    }

    [Fact]
    public void BeingRelatedIsMutual() => Gen.Int[0, 11].Array[1, 3].Array[2, 8].Sample(cards =>
    {
        var deck = ALearner.DeckOf(1) with
        {
            Cards = [ALearner.CardOf("c", "A", [.. Enumerable.Range(0, 12).Select(number => $"p{number}")])],
            Questions = [.. cards.Select((points, index) => ALearner.QuestionOf($"q{index}", "c", [.. points.Distinct().Select(number => $"p{number}")]))],
        };
        var items = DeckItems.Of(deck, RevisionStyle.Questions);

        return items.Items.All(one => items.RelatedTo(one).All(other => !ReferenceEquals(one, other) && items.RelatedTo(other).Contains(one)));
    });

    private static Card Dated(int number)
    {
        Assert.True(HistoricalDate.TryParse($"{1950 + number}", out var date));
        return ALearner.CardOf($"c{number}", "A") with
        {
            Points = [new Point { Id = new PointId($"c{number}-1"), Text = $"In {1950 + number} the treaty number {number} was signed.", Date = date }],
        };
    }
}
