using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Checking;
using SinoSovietBot.Study.Questions;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks.Checking;

/// <summary>Every value here was counted by hand.</summary>
public sealed class MeasureTests
{
    private const string Longest = "pick the longest option";
    private const string Shortest = "pick the shortest option";
    private const string Overlap = "pick most words of the stem";
    private const string Ratio = "mean length, key : distractors";
    private const string Rank = "key among four numbers, by size";
    private const string TrueShare = "true among true-false";
    private const string Points = "askable points touched";
    private const string OnACard = "questions on a card, the least";
    private const string Difficulty = "easy : middling : hard";

    private static readonly Question LongKey = Asked("What?", "aaaaaa", "bbbb", "cccc", "dddd");
    private static readonly Question ShortKey = Asked("What?", "aa", "bbbb", "cccc", "dddd");
    private static readonly Question EqualKey = Asked("What?", "aaaa", "bbbb", "cccc", "dddd");

    [Fact]
    public void ADeckWithoutQuestionsHasNoMeasures()
    {
        var measures = DeckCheck.Measure(Deck([]));

        Assert.Empty(measures.Items);
        Assert.True(measures.AreAccepted);
    }

    [Fact]
    public void OfEqualLengthsOneIsGuessed()
    {
        // 10 long keys are taken each time, 10 short ones never, 10 of four equal ones a quarter of the times: 12.5 of 30.
        var measures = Of([.. Times(10, LongKey), .. Times(10, ShortKey), .. Times(10, EqualKey)]);

        Assert.Equal(("41.7%", MeasureVerdict.OutOfBand), measures[Longest]);
        Assert.Equal(("41.7%", MeasureVerdict.OutOfBand), measures[Shortest]);
    }

    [Fact]
    public void EqualLengthsAreChanceAndInTheBand()
    {
        var measures = Of(Times(30, EqualKey));

        Assert.Equal(("25%", MeasureVerdict.InBand), measures[Longest]);
        Assert.Equal(("25%", MeasureVerdict.InBand), measures[Shortest]);
        Assert.Equal(("25%", MeasureVerdict.InBand), measures[Overlap]);
        Assert.Equal(("1.00", MeasureVerdict.InBand), measures[Ratio]);
    }

    [Fact]
    public void TheBoundsOfABandLieInIt()
    {
        // Of 40: 10 x 1 + 16 x 0.25 = 14, which is 35%; and 4 x 1 + 8 x 0.25 = 6, which is 15%.
        var upper = Of([.. Times(10, LongKey), .. Times(14, ShortKey), .. Times(16, EqualKey)]);
        var lower = Of([.. Times(4, LongKey), .. Times(28, ShortKey), .. Times(8, EqualKey)]);

        Assert.Equal(("35%", MeasureVerdict.InBand), upper[Longest]);
        Assert.Equal(("15%", MeasureVerdict.InBand), lower[Longest]);
    }

    [Fact]
    public void FewerThanThirtyQuestionsWithOptionsAreTooFewToSay()
    {
        var statement = Statement("True");
        var measures = Of([.. Times(29, LongKey), .. Times(5, statement)]);

        Assert.Equal(("100%", MeasureVerdict.TooFew), measures[Longest]);
        Assert.Equal(("1.50", MeasureVerdict.TooFew), measures[Ratio]);
        Assert.Equal(("100%", MeasureVerdict.TooFew), measures[TrueShare]);
        Assert.True(DeckCheck.Measure(Deck(Times(29, LongKey))).AreAccepted);
        Assert.False(DeckCheck.Measure(Deck(Times(30, LongKey))).AreAccepted);
    }

    [Fact]
    public void LengthsAreComparedOverAllOptions()
    {
        // Keys: 15 x 6 and 15 x 2, so 4 on average; distractors: 15 x 3 of 4 and 15 x 1 of 8, so 5.
        var measures = Of([.. Times(15, LongKey), .. Times(15, Asked("What?", "aa", "bbbbbbbb"))]);

        Assert.Equal(("0.80", MeasureVerdict.OutOfBand), measures[Ratio]);
    }

    [Fact]
    public void WordsInCommonWithTheStemAreCountedWithoutEndingsAndEmptyWords()
    {
        var echoed = Asked("Why did the states of Europe sign?", "For European trade", "To sign a state treaty", "For war", "For grain");
        var keyEchoed = Asked("Why did the state sign?", "The states had signed", "For war", "For grain", "The other was the one");

        Assert.Equal("0%", Of(Times(30, echoed))[Overlap].Value);
        Assert.Equal(("100%", MeasureVerdict.OutOfBand), Of(Times(30, keyEchoed))[Overlap]);
    }

