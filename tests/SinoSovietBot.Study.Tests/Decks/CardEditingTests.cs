using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Editing;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Questions;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks;

public class CardEditingTests
{
    private static readonly Card War = new()
    {
        Id = new CardId("war"),
        Topic = "Conflict",
        Front = "The war",
        Points =
        [
            Point("war-1", "It began in 1950.") with { Date = new HistoricalDate(1950), Points = [Point("war-2", "In June.")] },
            Point("war-3", "It ended in 1953.") with { Correction = "Only an armistice was signed." },
        ],
        Notes = ["Read with care.", "Two lines\nof one note."],
    };

    private static readonly Deck Small = DeckSamples.Deck() with { Cards = [War], Questions = [], NearDuplicates = [] };

    [Fact]
    public void ACardThatIsNotChangedStaysWhatItIs()
    {
        var text = CardEditing.Write(War);
        const string points = "It began in 1950.\n  In June.\nIt ended in 1953.";
        Assert.Equal(new CardText("The war", "Conflict", points, "Read with care.\n\nTwo lines\nof one note."), text);
        var after = Edited(text);
        Assert.Equal(Ids(War), Ids(after));
        Assert.Equal(War.AllPoints.Select(point => (point.Text, point.Correction, point.Date)), after.AllPoints.Select(point =>
            (point.Text, point.Correction, point.Date)));
        Assert.Equal(War.Notes, after.Notes);
    }

    [Fact]
    public void AMendedLineKeepsItsIdAndWhatBelongsToIt()
    {
        var after = Edited(Points("It began in 1950.\n  In June.\nIt really ended in 1953."));
        Assert.Equal(["war-1", "war-2", "war-3"], Ids(after));
        Assert.Equal("It really ended in 1953.", after.Points[1].Text);
        Assert.NotNull(after.Points[1].Correction);
    }

    [Fact]
    public void ALineThatMovedKeepsItsId()
    {
        var after = Edited(Points("It ended in 1953.\nIn June.\nIt began in 1950."));
        Assert.Equal(["war-3", "war-2", "war-1"], Ids(after));
        Assert.All(after.Points, point => Assert.Empty(point.Points));
    }

    [Fact]
    public void ANewLineGetsAnIdThatTheDeckHasNotHad()
    {
        var after = Edited(Points("It began in 1950.\nThe United Nations sent troops."));
        Assert.Equal("war-1", after.Points[0].Id.Value);
        Assert.DoesNotContain(after.Points[1].Id.Value, Ids(War));
    }

    [Theory]
    [InlineData("A\n  B\n    C\nD")]
    [InlineData("A\n\tB\n\t\tC\nD")]
    [InlineData("- A\n   - B\n      - C\n- D")]
    [InlineData("\nA\r\n        B\r\n         C\r\n\r\nD")]
    public void IndentedLinesAreSubPoints(string points)
    {
        var after = Edited(Points(points));
        Assert.Equal(["A", "D"], after.Points.Select(point => point.Text));
        Assert.Equal("B", Assert.Single(after.Points[0].Points).Text);
        Assert.Equal("C", Assert.Single(after.Points[0].Points[0].Points).Text);
    }

    [Fact]
    public void ANewCardComesAfterTheLastOfItsTopic()
    {
        var other = War with { Id = new CardId("peace"), Topic = "Peace", Points = [Point("peace-1", "It held.")] };
        var deck = Small with { Cards = [War, other] };
        var after = CardEditing.Apply(deck, null, new CardText("Thé war!", "Conflict", "One.\nTwo.", ""));
        Assert.Equal(["war", "the-war", "peace"], after.Cards.Select(card => card.Id.Value));
        Assert.Equal(["the-war-1", "the-war-2"], after.Cards[1].AllPoints.Select(point => point.Id.Value));
        Assert.Equal("the-war-2", CardEditing.Apply(after, null, new CardText("The war", "New", "One.", "")).Cards[^1].Id.Value);
    }

    [Fact]
    public void AFrontWithoutLettersStillGivesAnId() =>
        Assert.Equal("card", CardEditing.Apply(Small, null, new CardText("毛泽东", "New", "One.", "")).Cards[^1].Id.Value);

    [Fact]
    public void NotesArePartedByEmptyLines() =>
        Assert.Equal(["One\nnote.", "Another."], Edited(CardEditing.Write(War) with { Notes = "One\nnote.\n\n\n\nAnother.\n" }).Notes);

    [Fact]
    public void WhatWasNearToARemovedPointForgetsIt()
    {
        var deck = Small with
        {
            NearDuplicates =
            [
                new PointCluster("two", "Ends", [new PointId("war-1"), new PointId("war-3")], AreSame: false),
                new PointCluster("three", "All", [new PointId("war-1"), new PointId("war-2"), new PointId("war-3")], AreSame: false),
            ],
            Questions = [DeckSamples.Deck().Questions[0] with { Distractors = [new Distractor("Never", "It did.", new PointId("war-3"))] }],
        };
        var after = CardEditing.Apply(deck, War.Id, Points("It began in 1950.\n  In June."));
        var left = Assert.Single(after.NearDuplicates);
        Assert.Equal(("three", 2), (left.Id, left.Points.Length));
        Assert.Null(after.Questions[0].Distractors[0].Point);
    }

    [Theory]
    [InlineData("Détente, 1969–80!", "detente-1969-80")]
    [InlineData("  --A  b--", "a-b")]
    [InlineData("冷战", null)]
    public void AnIdIsMadeOfATitle(string title, string? id) => Assert.Equal(id, NewDeckId.Of(title)?.Value);

    [Fact]
    public void AnIdIsNeverTooLong() => Assert.Equal(DeckLimits.IdLength, NewDeckId.Of(new string('a', 200))!.Value.Value.Length);

    private static CardText Points(string points) => CardEditing.Write(War) with { Points = points };

    private static Card Edited(CardText text) => Assert.Single(CardEditing.Apply(Small, War.Id, text).Cards);

    private static Point Point(string id, string text) => new() { Id = new PointId(id), Text = text };

    private static IEnumerable<string> Ids(Card card) => card.AllPoints.Select(point => point.Id.Value);
}
