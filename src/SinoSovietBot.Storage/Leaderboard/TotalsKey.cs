using SinoSovietBot.Study.Leaderboard;

namespace SinoSovietBot.Storage.Leaderboard;

/// <summary>How windows and decks are written in the table of totals.</summary>
internal static class TotalsKey
{
    /// <summary>The deck key of all decks together; real decks are numbered from 1.</summary>
    public const long AllDecks = 0;

    /// <summary>The kind times 100,000,000 plus the first day as yyyymmdd.</summary>
    public static long Of(LeaderboardWindow window) => window.Period switch
    {
        LeaderboardPeriod.All => 0,
        LeaderboardPeriod.Today => 100_000_000 + Day(window.Start),
        LeaderboardPeriod.Week => 200_000_000 + Day(window.Start),
        LeaderboardPeriod.Month => 300_000_000 + Day(window.Start),
        _ => throw new ArgumentOutOfRangeException(nameof(window), window, "Not one of the periods."),
    };

    private static long Day(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;
}
