using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks.Import;

/// <summary>What a new version adds, changes and removes, and what an update keeps.</summary>
public sealed class DeckChangesTests
{
    private static readonly Deck Sample = DeckSamples.Deck();

    [Fact]
    public void EverythingOfANewDeckIsAdded()
    {
        var changes = DeckChanges.Between(null, Sample);

        Assert.Equal(1 + 2 + 5 + 2, changes.Added.Length);
        Assert.Empty(changes.Changed);
        Assert.Empty(changes.Removed);
    }

    [Fact]
    public void TheSameDeckChangesNothing() => Assert.True(DeckChanges.Between(Sample, DeckSamples.Deck()).IsEmpty);

    [Theory]
    [InlineData("title: Sample deck", "title: Other", DeckPart.Header, "sample")]
    [InlineData("front: Korean War", "front: War", DeckPart.Card, "korea")]
    [InlineData("note: Two sides wanted it.", "note: One side wanted it.", DeckPart.Card, "treaty")]
    [InlineData("correction: It was 300 million.", "correction: It was 301 million.", DeckPart.Point, "treaty-size")]
    [InlineData("date: c. 1950", "date: 1950", DeckPart.Point, "korea-kim")]
    [InlineData("why: Mao was surprised.", "why: Mao was not.", DeckPart.Question, "korea-who")]
    public void AChangeIsFoundWhereItIs(string place, string instead, DeckPart part, string id)
    {
        var change = Assert.Single(DeckChanges.Between(Sample, DeckSamples.Read(DeckSamples.With(place, instead)).Deck!).Changed);

        Assert.Equal((part, id), (change.Part, change.Id));
    }

    [Fact]
    public void WhatIsGoneIsRemoved()
    {
        var after = Sample with { Cards = [Sample.Cards[0]], Questions = [Sample.Questions[0] with { Enemies = [] }] };
        var changes = DeckChanges.Between(Sample, after);

        Assert.Equal(["korea", "korea-kim", "korea-who"], changes.Removed.Select(change => change.Id));
        Assert.Equal("Korean War", changes.Removed[0].Text);
    }

    [Fact]
    public void AnUpdateRemovesNothing()
    {
        var import = Imports.Good("c.csv", "Korean War,Kim and Stalin wanted the war.\nVietnam War,A long war.\n", Sample);
        var merged = DeckMerge.Update(Sample, import);
        var changes = DeckChanges.Between(Sample, merged);

        Assert.Empty(changes.Removed);
        Assert.Equal(["treaty", "korea", "vietnam-war"], merged.Cards.Select(card => card.Id.Value));
        Assert.Equal(["korea-kim"], changes.Changed.Select(change => change.Id));
        Assert.Equal(["vietnam-war", "vietnam-war-1"], changes.Added.Select(change => change.Id));
        Assert.Equal(Imports.Dump(Sample.Questions), Imports.Dump(merged.Questions));
    }

    [Fact]
    public void AnUpdateKeepsThePointsThatTheNewVersionLacks()
    {
        var import = Sample with { Cards = [Sample.Cards[0] with { Points = [Sample.Cards[0].Points[2]] }], Questions = [] };
        var merged = DeckMerge.Update(Sample, import);

        Assert.Equal(Sample.Cards.SelectMany(card => card.AllPoints).Select(point => point.Id).Order(Comparer), merged.Cards.SelectMany(card => card.AllPoints).Select(point => point.Id).Order(Comparer));
        Assert.Equal("treaty-mood", merged.Cards[0].Points[0].Id.Value);
    }

    [Fact]
    public void APointThatMovesTakesItsQuestionsAlong()
    {
        var kim = Sample.Cards[1].Points[0];
        var import = Sample with { Cards = [Sample.Cards[0] with { Points = Sample.Cards[0].Points.Add(kim) }], Questions = [] };
        var merged = DeckMerge.Update(Sample, import);

        Assert.Equal("treaty", Assert.Single(merged.Cards).Id.Value);
        Assert.Equal("treaty", merged.Questions[1].Card.Value);
    }

    [Fact]
    public void ThePreviewCountsEverythingAndListsTheFirstTwenty()
    {
        var rows = string.Concat(Enumerable.Range(1, 33).Select(number => $"Front {number},Back {number}\n"));
        var reading = Imports.Read("c.csv", rows + "lonely\n");
        var preview = ImportPreview.Write(reading, DeckChanges.Between(null, reading.Deck!));

        Assert.StartsWith("Format: table (CSV)\nDeck: c (c)\nRead: 33 cards, 33 points, 0 questions\nAdded: 67\n  header: c\n  card front-1: Front 1\n", preview, StringComparison.Ordinal);
        Assert.Contains("\n  … and 47 more\nRejected: 1\n  c.csv:34:1: error: ", preview, StringComparison.Ordinal);
        Assert.Contains("\nNotes: 1\n  The file says little", preview, StringComparison.Ordinal);
    }

    private static IComparer<PointId> Comparer => Comparer<PointId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));
}
