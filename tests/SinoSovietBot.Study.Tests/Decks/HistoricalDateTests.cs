using SinoSovietBot.Study.Decks;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks;

public sealed class HistoricalDateTests
{
    [Theory]
    [InlineData("1950")]
    [InlineData("1950-02")]
    [InlineData("1950-02-14")]
    [InlineData("c. 1958")]
    [InlineData("c. 1958-03")]
    [InlineData("0476")]
    [InlineData("1956-02-29")]
    public void TheFormOfTheFilesIsReadAndWritten(string text)
    {
        Assert.True(HistoricalDate.TryParse(text, out var date));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("50")]
    [InlineData("1950-13")]
    [InlineData("1950-00")]
    [InlineData("1950-2-14")]
    [InlineData("1950-04-31")]
    [InlineData("1957-02-29")]
    [InlineData("1950-02-14\n")]
    [InlineData("1950–53")]
    [InlineData("ca. 1950")]
    [InlineData("١٩٥٠")]
    public void AnythingElseIsNoDate(string text) => Assert.False(HistoricalDate.TryParse(text, out _));
}
