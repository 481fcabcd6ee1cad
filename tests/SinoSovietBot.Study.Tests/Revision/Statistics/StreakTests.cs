using CsCheck;
using SinoSovietBot.Study.Revision.Statistics;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision.Statistics;

public sealed class StreakTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    // The days are told by how long ago they are.
    [Theory]
    [InlineData(new int[0], 0, 0, false)]
    [InlineData(new[] { 0 }, 1, 1, true)]
    [InlineData(new[] { 0, 0, 0 }, 1, 1, true)]
    [InlineData(new[] { 1 }, 1, 1, false)]
    [InlineData(new[] { 2 }, 0, 1, false)]
    [InlineData(new[] { 0, 1, 2 }, 3, 3, true)]
    [InlineData(new[] { 1, 2, 3 }, 3, 3, false)]
    [InlineData(new[] { 0, 2, 3, 4 }, 1, 3, true)]
    [InlineData(new[] { 4, 0, 3, 2 }, 1, 3, true)]
    [InlineData(new[] { 10, 11, 12, 13, 1 }, 1, 4, false)]
    // Whoever has flown west has revised tomorrow already.
    [InlineData(new[] { -1, 0, 1 }, 3, 3, true)]
    [InlineData(new[] { -1 }, 1, 1, true)]
    public void DaysInARowCountUntilOneIsMissed(int[] daysAgo, int current, int longest, bool countsToday) =>
        Assert.Equal(new Streak(current, longest, countsToday), Streak.Of(daysAgo.Select(ago => Today.AddDays(-ago)), Today));

    [Fact]
    public void ARevisedDayNeverShortensAStreak() => Gen.Select(Gen.Int[0, 40].Array[0, 40], Gen.Int[0, 40]).Sample((daysAgo, more) =>
    {
        var before = Streak.Of(daysAgo.Select(ago => Today.AddDays(-ago)), Today);
        var after = Streak.Of(daysAgo.Append(more).Select(ago => Today.AddDays(-ago)), Today);

        Assert.True(after.Current >= before.Current && after.Longest >= before.Longest && before.Current <= before.Longest);
    });

    [Fact]
    public void AStreakIsAsLongAsTheDaysWithoutAGap() => Gen.Bool.Array[1, 30].Sample(revised =>
    {
        var streak = Streak.Of(revised.Index().Where(day => day.Item).Select(day => Today.AddDays(-day.Index)), Today);

        var alive = revised[0] ? revised : [.. revised.Skip(1)];
        Assert.Equal(alive.TakeWhile(day => day).Count(), streak.Current);
        Assert.Equal(revised[0], streak.CountsToday);
    });
}
