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

        Assert.Equal(("treaty", "Alliance", "Treaty of 1950: reasons", "Two sides wanted it."), (card.Id.Value, card.Topic, card.Front, card.Notes.Single()));
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

    [Fact]
    public void ADeckMayTellItsNotesNamesAndNearDuplicates()
    {
        var deck = Read("""
            notes: [Two notes., A second.]
            names:
              - {name: Nikita Khrushchev, also: [Khrushchev], from: 1953, to: 1964}
              - {name: Zhenbao}
            near-duplicates:
              - {id: nd-mood, theme: The mood, points: [treaty-size, korea-kim], same: true}

            """, "");

        Assert.Equal(["Two notes.", "A second."], deck.Notes);
        Assert.Equal([("Nikita Khrushchev", (int?)1953, (int?)1964), ("Zhenbao", null, null)], deck.Names.Select(name => (name.Name, name.From, name.To)));
        var cluster = Assert.Single(deck.NearDuplicates);
        Assert.Equal(["treaty-size", "korea-kim"], cluster.Points.Select(point => point.Value));
        Assert.True(cluster.AreSame);
    }

    [Fact]
    public void EveryKindOfQuestionIsRead()
    {
        var deck = Read("", """
              - {id: q-cause, kind: cause, card: korea, points: [korea-kim], difficulty: 1, prompt: Why?, answer: A, distractors: [{text: B, why: W., point: treaty-size}], explanation: E.}
              - {id: q-card, kind: which-card, card: korea, points: [korea-kim], difficulty: 1, prompt: Which?, answer: A, distractors: [{text: B, why: W.}], explanation: E.}
              - {id: q-who, kind: who, card: korea, points: [korea-kim], difficulty: 1, prompt: Who?, answer: Kim, accept: [Kim Il-sung], vague: [a Korean], reject: [Mao], explanation: E.}
              - {id: q-gap, kind: gap, card: korea, points: [korea-kim], difficulty: 1, prompt: In ____ it began., answer: 1950, explanation: E.}
              - {id: q-typed, kind: typed, card: korea, points: [korea-kim], difficulty: 1, prompt: What?, answer: War, explanation: E.}
              - {id: q-order, kind: order, card: korea, points: [korea-kim], difficulty: 1, prompt: Order., answer: [One, Two, Three], explanation: E.}
              - {id: q-list, kind: list, card: korea, points: [korea-kim], difficulty: 1, prompt: Name two., count: 2, answer: [One, {text: Two, accept: [pair]}, Three], also: [Four], explanation: E.}

            """);

        var added = deck.Questions.Skip(2).ToList();
        Assert.Equal(
            [QuestionKind.Cause, QuestionKind.WhichCard, QuestionKind.Who, QuestionKind.Gap, QuestionKind.Typed, QuestionKind.Order, QuestionKind.List],
            added.Select(question => question.Kind));
        Assert.Equal([true, true, false, false, false, true, false], added.Select(question => question.HasOptions));
        Assert.Equal("treaty-size", added[0].Distractors[0].Point?.Value);
        Assert.Equal(("Kim Il-sung", "a Korean", "Mao"), (added[2].Accept[0], added[2].Vague[0], added[2].Reject[0]));
        Assert.Equal("One → Two → Three", added[5].Answer);
        Assert.Equal(("One; Two; Three", 2, "pair", "Four"), (added[6].Answer, added[6].Count, added[6].Items[1].Accept[0], added[6].Also[0].Text));
    }

    private static Deck Read(string header, string questions)
    {
        var reading = DeckSamples.Read(DeckSamples.Header + header + DeckSamples.Cards + DeckSamples.Questions + questions);
        Assert.Empty(DeckSamples.Lines(reading));
        return reading.Deck!;
    }
}
