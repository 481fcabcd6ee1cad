using System.Text;
using CsCheck;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Revision;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

public class HintsTests
{
    private static readonly string[] Pieces = ["Nikita", "Khrushchev", "1950", "5", "a", "é", "e\u0301", " ", "-", ".", "·", "中", "😀", "the", "\n", "𝔸"];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[1, 12].Select(string.Concat), Gen.String[Gen.Char.AlphaNumeric, 1, 200]);

    [Fact]
    public void AnAnswerIsHintedByItsWordsThenAQuarterThenHalfOfItsLetters() =>
        Assert.Equal(["2 words: N····· K·········", "2 words: N····· Kh········", "2 words: Nik··· Khrus·····"], Hints.Of(Key("Nikita Khrushchev")));

    [Fact]
    public void ALevelThatSaysNothingNewIsLeftOut() => Assert.Equal(["1 word: 1···", "1 word: 19··"], Hints.Of(Key("1956")));

    [Theory]
    [InlineData("5 years", "2 words: · y····", "2 words: · ye···")]
    [InlineData("27th June 1969", "3 words: 2··· J··· 1···", "3 words: 2··· Ju·· 19··")]
    public void OfANumberTheLastDigitStaysHidden(string answer, params string[] hints) => Assert.Equal(hints, Hints.Of(Key(answer)));

    [Theory]
    [InlineData("5")]
    [InlineData("!?")]
    public void WhereNothingCanBeSaidWithoutTellingThereIsNoHint(string answer) => Assert.Empty(Hints.Of(Key(answer)));

    [Fact]
    public void OfEveryAnswerALetterOrADigitStaysHidden() => Texts.Sample(answer =>
    {
        foreach (string hint in Hints.Of(Key(answer)))
        {
            string shown = hint[(hint.IndexOf(": ", StringComparison.Ordinal) + 2)..];
            Assert.NotEqual(Plain(answer), Plain(shown));
            Assert.InRange(Letters(shown), 1, Letters(answer) - 1);
        }
    });

    [Fact]
    public void EveryLevelSaysMoreThanTheOneBefore() => Texts.Sample(answer =>
    {
        var shown = Hints.Of(Key(answer)).Select(Letters).ToList();
        Assert.Equal(shown.Distinct().Order(), shown);
    });

    [Fact]
    public void TheIdeasOfAListAreHintedTogether()
    {
        var key = Key("") with { Form = AnswerForm.List, Items = [new AnswerItem("trade", []), new AnswerItem("a", []), new AnswerItem("old aid", [])] };
        Assert.Equal("• t····\n• ·\n• o·· a··", Hints.Of(key)[0]);
        Assert.Equal("• tr···\n• ·\n• o·· a··", Hints.Of(key)[^1]);
    }

    [Fact]
    public void ACardIsHintedByTheFirstWordsOfItsPoints() => Assert.Equal(
        "4 points:\n• The war …\n• Stalin …\n• M··\n• Mao …",
        Hints.Of(Card("The war began.", "Stalin died", "Mao", "Mao 1 !!")));

    [Fact]
    public void OfEveryPointSomethingStaysHidden() => Texts.Where(text => Letters(text) > 0).Sample(text =>
    {
        string hint = Hints.Of(Card(text)).Split('\n', 2)[1];
        Assert.InRange(Letters(hint), 0, Letters(text) - 1);
    });

    [Fact]
    public void AHintIsShortHoweverLongTheCard()
    {
        var card = Card([.. Enumerable.Repeat(new string('x', 500), 100)]);
        Assert.InRange(Hints.Of(card).Length, 1, 1500);
        Assert.EndsWith("… and 80 more", Hints.Of(card), StringComparison.Ordinal);
    }

    [Fact]
    public void OneWrongOptionIsStruckOutWhereTwoAreLeft() => Gen.Select(Gen.Int[3, 4], Gen.Int[0, 3], Gen.String).Sample((options, right, where) =>
    {
        right %= options;
        int? struck = Hints.WrongOption(options, right, where);
        Assert.InRange(struck!.Value, 0, options - 1);
        Assert.NotEqual(right, struck);
        Assert.Equal(struck, Hints.WrongOption(options, right, where));
    });

    [Fact]
    public void OfTwoOptionsNoneIsStruckOut() => Assert.Null(Hints.WrongOption(2, 0, "here"));

    private static MarkingKey Key(string answer) => new() { Form = AnswerForm.Text, Answer = answer };

    private static Card Card(params string[] points) => new()
    {
        Id = new CardId("war"),
        Topic = "War",
        Front = "The war",
        Points = [.. points.Select((text, index) => new Point { Id = new PointId($"war-{index}"), Text = text })],
    };

    private static int Letters(string text) => text[(text.IndexOf(": ", StringComparison.Ordinal) + 1)..].EnumerateRunes().Count(Rune.IsLetterOrDigit);

    private static string Plain(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
