using Microsoft.Extensions.Time.Testing;
using SinoSovietBot.Interactions;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Interactions;

public sealed class DiscordClockTests
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider time = new(Given.Morning);
    private readonly DiscordClock clock;

    public DiscordClockTests() => clock = new DiscordClock(time);

    [Fact]
    public void BeforeTheFirstIdItIsTheBotsOwn() => Assert.Equal(Given.Morning, clock.Now);

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public void AnIdTellsTheTimeAndFromThereItGoesOn(int minutes)
    {
        clock.Saw(Given.IdAt(Given.Morning + TimeSpan.FromMinutes(minutes)));
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(Given.Morning + TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(3), clock.Now);
    }

    [Fact]
    public void AnIdThatWasLongOnItsWayDoesNotSetItBack()
    {
        clock.Saw(Given.IdAt(Given.Morning + Ahead));
        clock.Saw(Given.IdAt(Given.Morning + Ahead - TimeSpan.FromMinutes(1)));
        Assert.Equal(Given.Morning + Ahead, clock.Now);
    }

    [Fact]
    public void AFreshIdDoes()
    {
        clock.Saw(Given.IdAt(Given.Morning + Ahead));
        clock.SawFresh(Given.IdAt(Given.Morning));
        Assert.Equal(Given.Morning, clock.Now);
    }
}
