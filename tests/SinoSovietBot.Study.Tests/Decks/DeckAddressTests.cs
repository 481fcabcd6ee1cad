using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks;

public class DeckAddressTests
{
    [Theory]
    [InlineData("cold-war", null, "cold-war")]
    [InlineData("cold-war", 9000UL, "9000/cold-war")]
    [InlineData("2", ulong.MaxValue, "18446744073709551615/2")]
    public void AnAddressIsReadBackAsItWasWritten(string deck, ulong? server, string written)
    {
        var address = new DeckAddress(new DeckId(deck), server is { } id ? new ServerId(id) : null);
        Assert.Equal(written, address.ToString());
        Assert.Equal(address, DeckAddress.Parse(written));
    }

    [Fact]
    public void AnIdAloneIsOneOfTheBotsOwnDecks() => Assert.Equal(new DeckAddress(new DeckId("cold-war")), new DeckId("cold-war"));

    [Fact]
    public void TwoServersDecksOfOneIdAreTwo() => Assert.NotEqual(
        new DeckAddress(new DeckId("cold-war"), new ServerId(1)), new DeckAddress(new DeckId("cold-war"), new ServerId(2)));
}
