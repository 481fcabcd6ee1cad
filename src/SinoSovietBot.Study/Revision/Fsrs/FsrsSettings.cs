using System.Collections.Immutable;

namespace SinoSovietBot.Study.Revision.Fsrs;

/// <summary>How a member wants to be scheduled.</summary>
public sealed record FsrsSettings
{
    public const double MinRetention = 0.70;
    public const double MaxRetention = 0.97;
    public const double DefaultRetention = 0.90;
    public const int LongestInterval = 36_500;

    private readonly double retention = DefaultRetention;
    private readonly int maxIntervalDays = LongestInterval;

    public static FsrsSettings Default { get; } = new();

    public FsrsWeights Weights { get; init; } = FsrsWeights.Default;

    /// <summary>The wanted chance to remember on the day a card comes back: <see cref="MinRetention"/> to <see cref="MaxRetention"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Any other value.</exception>
    public double Retention
    {
        get => retention;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, MinRetention);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxRetention);
            retention = value;
        }
    }

    /// <summary>No card stays away longer: 1 to <see cref="LongestInterval"/> days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Any other value.</exception>
    public int MaxIntervalDays
    {
        get => maxIntervalDays;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestInterval);
            maxIntervalDays = value;
        }
    }

    /// <summary>After how long a new card is shown again within the day, step by step; each below a day.</summary>
    public ImmutableArray<TimeSpan> LearningSteps { get; init; } = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)];

    /// <summary>The same for a card that was forgotten.</summary>
    public ImmutableArray<TimeSpan> RelearningSteps { get; init; } = [TimeSpan.FromMinutes(10)];

    /// <summary>
    /// Whether a better grade waits at least a day longer, as in the reference. Without, it only never waits less: where intervals are short, each day
    /// more costs points of retention.
    /// </summary>
    public bool PartsGrades { get; init; } = true;

    /// <summary>Whether cards are shown again within the day at all. Without, every review is scheduled in days.</summary>
    public bool HasStepsWithinDay { get; init; } = true;
}
