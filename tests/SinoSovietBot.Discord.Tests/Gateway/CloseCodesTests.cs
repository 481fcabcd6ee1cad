using SinoSovietBot.Discord.Gateway;

namespace SinoSovietBot.Discord.Tests.Gateway;

public sealed class CloseCodesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1006)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(4999)]
    public void CodeThatSaysNothingAgainstTheSessionIsResumed(int? code) =>
        Assert.IsType<GatewayEnding.Resume>(CloseCodes.Ending(code, "Discord:Token"));

    [Theory]
    [InlineData(4003)]
    [InlineData(4006)]
    [InlineData(4007)]
    [InlineData(4009)]
    public void CodeThatEndsTheSessionNeedsANewOne(int code) =>
        Assert.IsType<GatewayEnding.Identify>(CloseCodes.Ending(code, "Discord:Token"));

    [Theory]
    [InlineData(4004, "Bot:Secret")]
    [InlineData(4010, "shard")]
    [InlineData(4011, "sharding")]
    [InlineData(4012, "newer version")]
    [InlineData(4013, "intents")]
    [InlineData(4014, "developer portal")]
    public void CodeThatTryingAgainCannotMendStopsWithASentence(int code, string named)
    {
        var refused = Assert.IsType<GatewayEnding.Refused>(CloseCodes.Ending(code, "Bot:Secret"));
        Assert.Contains(named, refused.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Sentence, StringComparison.Ordinal);
    }
}
