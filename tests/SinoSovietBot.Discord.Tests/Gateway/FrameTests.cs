using System.Text;
using System.Text.Json;
using SinoSovietBot.Discord.Gateway;

namespace SinoSovietBot.Discord.Tests.Gateway;

public sealed class FrameTests
{
    [Theory]
    [InlineData("""{"t":"X","s":5,"op":0,"d":{"a":[1,{}]}}""")]
    [InlineData("""{"op":0,"d":{"a":[1,{}]},"s":5,"t":"X"}""")]
    [InlineData("""{"d":{"a":[1,{}]},"extra":{"d":{}},"t":"X","op":0,"s":5}""")]
    public void HeadIsReadInAnyOrder(string json)
    {
        Frame frame = Frame.Read(Encoding.UTF8.GetBytes(json));
        Assert.Equal((0, 5L, "X"), (frame.Op, frame.Sequence, Encoding.UTF8.GetString(frame.Name)));
        Assert.StartsWith("{\"a\"", Encoding.UTF8.GetString(frame.Data), StringComparison.Ordinal);
    }

    [Fact]
    public void PayloadOfAnEventIsNotLookedAt()
    {
        Frame frame = Frame.Read("""{"t":"X","s":5,"op":0,"d":{"broken":"""u8);
        Assert.Equal(5, frame.Sequence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"op":"0"}""")]
    [InlineData("""{"op":0,"t":{"a":1},"s":"x"}""")]
    public void WhatIsNoFrameIsRefused(string json) => Assert.ThrowsAny<JsonException>(() => Frame.Read(Encoding.UTF8.GetBytes(json)));
}
