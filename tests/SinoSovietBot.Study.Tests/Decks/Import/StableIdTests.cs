using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Export;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks.Import;

/// <summary>Answers are kept under ids, so importing again must find them.</summary>
public sealed class StableIdTests
{
    [Theory]
    [InlineData("c.csv", "Mao,Chairman\nDeng,Reformer\n")]
    [InlineData("c.txt", "Mao\tChairman\nDeng\tReformer\n")]
    [InlineData("c.txt", "#separator:tab\n#guid column:1\nG1\tMao\tChairman\nG2\tDeng\tReformer\n")]
    public void TheSameFileTwiceGivesTheSameIds(string name, string text)
    {
        var once = Imports.Good(name, text);

        Assert.Equal(Ids(once), Ids(Imports.Good(name, text)));
        Assert.Equal(Ids(once), Ids(Imports.Good(name, text, existing: once)));
    }

    [Fact]
    public void AnEditedBackKeepsTheIds()
    {
        var before = Imports.Good("c.csv", "Mao,\"Chairman\nPoet\"\n");
        var after = Imports.Good("c.csv", "Mao,\"Chairman of the party\nSwimmer\nPoet\"\n", before);

        Assert.Equal(["mao", "mao-1", "mao-2"], Ids(before));
        Assert.Equal(["mao", "mao-1", "mao-3", "mao-2"], Ids(after));
    }

    [Fact]
    public void AnEditedFrontKeepsTheIdsWhereThereIsAGuid()
    {
        var before = Imports.ReadNotes(null, Imports.Note("k;A!", ["Mao", "Chairman"])).Deck!;
        var after = Imports.ReadNotes(before, Imports.Note("k;A!", ["Who was Mao?", "Chairman"])).Deck!;

        Assert.Equal(Ids(before), Ids(after));
        Assert.Equal(Ids(before), Ids(Imports.ReadNotes(null, Imports.Note("k;A!", ["Who was Mao?", "Chairman"])).Deck!));
    }

    [Fact]
    public void GuidsThatDifferOnlyInCaseAreTwoCards()
    {
        var deck = Imports.ReadNotes(null, Imports.Note("ab", ["Mao", "1"]), Imports.Note("aB", ["Deng", "2"])).Deck!;

        Assert.Equal(2, deck.Cards.Select(card => card.Id).Distinct().Count());
    }

    [Fact]
    public void AFrontThatTheDeckHasKeepsItsIdWhateverTheFormat()
    {
        var before = DeckSamples.Deck();
        var after = Imports.Good("c.csv", "Korean War,Kim pressed for the war.\n", before);

        Assert.Equal(["korea", "korea-kim"], Ids(after));
        Assert.Equal((before.Id, before.Title, before.Licence), (after.Id, after.Title, after.Licence));
    }

    [Fact]
    public void AnUnchangedPointKeepsItsCorrectionAndARewordedOneOnlyItsId()
    {
        var before = DeckSamples.Deck();
        var after = Imports.Good("c.csv", "Treaty of 1950: reasons,\"The loan was 300 million dollars.\nSomething else.\"\n", before);

        Assert.Equal("It was 300 million.", after.Cards[0].Points[0].Correction);
        Assert.Equal(AskPolicy.AskCorrected, after.Cards[0].Points[0].Ask);
        Assert.Equal(("treaty-isolated", null), (after.Cards[0].Points[1].Id.Value, after.Cards[0].Points[1].Date));
        Assert.Equal("Two sides wanted it.", Assert.Single(after.Cards[0].Notes));
        Assert.Equal("Alliance", after.Cards[0].Topic);
    }

    [Theory]
    [InlineData("Zhōu Ēnlái?", "zhou-enlai")]
    [InlineData("  1950–53: the War ", "1950-53-the-war")]
    public void AFrontBecomesAReadableId(string front, string id) =>
        Assert.Equal(id, Imports.Good("c.csv", $"{front},x\nother,y\n").Cards[0].Id.Value);

    [Fact]
    public void FrontsWithoutLatinLettersAndFrontsThatLookAlikeHaveIdsOfTheirOwn()
    {
        const string rows = "毛泽东,Mao\n周恩来,Zhou\nC#,sharp\nC,plain\n";
        var deck = Imports.Good("c.csv", rows);
        var other = Imports.Good("c.csv", string.Join('\n', rows.TrimEnd().Split('\n').Reverse()));

        Assert.Equal(4, deck.Cards.Select(card => card.Id).Distinct().Count());
        Assert.Equal(deck.Cards.Select(card => card.Id.Value).Order(), other.Cards.Select(card => card.Id.Value).Order());
    }

    [Fact]
    public void TheLongestIdStillHasRoomForItsParts()
    {
        var long64 = new string('a', DeckLimits.IdLength);
        var before = DeckSamples.Read(DeckSamples.Whole.Replace("korea\n", long64 + "\n", StringComparison.Ordinal)).Deck!;
        var after = Imports.Good("c.csv", "Korean War,\"Kim pressed for the war.\nIt lasted three years.\"\n", before);

        Assert.Equal(long64, after.Cards[0].Id.Value);
        Assert.Equal("korea-kim", after.Cards[0].Points[0].Id.Value);
    }

    [Fact]
    public void AnkiTextKeepsIdsThroughEditsInAnki()
    {
        var before = DeckSamples.Deck();
        var edited = DeckExport.Write(before, DeckExportFormat.Anki)
            .Replace("Kim pressed for the war.</li>", "Kim Il-sung pressed for the war.</li><li>It lasted three years.</li>", StringComparison.Ordinal)
            .Replace("\tKorean War\t", "\tThe Korean War\t", StringComparison.Ordinal)
            .Replace("It was Mao who pressed for the war.", "Mao pressed for the war.", StringComparison.Ordinal);
        var after = Imports.Good("c.txt", edited, before);

        var korea = after.Cards[1];
        Assert.Equal(("korea", "The Korean War"), (korea.Id.Value, korea.Front));
        Assert.Equal(["korea-kim", "korea-1"], korea.Points.Select(point => point.Id.Value));
        Assert.Equal(new HistoricalDate(1950, Circa: true), korea.Points[0].Date);
        Assert.Equal("Mao pressed for the war.", after.Questions[1].Prompt);
        Assert.Equal(before.Questions[1].Distractors, after.Questions[1].Distractors);
    }

    [Fact]
    public void AQuestionThatAnkiHasStrippedTakesTheRestFromItsDeck()
    {
        var deck = DeckSamples.Deck();
        var stripped = System.Text.RegularExpressions.Regex.Replace(DeckExport.Write(deck, DeckExportFormat.Anki), " data-[a-z]+='[^']*'", "");

        Assert.Equal(Imports.Dump(deck.Questions), Imports.Dump(Imports.Good("c.txt", stripped, deck).Questions));
        var alone = Imports.Read("c.txt", stripped);
        Assert.Empty(alone.Deck!.Questions);
        Assert.Equal(2, alone.Rejected.Length);
        Assert.All(alone.Rejected, problem => Assert.Contains("does not carry all of the question", problem.Message, StringComparison.Ordinal));
    }

    private static string[] Ids(Deck deck) => [.. deck.Cards.SelectMany(card => card.AllPoints.Select(point => point.Id.Value).Prepend(card.Id.Value))];
}
