using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Questions;
using Xunit;

namespace SinoSovietBot.Study.Tests.Marking;

public sealed class MarkingKeyTests
{
    [Fact]
    public void AKeyHoldsWhatTheQuestionSays()
    {
        var question = Asked(QuestionKind.Typed, "Who?", "Khrushchev") with { Accept = ["Mr K"], Vague = ["a Russian"], Reject = ["Stalin"] };

        var key = MarkingKey.Of(question, DeckOf(question));

        Assert.Equal(AnswerForm.Text, key.Form);
        Assert.Equal("Khrushchev", key.Answer);
        Assert.Equal(["Mr K"], key.Accept);
        Assert.Equal(["a Russian"], key.Vague);
        Assert.Equal(["Stalin"], key.Reject);
    }

    [Fact]
    public void AListKeepsItsIdeasAndAnOrderItsItems()
    {
        var list = Asked(QuestionKind.List, "Name one", "a; b") with { Items = [new("a", ["aa"]), new("b", [])], Also = [new("c", [])], Count = 1 };
        var order = Asked(QuestionKind.Order, "Order", "a; b; c") with { Items = [new("a", []), new("b", []), new("c", [])] };

        var (listed, ordered) = (MarkingKey.Of(list, DeckOf(list)), MarkingKey.Of(order, DeckOf(order)));

        Assert.Equal((AnswerForm.List, 2, 1, 1), (listed.Form, listed.Items.Length, listed.Also.Length, listed.Count));
        Assert.Equal((AnswerForm.Order, 3), (ordered.Form, ordered.Items.Length));
    }

    [Fact]
    public void NamesOfTheDeckMeanTheSameInItsKeys()
    {
        var question = Asked(QuestionKind.Who, "Who?", "Stepan Chervonenko");
        var deck = DeckOf(question) with { Names = [new("Stepan Chervonenko", ["Tchervonenko", "the ambassador"]), new("Enver Hoxha", ["Hodscha"])] };

        var key = MarkingKey.Of(question, deck);

        Assert.Equal(["Stepan Chervonenko", "Tchervonenko", "the ambassador"], Assert.Single(key.Equivalents));
        Assert.Equal(Verdict.Right, Marker.Mark(key, "the Ambassador").Verdict);
        Assert.Equal(Verdict.Wrong, Marker.Mark(key, "Hodscha").Verdict);
    }

    [Fact]
    public void ANameOfTheDeckMayBeShortWhereTheGeneralTableHasAnother()
    {
        // Liu is Liu Shaoqi in general and somebody else here.
        var question = Asked(QuestionKind.Who, "Which ambassador?", "Liu Xiao");
        var deck = DeckOf(question) with { Names = [new("Liu Xiao", ["Liu"])] };

        var key = MarkingKey.Of(question, deck);

        Assert.Equal(Verdict.Right, Marker.Mark(key, "Liu").Verdict);
        Assert.Equal(Verdict.Wrong, Marker.Mark(key, "Liu Shaoqi").Verdict);
    }

    [Fact]
    public void AMisspellingAsNearToAnotherAnswerOfTheDeckDoesNotCount()
    {
        var question = Asked(QuestionKind.Typed, "Which policy?", "contention");
        var alone = MarkingKey.Of(question, DeckOf(question));
        var beside = MarkingKey.Of(question, DeckOf(question, Asked(QuestionKind.Choice, "Which other?", "convention")));

        Assert.Equal(["convention"], beside.Others);
        Assert.Equal((Verdict.Right, MarkingRule.Spelling), Marked(alone, "contvention"));
        Assert.Equal((Verdict.Vague, MarkingRule.NearAnother), Marked(beside, "contvention"));
        Assert.Equal((Verdict.Wrong, MarkingRule.NearAnother), Marked(beside, "convention"));
    }

    [Fact]
    public void WordsThatStandBesideTheGapMayBeTypedWithTheNumber()
    {
        var question = Asked(QuestionKind.Gap, "A loan of $____ million was agreed.", "300");
        var key = MarkingKey.Of(question, DeckOf(question));

        foreach (var typed in new[] { "300", "$300", "300 million", "$300 million", "$300m", "three hundred million dollars" })
            Assert.True(Marker.Mark(key, typed).Verdict == Verdict.Right, typed);
        foreach (var typed in new[] { "300 billion", "£300 million", "30", "300 thousand" })
            Assert.True(Marker.Mark(key, typed).Verdict == Verdict.Wrong, typed);
    }

    [Fact]
    public void PerCentBesideTheGapMayBeTyped()
    {
        var question = Asked(QuestionKind.Gap, "It was ____ per cent of trade.", "50");
        var key = MarkingKey.Of(question, DeckOf(question));

        Assert.Equal(Verdict.Right, Marker.Mark(key, "50%").Verdict);
    }

    private static (Verdict Verdict, MarkingRule Rule) Marked(MarkingKey key, string typed) =>
        (Marker.Mark(key, typed).Verdict, Marker.Mark(key, typed).Rule);

    private static Deck DeckOf(params ImmutableArray<Question> questions) => new()
    {
        Id = new("deck"),
        Title = "Deck",
        Subject = "History",
        Language = "en-GB",
        Licence = "CC BY 4.0",
        Source = "Written for tests.",
        Cards = [],
        Questions = questions,
    };

    private static Question Asked(QuestionKind kind, string prompt, string answer) => new()
    {
        Id = new(answer.Replace(' ', '-').ToLowerInvariant()),
        Kind = kind,
        Card = new("card"),
        Points = [new("point")],
        Prompt = prompt,
        Answer = answer,
        Distractors = [],
        Explanation = "Because.",
        Difficulty = 1,
    };
}
