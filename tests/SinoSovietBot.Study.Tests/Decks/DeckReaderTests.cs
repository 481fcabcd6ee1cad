using System.Text;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks;

public sealed class DeckReaderTests
{
    [Fact]
    public void AGoodDeckHasNoProblem()
    {
        var reading = DeckSamples.Read(DeckSamples.Whole);

        Assert.Empty(DeckSamples.Lines(reading));
        Assert.NotNull(reading.Deck);
    }

    [Fact]
    public void HeaderCardsAndQuestionsMayStandInFilesOfTheirOwnInAnyOrder()
    {
        var whole = DeckSamples.Deck();

        var reading = DeckSamples.Read(("z.yaml", DeckSamples.Header), ("q.yaml", DeckSamples.Questions), ("c.yaml", DeckSamples.Cards));

        Assert.Empty(DeckSamples.Lines(reading));
        Assert.Equal(whole.Id, reading.Deck!.Id);
        Assert.Equal(whole.Cards.Select(card => card.Id), reading.Deck.Cards.Select(card => card.Id));
        Assert.Equal(whole.Questions.Select(question => question.Id), reading.Deck.Questions.Select(question => question.Id));
    }

    [Fact]
    public void FilesAreReadInTheOrderOfTheirNames()
    {
        const string another = "cards:\n  - {id: first, topic: T, front: F, points: [{id: p, text: P.}]}\n";

        var reading = DeckSamples.Read((DeckSamples.FileName, DeckSamples.Whole), ("a.yaml", another));

        Assert.Equal("first", reading.Deck!.Cards[0].Id.Value);
    }

    [Fact]
    public void EveryValueOfACardIsKept()
    {
        var card = DeckSamples.Deck().Cards[0];

        Assert.Equal(("treaty", "Alliance", "Treaty of 1950: reasons", "Two sides wanted it."), (card.Id.Value, card.Topic, card.Front, card.Note));
        Assert.Equal(["treaty-isolated", "treaty-isolated-why", "treaty-size", "treaty-mood"], card.AllPoints.Select(point => point.Id.Value));
        Assert.Equal([AskPolicy.Ask, AskPolicy.AskSoft, AskPolicy.AskCorrected, AskPolicy.NeverAsk], card.AllPoints.Select(point => point.Ask));
        Assert.Equal(new HistoricalDate(1950, 2, 14), card.Points[0].Date);
        Assert.Equal("The loan was 800 million dollars.", card.Points[1].SourceText);
        Assert.Equal("It was 300 million.", card.Points[1].Correction);
    }

    [Fact]
    public void EveryValueOfAQuestionIsKept()
    {
        var question = DeckSamples.Deck().Questions[1];

        Assert.Equal(("korea-who", QuestionKind.TrueFalse, "korea", 3), (question.Id.Value, question.Kind, question.Card.Value, question.Difficulty));
        Assert.Equal([new PointId("korea-kim")], question.Points);
        Assert.Equal("False: Kim pressed for it", question.Answer);
        Assert.Equal([new("True", "Mao was surprised."), new("False: Stalin ordered it", "He agreed late.")], question.Distractors);
        Assert.Equal("Kim asked Stalin many times.", question.Explanation);
        Assert.Equal([new QuestionId("korea-who")], DeckSamples.Deck().Questions[0].Enemies);
    }

    [Fact]
    public void ABareYesNoOrNumberStaysText()
    {
        var reading = DeckSamples.Read(DeckSamples.With("It was isolated\n", "no\n").Replace("It had many allies", "1.50", StringComparison.Ordinal));

        Assert.Equal("no", reading.Deck!.Questions[0].Answer);
        Assert.Equal("1.50", reading.Deck.Questions[0].Distractors[1].Text);
    }

