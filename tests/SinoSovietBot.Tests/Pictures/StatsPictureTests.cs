using SinoSovietBot.Pictures;
using SinoSovietBot.Revision.Statistics;
using SkiaSharp;

namespace SinoSovietBot.Tests.Pictures;

public class StatsPictureTests
{
    [Fact]
    public void ItIsAPngOfItsSize()
    {
        using var bitmap = SKBitmap.Decode(Sample.Picture(Sample.Of()));
        Assert.Equal((StatsPicture.Width, StatsPicture.Height), (bitmap.Width, bitmap.Height));
    }

    [Fact]
    public void TheSameStatisticsGiveTheSameBytes() => Assert.Equal(Sample.Picture(Sample.Of()), Sample.Picture(Sample.Of()));

    [Fact]
    public void OtherStatisticsGiveAnotherPicture() => Assert.NotEqual(Sample.Picture(Sample.Of()), Sample.Picture(Sample.Of(scale: 2)));

    // Nothing at all, one topic, as many as there are rows, more, and figures that no deck has.
    [Theory]
    [InlineData(1, 0, "")]
    [InlineData(1, 1, "A")]
    [InlineData(8, 1, null)]
    [InlineData(9, 1, null)]
    [InlineData(60, 1, null)]
    [InlineData(60, 1000, "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")]
    [InlineData(3, 5_000_000, "毛泽东 🙂 \u202E")]
    public void NoTextOverlapsAnotherOrLeavesThePicture(int topics, int scale, string? topic)
    {
        var stats = Sample.Of(topics, scale, topic);
        StatsPicture.Draw(StatsMessages.PictureText(new string('W', 300), stats), stats, out var texts);

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.True(SKRect.Create(StatsPicture.Width, StatsPicture.Height).Contains(text), $"{text} leaves the picture."));
        for (int one = 0; one < texts.Count; one++)
        {
            for (int other = one + 1; other < texts.Count; other++)
                Assert.False(texts[one].IntersectsWith(texts[other]), $"{texts[one]} and {texts[other]} overlap.");
        }
    }

    [Theory]
    [InlineData("Sino-Soviet relations, 1949–76: “Détente”, naïve façade, Łódź — £5 … · • ’")]
    [InlineData("Máo Zédōng, Zhōu Ēnlái, Zhēnbǎo, Lǐ Xiānniàn, lǜ, nǚ, ǎǐǒǔǚ")]
    [InlineData("Хрущёв, Брежнев, Даманский, Косыгин, Їжак")]
    public void TheLettersAreThere(string text) => Assert.Equal(text, PictureFonts.Showable(text));

    [Fact]
    public void EveryCharacterOfTheDecksCanBeDrawn()
    {
        string decks = Path.Combine(AppContext.BaseDirectory, "decks");
        var lacking = Directory.EnumerateFiles(decks, "*.yaml", SearchOption.AllDirectories)
            .SelectMany(File.ReadAllText)
            .Distinct()
            .Where(character => !char.IsControl(character) && PictureFonts.Showable(character.ToString()) != character.ToString());
        Assert.Empty(lacking);
    }

    [Theory]
    [InlineData("毛泽东", "?")]
    [InlineData("Mao 毛泽东 🙂", "Mao ? ?")]
    public void WhatTheLettersLackIsAQuestionMark(string text, string shown) => Assert.Equal(shown, PictureFonts.Showable(text));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    [InlineData(9, 5)]
    [InlineData(21, 10)]
    [InlineData(1999, 500)]
    public void TheAxisHasRoundSteps(double most, int step) => Assert.Equal(step, ForecastChart.AxisStep(most));
}
