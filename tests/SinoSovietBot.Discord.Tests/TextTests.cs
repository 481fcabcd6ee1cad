using CsCheck;

namespace SinoSovietBot.Discord.Tests;

public sealed class TextTests
{
    private static readonly Gen<string> _texts = Gen.OneOf(
        Gen.String[Gen.Char["ab ,.\n"], 0, 60],
        Gen.String[0, 60],
        Gen.OneOf("😀", "é", "毛", " ", "word").Array[0, 30].Select(string.Concat));

    [Fact]
    public void CutTextFitsAndIsABeginningOfTheText() => Gen.Select(_texts, Gen.Int[0, 70]).Sample((text, max) =>
    {
        string cut = Text.Cut(text, max);
        Assert.True(cut.Length <= max);
        if (text.Length <= max) Assert.Equal(text, cut);
        else if (max > 0) Assert.True(cut[^1] == '…' && text.StartsWith(cut[..^1], StringComparison.Ordinal));
    });

    [Fact]
    public void CutNeverSplitsASurrogatePair() => Gen.Select(Gen.OneOf("😀", "a", " ").Array[0, 20], Gen.Int[0, 20]).Sample((parts, max) =>
    {
        string cut = Text.Cut(string.Concat(parts), max);
        for (int i = 0; i < cut.Length; i++)
        {
            if (char.IsHighSurrogate(cut[i])) Assert.True(i + 1 < cut.Length && char.IsLowSurrogate(cut[++i]));
            else Assert.False(char.IsLowSurrogate(cut[i]));
        }
    });

    [Theory]
    [InlineData("The Sino-Soviet split", 16, "The Sino-Soviet…")]
    [InlineData("The Sino-Soviet split", 15, "The Sino-Sovie…")]
    [InlineData("The Sino-Soviet split", 17, "The Sino-Soviet…")]
    [InlineData("Incomprehensibilities", 10, "Incompreh…")]
    [InlineData("abc", 1, "…")]
    [InlineData("abc", 0, "")]
    public void CutFallsBetweenWordsWhereOneEndsInTheSecondHalf(string text, int max, string expected) => Assert.Equal(expected, Text.Cut(text, max));
}
