namespace SinoSovietBot.Study.Leaderboard;

/// <summary>The window of a board.</summary>
public enum LeaderboardPeriod
{
    All,
    Today,

    /// <summary>Since Monday.</summary>
    Week,

    /// <summary>Since the first of the month.</summary>
    Month,
}
