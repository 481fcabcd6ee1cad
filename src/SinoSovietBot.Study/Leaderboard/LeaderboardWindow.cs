namespace SinoSovietBot.Study.Leaderboard;

/// <summary>One window of time on which points are totalled: everything, or one day, week or month.</summary>
/// <param name="Period">Its kind.</param>
/// <param name="Start">Its first day; for <see cref="LeaderboardPeriod.All"/> the default.</param>
public readonly record struct LeaderboardWindow(LeaderboardPeriod Period, DateOnly Start)
{
    /// <summary>The window of a kind that holds a day. Weeks begin on Monday.</summary>
    public static LeaderboardWindow Of(LeaderboardPeriod period, DateOnly day) => period switch
    {
        LeaderboardPeriod.Today => new(period, day),
        LeaderboardPeriod.Week => new(period, day.AddDays(-(((int)day.DayOfWeek + 6) % 7))),
        LeaderboardPeriod.Month => new(period, new DateOnly(day.Year, day.Month, 1)),
        _ => new(LeaderboardPeriod.All, default),
    };

    /// <summary>The four windows in which a point won on a day counts.</summary>
    public static LeaderboardWindow[] Containing(DateOnly day) =>
    [
        Of(LeaderboardPeriod.All, day), Of(LeaderboardPeriod.Today, day), Of(LeaderboardPeriod.Week, day), Of(LeaderboardPeriod.Month, day),
    ];
}