    [Fact]
    public void TheRankOfTheKeyAmongFourNumbersIsCounted()
    {
        var smallest = Asked("When?", "1950", "1951", "1952", "1953");
        var second = Asked("How much?", "$300 million", "$200 million", "$2 billion", "$1,000 million");
        var third = Asked("How many?", "50", "10", "25", "80");
        var largest = Asked("When?", "March 1960", "March 1951", "March 1952", "March 1953");
        var three = Asked("When?", "1950", "1951", "1952");
        var sentence = Asked("When?", "It was all over in 1950", "It was in 1951", "1952", "1953");

        var measures = Of([.. Times(3, smallest), .. Times(3, second), .. Times(3, third), .. Times(3, largest), three, sentence]);
        Assert.Equal(("3 : 3 : 3 : 3", MeasureVerdict.InBand), measures[Rank]);
        Assert.Equal(("12 : 0 : 0 : 0", MeasureVerdict.OutOfBand), Of(Times(12, smallest))[Rank]);
        Assert.Equal(("11 : 0 : 0 : 0", MeasureVerdict.TooFew), Of(Times(11, smallest))[Rank]);
    }

    [Fact]
    public void StatementsAreMeasuredApart()
    {
        var (so, notSo) = (Statement("True"), Statement("False: it was late"));
        var measures = Of([.. Times(4, so), .. Times(6, notSo)]);

        Assert.Equal(("40%", MeasureVerdict.InBand), measures[TrueShare]);
        Assert.Equal(("–", MeasureVerdict.TooFew), measures[Longest]);
        Assert.Equal(("30%", MeasureVerdict.OutOfBand), Of([.. Times(3, so), .. Times(7, notSo)])[TrueShare]);
    }

    [Fact]
    public void AQuestionWithoutOptionsIsNoOptionItem() =>
        Assert.Equal(("100%", MeasureVerdict.TooFew), Of([.. Times(29, LongKey), Asked("Who?", "A long key that is typed")])[Longest]);

    [Fact]
    public void PointsThatMayNotBeAskedAreNotMissed()
    {
        // Of four points one is never asked and two are one fact: two of three are touched.
        Assert.Equal(("66.7%", MeasureVerdict.OutOfBand), Of(Times(30, LongKey))[Points]);

        var lone = LongKey with { Card = new("second"), Points = [new("lone")] };
        Assert.Equal(("100%", MeasureVerdict.InBand), Of([.. Times(30, LongKey), lone])[Points]);
    }

    [Fact]
    public void TheCardWithTheFewestQuestionsIsCounted()
    {
        var other = LongKey with { Card = new("second") };

        Assert.Equal(("0", MeasureVerdict.OutOfBand), Of(Times(30, LongKey))[OnACard]);
        Assert.Equal(("2", MeasureVerdict.InBand), Of([.. Times(30, LongKey), other, other])[OnACard]);
    }

    [Fact]
    public void TheMixOfDifficultiesIsNearFiftyThirtyTwenty()
    {
        var near = Of([.. Times(15, LongKey), .. Times(9, LongKey with { Difficulty = 2 }), .. Times(6, LongKey with { Difficulty = 3 })]);

        Assert.Equal(("50 : 30 : 20", MeasureVerdict.InBand), near[Difficulty]);
        Assert.Equal(("100 : 0 : 0", MeasureVerdict.OutOfBand), Of(Times(30, LongKey))[Difficulty]);
    }

    [Fact]
    public void TheKindsAreCounted() =>
        Assert.Equal(("choice 2, true-false 1", MeasureVerdict.NoBand), Of([LongKey, LongKey, Statement("True")])["kinds"]);

    private static Dictionary<string, (string Value, MeasureVerdict Verdict)> Of(ImmutableArray<Question> questions) =>
        DeckCheck.Measure(Deck(questions)).Items.ToDictionary(measure => measure.Name, measure => (measure.Value, measure.Verdict));

    private static ImmutableArray<Question> Times(int count, Question question) => [.. Enumerable.Repeat(question, count)];

    private static Question Asked(string prompt, string key, params string[] wrong) => new()
    {
        Id = new("q"),
        Kind = wrong.Length == 0 ? QuestionKind.Typed : QuestionKind.Choice,
        Card = new("first"),
        Points = [new("fact")],
        Prompt = prompt,
        Answer = key,
        Distractors = [.. wrong.Select(text => new Distractor(text, "No."))],
        Explanation = "So it was.",
        Difficulty = 1,
    };

    private static Question Statement(string key) =>
        Asked("It was so.", key, key == "True" ? "False: it was not" : "True") with { Kind = QuestionKind.TrueFalse };

    // Two cards: on the first a fact and one that is never asked, on the second the same fact again and another.
    private static Deck Deck(ImmutableArray<Question> questions) => DeckSamples.Deck() with
    {
        Cards =
        [
            Card("first", ("fact", AskPolicy.Ask), ("hidden", AskPolicy.NeverAsk)),
            Card("second", ("twin", AskPolicy.Ask), ("lone", AskPolicy.Ask)),
        ],
        NearDuplicates = [new PointCluster("nd", "one fact", [new("fact"), new("twin")], AreSame: true)],
        Questions = [.. questions.Select((question, place) => question with { Id = new($"q-{place}") })],
    };

    private static Card Card(string id, params (string Id, AskPolicy Ask)[] points) => new()
    {
        Id = new(id),
        Topic = "Topic",
        Front = id,
        Points = [.. points.Select(point => new Point { Id = new(point.Id), Text = point.Id, Ask = point.Ask })],
    };
}
