using System.Globalization;
using SinoSovietBot.Study.Leaderboard;
using Xunit;

namespace SinoSovietBot.Study.Tests.Leaderboard;

public sealed class LeaderboardWindowTests
{
    [Theory]
    [InlineData("2026-03-02", "2026-03-02")] // a Monday
    [InlineData("2026-03-03", "2026-03-02")]
    [InlineData("2026-03-07", "2026-03-02")]
    [InlineData("2026-03-08", "2026-03-02")] // a Sunday
    [InlineData("2026-03-01", "2026-02-23")] // over the end of a month
    [InlineData("2027-01-03", "2026-12-28")] // over the end of a year
    [InlineData("2024-03-03", "2024-02-26")] // over a leap day
    public void WeeksBeginOnMonday(string day, string start) =>
        Assert.Equal(Day(start), LeaderboardWindow.Of(LeaderboardPeriod.Week, Day(day)).Start);

    [Theory]
    [InlineData("2026-03-01", "2026-03-01")]
    [InlineData("2026-03-31", "2026-03-01")]
    [InlineData("2024-02-29", "2024-02-01")]
    [InlineData("2026-12-31", "2026-12-01")]
    [InlineData("2027-01-01", "2027-01-01")]
    public void MonthsBeginOnTheFirst(string day, string start) =>
        Assert.Equal(Day(start), LeaderboardWindow.Of(LeaderboardPeriod.Month, Day(day)).Start);

    [Fact]
    public void ADayIsItself() =>
        Assert.Equal(Day("2026-12-31"), LeaderboardWindow.Of(LeaderboardPeriod.Today, Day("2026-12-31")).Start);

    [Fact]
    public void AllTimeIsOneWindow() =>
        Assert.Equal(LeaderboardWindow.Of(LeaderboardPeriod.All, Day("1949-10-01")), LeaderboardWindow.Of(LeaderboardPeriod.All, Day("2026-03-02")));

    [Fact]
    public void APointCountsInOneWindowOfEachKind()
    {
        var day = Day("2027-01-01"); // a Friday
        Assert.Equal(
            [
                new LeaderboardWindow(LeaderboardPeriod.All, default),
                new LeaderboardWindow(LeaderboardPeriod.Today, day),
                new LeaderboardWindow(LeaderboardPeriod.Week, Day("2026-12-28")),
                new LeaderboardWindow(LeaderboardPeriod.Month, day),
            ],
            LeaderboardWindow.Containing(day));
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
