using SinoSovietBot.Benchmarks.Retention;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

/// <summary>The promise of revision, in small; the bench <c>retention</c> shows it with a thousand learners.</summary>
public sealed class RetentionTests
{
    [Theory]
    [InlineData(0.80)]
    [InlineData(0.90)]
    [InlineData(0.95)]
    public void LearnersRememberAsMuchAsTheyAskedFor(double target)
    {
        var tally = new Simulation { Learners = 24, Days = 150, Retention = target, Seed = 1 }.Run();

        Assert.InRange(tally.TrueRetention, target - 0.02, target + 0.02);
        Assert.True(tally.Tested > 2_000, $"Only {tally.Tested} reviews.");
    }

    [Fact]
    public void TheSameSeedGivesTheSameFigures()
    {
        var plan = new Simulation { Learners = 5, Days = 30, Retention = 0.9, Seed = 7 };

        Assert.Equal(plan.Run(), plan.Run());
        Assert.NotEqual(plan.Run(), (plan with { Seed = 8 }).Run());
    }
}
