using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Questions;
using Xunit;

namespace SinoSovietBot.Study.Tests.Marking;

/// <summary>What members are told beside the verdict, and which rule is kept with it.</summary>
public sealed class MarkerTests
{
    [Theory]
    [InlineData("Khrushchev", "Kruscheff", "NoMatch")]
    [InlineData("Khrushchev", "Khrushchov", "Equivalent")]
    [InlineData("Khrushchev", "Khrushchew", "Spelling")]
    [InlineData("Khrushchev", "not Khrushchev", "Negated")]
    [InlineData("Khrushchev", "Khrushchev or Mao", "SeveralAnswers")]
    [InlineData("Khrushchev", "", "Empty")]
    [InlineData("14 February 1950", "14/2/50", "Date")]
    [InlineData("$300 million", "300m", "Number")]
    [InlineData("Khrushchev", "the KHRUSHCHEV.", "Exact")]
    [InlineData("Khrushchev", "Mao", "NoMatch")]
    public void TheRuleThatDecidedIsKept(string expected, string typed, string rule) =>
        Assert.Equal(rule, Marker.Mark(Text(expected), typed).Rule.ToString());

    [Theory]
    [InlineData("Khrushchev", "Khrushchew", "accepted with spelling: Khrushchev")]
    [InlineData("5 June 1969", "5/6/1969", "read day first: 5 June 1969")]
    [InlineData("6 May 1969", "5/6/1969", "read day first: 5 June 1969")]
    [InlineData("14 February 1950", "1950", "be more specific")]
    [InlineData("1950", "50", "write the year with all four digits")]
    [InlineData("$300 million", "300", "write the number in full")]
    [InlineData("$300 million", "over $300 million", "give the number itself")]
    [InlineData("Zhou Enlai", "Zhu Enlai", "check the spelling of the name")]
    [InlineData("Khrushchev", "Khrushchev or Mao", "give one answer: several count only if all are right")]
    [InlineData("1950", "1950", null)]
    [InlineData("1950", "1951", null)]
    public void MembersAreToldWhatHelpsThem(string expected, string typed, string? note) =>
        Assert.Equal(note, Marker.Mark(Text(expected), typed).Note);

    [Fact]
    public void AListSaysHowManyEntriesCounted()
    {
        var key = Several(AnswerForm.List, "Mao", "Tito", "Stalin") with { Count = 2 };

        Assert.Equal("only the first 2 counted", Marker.Mark(key, "Mao, Lenin, Tito").Note);
        Assert.Null(Marker.Mark(key, "Mao, Tito").Note);
    }

    [Fact]
    public void AnOrderSaysWhatItNeeds()
    {
        var key = Several(AnswerForm.Order, "Korean War", "Secret Speech", "Test Ban");

        Assert.Equal("give each of 1 to 3 once", Marker.Mark(key, "1 2").Note);
    }

    [Fact]
    public void WhatWasTypedIsKeptAsItWas()
    {
        var marking = Marker.Mark(Text("Khrushchev"), "  The “KRUSCHEV”!! ");

        Assert.Equal("  The “KRUSCHEV”!! ", marking.Raw);
        Assert.Equal("kruschev", marking.Normalised);
    }

    [Fact]
    public void AnAnswerOfTheGreatestLengthIsMarkedAndOneMoreIsNot()
    {
        var answer = new string('x', MarkingLimits.TextLength);

        Assert.Equal(MarkingRule.Exact, Marker.Mark(Text(answer), answer).Rule);
        Assert.Equal(MarkingRule.TooLong, Marker.Mark(Text(answer), answer + "x").Rule);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(5, 3)]
    [InlineData(6, 4)]
    [InlineData(10, 6)]
    public void AListPassesAtSixtyPerCentRoundedUp(int asked, int needed)
    {
        var years = Enumerable.Range(1950, asked).Select(year => new AnswerItem($"{year}", [])).ToArray();
        var key = new MarkingKey { Form = AnswerForm.List, Answer = "years", Items = [.. years], Count = asked };

        Assert.Equal(Verdict.Right, Marker.Mark(key, string.Join(", ", years.Take(needed).Select(year => year.Text))).Verdict);
        Assert.NotEqual(Verdict.Right, Marker.Mark(key, string.Join(", ", years.Take(needed - 1).Select(year => year.Text))).Verdict);
    }

    [Fact]
    public void AShownOrderHasToNameEachItemOnce()
    {
        var key = Several(AnswerForm.Order, "a", "b", "c") with { ShownOrder = [0, 0, 1] };

        Assert.Throws<ArgumentException>(() => Marker.Mark(key, "1 2 3"));
    }

    private static MarkingKey Several(AnswerForm form, params string[] items) =>
        new() { Form = form, Answer = string.Join("; ", items), Items = [.. items.Select(item => new AnswerItem(item, []))] };

    private static MarkingKey Text(string answer) => new() { Form = AnswerForm.Text, Answer = answer };
}
