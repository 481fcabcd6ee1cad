namespace SinoSovietBot.EndToEnd.Scenarios.Faults;

/// <summary>How a class plays in one row of the fault matrix.</summary>
internal sealed record FaultRow
{
    public int Questions { get; init; } = 3;

    /// <summary>In what time the members of the class press, round by round.</summary>
    public TimeSpan Spread { get; init; } = TimeSpan.FromMilliseconds(900);

    /// <summary>What goes wrong when a third of that time is over.</summary>
    public IReadOnlyList<object> Faults { get; init; } = [];

    /// <summary>In which rounds, from 1; in all when left out.</summary>
    public IReadOnlyList<int> Rounds { get; init; } = [];

    /// <summary>How long an answer of the bot is on its way.</summary>
    public TimeSpan Latency { get; init; }
}
