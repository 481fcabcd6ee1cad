using System.Diagnostics;
using System.Text;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Export;
using SinoSovietBot.Study.Decks.Import;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks.Import;

/// <summary>Each fault is refused with file, line and a sentence; the rest is read; nothing is taken by halves.</summary>
public sealed class BadInputTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    [Fact]
    public void Windows1252IsRefusedWithItsLineAndByte()
    {
        var line = Refused("cards.csv", [.. "front,back\nCaf"u8, 0xE9, .. ",a bar\n"u8]);

        Assert.StartsWith("cards.csv:2:4: error: The byte 0xE9 in line 2 is not valid UTF-8", line, StringComparison.Ordinal);
        Assert.Contains("Windows-1252", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Utf8WithAByteOrderMarkIsRead() =>
        Assert.Equal("Kim", Imports.Points(Assert.Single(Imports.Read("c.csv", [.. Encoding.UTF8.Preamble, .. "Who?,Kim"u8]).Deck!.Cards)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Utf16WithAByteOrderMarkIsReadAndSaidSo(bool isBigEndian)
    {
        var encoding = new UnicodeEncoding(isBigEndian, byteOrderMark: true);
        var reading = Imports.Read("c.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes("毛\tChairman\n")]);

        Assert.Equal("毛", Assert.Single(reading.Deck!.Cards).Front);
        Assert.Contains(reading.Notes, note => note.Contains("UTF-16", StringComparison.Ordinal));
    }

    [Fact]
    public void Utf16WithoutAMarkIsRefused() =>
        Assert.Contains("looks like UTF-16", Refused("c.txt", Encoding.Unicode.GetBytes("a\tb\n")), StringComparison.Ordinal);

    [Fact]
    public void HalfACharacterOfUtf16IsRefusedWithItsLine() =>
        Assert.StartsWith("c.txt:2:1: error: ", Refused("c.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a\n"), 0x00, 0xD8, 0x61, 0x00]), StringComparison.Ordinal);

    [Fact]
    public void ANulByteIsRefusedWithItsLine() =>
        Assert.StartsWith("c.csv:2:2: error: The file is no text", Refused("c.csv", "front,back\nb\0c,d"u8.ToArray()), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n\t\n")]
    public void AnEmptyFileIsRefused(string text) => Assert.Contains("The file is empty", Refused("c.csv", Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void AnyLineEndDoes(string end)
    {
        var deck = Imports.Good("c.csv", $"front,back{end}A,\"one{end}two\"{end}B,three{end}");

        Assert.Equal(["one; two", "three"], deck.Cards.Select(Imports.Points));
    }

    [Fact]
    public void ALineWithoutABackIsRefusedAndTheOthersAreRead()
    {
        var reading = Imports.Read("c.csv", "front,back\nA,one\nB,\n,two\nC\nD,four");

        Assert.Equal(["A", "D"], reading.Deck!.Cards.Select(card => card.Front));
        Assert.Equal(
            ["c.csv:3:1: error: The back is empty. Fill it in, or remove the line.", "c.csv:4:1: error: The front is empty. Fill it in, or remove the line."],
            Imports.Lines(reading)[..2]);
        Assert.StartsWith("c.csv:5:1: error: The line has only one cell", Imports.Lines(reading)[2], StringComparison.Ordinal);
    }

    [Fact]
    public void ARepeatedFrontIsRefusedWithBothLines()
    {
        var reading = Imports.Read("c.csv", "Mao,one\nDeng,two\n mao ,three");

        Assert.Equal(["Mao", "Deng"], reading.Deck!.Cards.Select(card => card.Front));
        Assert.Equal("c.csv:3:1: error: The front 'mao' stands first in line 1. Keep one of the two.", Assert.Single(Imports.Lines(reading)));
    }

    [Fact]
    public void ARepeatedGuidIsRefused()
    {
        var reading = Imports.Read("c.txt", "#separator:tab\n#guid column:1\nx\tA\tone\nx\tB\ttwo\n");

        Assert.Equal("A", Assert.Single(reading.Deck!.Cards).Front);
        Assert.StartsWith("c.txt:4:1: error: The guid 'x' stands first in line 3", Assert.Single(Imports.Lines(reading)), StringComparison.Ordinal);
    }

    [Fact]
    public void ARepeatedIdTakesOutTheSecondAlone()
    {
        var reading = Imports.Read("d.yaml", DeckSamples.With("id: korea-kim", "id: treaty-size"));

        Assert.Equal(["treaty"], reading.Deck!.Cards.Select(card => card.Id.Value));
        Assert.Contains(Imports.Lines(reading), line => line.Contains("'treaty-size' is taken", StringComparison.Ordinal));
    }

    [Fact]
    public void AQuestionWithOneOptionIsRefusedAndTheOthersAreRead()
    {
        var deck = DeckSamples.Deck();
        var csv = DeckExport.Write(deck, DeckExportFormat.Csv);
        var rows = csv.Split("\r\n").Select(row => row.StartsWith("choice,", StringComparison.Ordinal) ? "choice,treaty-state,treaty,,Why?,It was isolated,,So.,1,treaty-isolated" : row);
        var reading = Imports.Read("d.csv", string.Join("\r\n", rows));

        Assert.Equal(["korea-who"], reading.Deck!.Questions.Select(question => question.Id.Value));
        Assert.Equal(
            "d.csv:7:1: error: The question 'treaty-state' has no 'distractors'. Add 'distractors:' with its value.", Assert.Single(Imports.Lines(reading)));
    }

    [Fact]
    public void WhatRestsOnARefusedPointGoesWithItAndSaysSo()
    {
        var reading = Imports.Read("d.yaml", DeckSamples.With("text: Few states recognised it.", "text: " + new string('x', DeckLimits.PointTextLength + 1)));

        var deck = reading.Deck!;
        Assert.Equal(4, deck.Cards.Sum(card => card.AllPoints.Count()));
        Assert.Equal(["korea-who"], deck.Questions.Select(question => question.Id.Value));
        Assert.Equal(2, reading.Rejected.Length);
        Assert.Contains("rests on 'treaty-isolated-why'", reading.Rejected[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEnemyThatIsGoneIsForgotten()
    {
        var reading = Imports.Read("d.yaml", DeckSamples.With("difficulty: 3", "difficulty: 9"));

        Assert.Empty(Assert.Single(reading.Deck!.Questions).Enemies);
    }

    [Fact]
    public void AFaultInTheHeaderLeavesNothing()
    {
        var reading = Imports.Read("d.yaml", DeckSamples.With("language: en-GB", "language: *anchor"));

        Assert.Null(reading.Deck);
        Assert.StartsWith("d.yaml:4:", Assert.Single(Imports.Lines(reading)), StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnclosedBracketLeavesNothing()
    {
        var reading = Imports.Read("d.yaml", DeckSamples.With("points: [treaty-isolated, treaty-isolated-why]", "points: [treaty-isolated"));

        Assert.Null(reading.Deck);
        Assert.NotEmpty(reading.Rejected);
    }

    [Fact]
    public void AKeyThatStandsTwiceTakesItsCardOut()
    {
        var reading = Imports.Read("d.yaml", DeckSamples.With("front: Korean War", "front: Korean War\n    front: Vietnam War"));

        Assert.Equal(["treaty"], reading.Deck!.Cards.Select(card => card.Id.Value));
        Assert.Contains("stands here a second time", Imports.Lines(reading)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void AnAliasBombIsRefusedAtOnce()
    {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var letter = 'b'; letter < 'n'; letter++)
            bomb.Append(letter).Append(": &").Append(letter).Append(" [").AppendJoin(", ", Enumerable.Repeat($"*{(char)(letter - 1)}", 9)).Append("]\n");
        var reading = Imports.Read("bomb.yaml", DeckSamples.Whole + bomb);

        Assert.Null(reading.Deck);
        Assert.Contains(reading.Rejected, problem => problem.Message.Contains("Aliases", StringComparison.Ordinal));
    }

    [Fact]
    public void AnOpenQuoteIsRefusedAtTheLineWhereItOpens()
    {
        var reading = Imports.Read("c.csv", "A,one\nB,\"two\nC,three\n");

        Assert.Equal(["A"], reading.Deck!.Cards.Select(card => card.Front));
        Assert.StartsWith("c.csv:2:1: error: A double quote opens a cell here and is never closed", Assert.Single(Imports.Lines(reading)), StringComparison.Ordinal);
    }

    [Fact]
    public void ACellThatGoesOnBehindItsQuoteIsRefused()
    {
        var reading = Imports.Read("c.csv", "\"Long March\" of 1934,far\nB,two\n");

        Assert.Equal(["B"], reading.Deck!.Cards.Select(card => card.Front));
        Assert.StartsWith("c.csv:1:1: error: A cell goes on after its closing quote", Assert.Single(Imports.Lines(reading)), StringComparison.Ordinal);
    }

    [Fact]
    public void AFrontThatIsTooLongIsRefused()
    {
        var reading = Imports.Read("c.csv", $"{new string('x', DeckLimits.FrontLength + 1)},one\nB,two\n");

        Assert.Equal(["B"], reading.Deck!.Cards.Select(card => card.Front));
        Assert.Contains("has 251 characters; the limit is 250", Assert.Single(Imports.Lines(reading)), StringComparison.Ordinal);
    }

    [Fact]
    public void AControlCharacterIsRefused()
    {
        var reading = Imports.Read("c.csv", "A\u0007,one\nB,two\n");

        Assert.Equal(["B"], reading.Deck!.Cards.Select(card => card.Front));
        Assert.Contains("U+0007", Assert.Single(Imports.Lines(reading)), StringComparison.Ordinal);
    }

    [Fact]
    public void ARowOfAnUnknownKindIsRefused()
    {
        var csv = DeckExport.Write(DeckSamples.Deck(), DeckExportFormat.Csv) + "essay,x,y,,,,,,,,,,,,,,,\r\n";
        var reading = Imports.Read("d.csv", csv);

        Assert.Equal(2, reading.Deck!.Cards.Length);
        Assert.Contains("'essay' is no kind of row", Assert.Single(Imports.Lines(reading)), StringComparison.Ordinal);
    }

    [Fact]
    public void JsonIsRefusedWithTheWayOut() => Assert.Contains(
        "--format native", Refused("d.json", Encoding.UTF8.GetBytes(DeckExport.Write(DeckSamples.Deck(), DeckExportFormat.Json))), StringComparison.Ordinal);

    [Theory]
    [InlineData("big.csv", "front number {0},back\n")]
    [InlineData("big.txt", "front number {0}\tback\n")]
    [InlineData("anki.txt", "front number {0}\t<b>back</b>\n")]
    public void AHundredThousandLinesAreRefusedInBoundedTime(string name, string line)
    {
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(number => string.Format(null, line, number)));
        var watch = Stopwatch.StartNew();

        Assert.Contains("60,000 cards; the limit is 10,000", Refused(name, Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bound);
    }

    [Fact]
    public void AHundredThousandShortLinesAreRefusedInBoundedTime()
    {
        var watch = Stopwatch.StartNew();

        Assert.NotEmpty(Imports.Read("short.csv", string.Concat(Enumerable.Repeat("a,b\n", 100_000))).Rejected);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bound);
    }

    [Fact]
    public void AFileThatIsTooLargeIsRefused() =>
        Assert.Contains("the limit is 2,000,000", Refused("big.csv", new byte[ImportLimits.TextBytes + 1]), StringComparison.Ordinal);

    [Theory]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<!--")]
    [InlineData("<ul><li>")]
    [InlineData("{{c1::")]
    [InlineData("{{c1::x}}")]
    [InlineData("[sound:")]
    [InlineData("&#")]
    [InlineData("\"")]
    public void AFieldOfNothingButOpeningsIsReadInBoundedTime(string opening)
    {
        var field = string.Concat(Enumerable.Repeat(opening, 1_500_000 / opening.Length));
        var watch = Stopwatch.StartNew();

        Imports.Read("c.txt", $"#separator:tab\n#html:true\nfront\t{field}\nb\tc\n");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bound);
    }

    private static string Refused(string name, byte[] bytes)
    {
        var reading = Imports.Read(name, bytes);
        Assert.Null(reading.Deck);
        return Assert.Single(Imports.Lines(reading));
    }
}