    [Fact]
    public void ASourceThatSaysTheSameIsNoSource()
    {
        var reading = DeckSamples.Read(DeckSamples.With("source: The loan was 800", "source: The loan was 300"));

        Assert.Null(reading.Deck!.Cards[0].Points[1].SourceText);
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\r\n")]
    [InlineData("---\n", "\n")]
    [InlineData("# a comment\n", "\n")]
    public void ByteOrderMarksAndLineEndingsOfAnyEditorAreFine(string start, string lineEnd)
    {
        var reading = DeckSamples.Read(start + DeckSamples.Whole.Replace("\n", lineEnd, StringComparison.Ordinal));

        Assert.Empty(DeckSamples.Lines(reading));
    }

    [Fact]
    public void ProblemsOfAllFilesComeInTheOrderOfFilesAndLines()
    {
        var reading = DeckSamples.Read(
            ("b.yaml", DeckSamples.With("topic: Alliance\n", "topik: Alliance\n")),
            ("a.yaml", "questions:\n  - 1\n  - 2\n"));

        Assert.Equal(["a.yaml:2", "a.yaml:3", "b.yaml:8", "b.yaml:9"], reading.Problems.Select(problem => $"{problem.File}:{problem.Line}"));
    }

    [Fact]
    public void ASyntaxErrorEndsItsFileOnlyAndHidesNothingElse()
    {
        var reading = DeckSamples.Read(
            ("cards.yaml", DeckSamples.Cards.Replace("front: Korean War", "front: \"Korean War", StringComparison.Ordinal)),
            ("deck.yaml", DeckSamples.Header.Replace("en-GB", "English!", StringComparison.Ordinal)),
            ("questions.yaml", DeckSamples.Questions.Replace("difficulty: 3", "difficulty: 4", StringComparison.Ordinal)));

        Assert.Null(reading.Deck);
        Assert.Equal(["cards.yaml:24:12", "deck.yaml:4:11", "questions.yaml:21:17"], Places(reading));
    }

    [Fact]
    public void FaultsBeforeASyntaxErrorAreReportedToo()
    {
        var text = DeckSamples.With("licence:", "license:").Replace("front: Korean War", "front: \"Korean War", StringComparison.Ordinal);

        Assert.Equal(["deck.yaml:5:1", "deck.yaml:30:12"], Places(DeckSamples.Read(text)));
    }

    [Fact]
    public void AHundredThousandOpeningBracketsAreOneProblem()
    {
        foreach (var opening in new[] { "[", "{", "- ", "? ", "[{a: " })
        {
            var problem = Assert.Single(DeckSamples.Read(string.Concat(Enumerable.Repeat(opening, 100_000))).Problems);
            Assert.Contains("nested more than 16 deep", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AFileAtItsLimitIsReadAndOneByteMoreIsNot()
    {
        var comment = "#" + new string('x', DeckLimits.FileBytes - Encoding.UTF8.GetByteCount(DeckSamples.Whole) - 1);

        Assert.NotNull(DeckSamples.Read(DeckSamples.Whole + comment).Deck);
        var problem = Assert.Single(DeckSamples.Read(DeckSamples.Whole + comment + "x").Problems);
        Assert.Equal(
            "deck.yaml:1:1: error: The file has 2,000,001 bytes; the limit is 2,000,000. Split the deck into several files of one folder.",
            problem.ToString());
    }

    [Fact]
    public void AFloodOfProblemsIsCutAndSaysSo()
    {
        var reading = DeckSamples.Read(DeckSamples.Whole + string.Concat(Enumerable.Repeat("id: again\n", 1_500)));

        Assert.Equal(DeckLimits.Problems + 1, reading.Problems.Length);
        Assert.StartsWith("500 more problems", reading.Problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoFilesAreOneProblem() =>
        Assert.Contains("no YAML file", Assert.Single(DeckReader.Read([]).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void AWarningLeavesTheDeckInUse()
    {
        var reading = DeckSamples.Read(DeckSamples.With("It had many allies", "It was isolated by Moscow"));

        Assert.Equal(ProblemSeverity.Warning, Assert.Single(reading.Problems).Severity);
        Assert.NotNull(reading.Deck);
    }

    private static IEnumerable<string> Places(DeckReading reading) =>
        reading.Problems.Select(problem => $"{problem.File}:{problem.Line}:{problem.Column}");
}
