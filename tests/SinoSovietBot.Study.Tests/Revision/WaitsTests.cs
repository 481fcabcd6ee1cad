using SinoSovietBot.Study.Revision;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

public class WaitsTests
{
    [Theory]
    [InlineData(0, "1 min", "1 minute")]
    [InlineData(10, "10 min", "10 minutes")]
    [InlineData(59, "59 min", "59 minutes")]
    [InlineData(60, "1 h", "1 hour")]
    [InlineData(200, "3 h", "3 hours")]
    [InlineData(23 * 60, "23 h", "23 hours")]
    [InlineData(1440, "1 d", "1 day")]
    [InlineData(4 * 1440, "4 d", "4 days")]
    [InlineData(30 * 1440, "30 d", "30 days")]
    [InlineData(31 * 1440, "1 mo", "1 month")]
    [InlineData(97 * 1440, "3.2 mo", "3.2 months")]
    [InlineData(365 * 1440, "12 mo", "12 months")]
    [InlineData(366 * 1440, "1 y", "1 year")]
    [InlineData(511 * 1440, "1.4 y", "1.4 years")]
    [InlineData(36_500 * 1440, "99.9 y", "99.9 years")]
    public void AWaitIsWrittenInItsLargestUnit(int minutes, string onButton, string inWords)
    {
        Assert.Equal(onButton, Waits.OnButton(TimeSpan.FromMinutes(minutes)));
        Assert.Equal(inWords, Waits.InWords(TimeSpan.FromMinutes(minutes)));
    }
}
