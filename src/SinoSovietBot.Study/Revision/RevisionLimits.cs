namespace SinoSovietBot.Study.Revision;

/// <summary>The fixed numbers of revision. Ranges are inclusive.</summary>
public static class RevisionLimits
{
    public const int MinCount = 1;
    public const int DefaultCount = 10;
    public const int MaxCount = 50;

    /// <summary>Forgotten so often after it was learned, an item is a leech: it is suspended, and again every <see cref="LeechAgainAfter"/> lapses.</summary>
    public const int LeechLapses = 8;
    public const int LeechAgainAfter = 4;

    /// <summary>For how many days what was forgotten counts as missed.</summary>
    public const int MissedDays = 14;

    /// <summary>The look ahead by which the weakest items are told.</summary>
    public const int WeakLookAheadDays = 7;

    /// <summary>How long before its time a step within the day may come when nothing else is left.</summary>
    public static readonly TimeSpan LearnAhead = TimeSpan.FromMinutes(20);

    /// <summary>An answer that takes longer was interrupted by something else.</summary>
    public static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    /// <summary>The step within the day, of new and of forgotten items alike.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(10);
}
