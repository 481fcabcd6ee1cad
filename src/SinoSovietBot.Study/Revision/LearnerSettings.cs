using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Study.Revision;

/// <summary>How a member wants to revise. Ranges are inclusive; whoever makes one from what a member typed checks them first.</summary>
public sealed record LearnerSettings
{
    public const int MaxNewPerDay = 100;
    public const int MinReviewsPerDay = 10;
    public const int MaxReviewsPerDay = 500;

    public static LearnerSettings Default { get; } = new();

    /// <summary>New items a day in each deck: 0 to <see cref="MaxNewPerDay"/>.</summary>
    public int NewPerDay { get; init; } = 10;

    /// <summary>Items that come back a day in each deck: <see cref="MinReviewsPerDay"/> to <see cref="MaxReviewsPerDay"/>.</summary>
    public int ReviewsPerDay { get; init; } = 100;

    /// <summary>The wanted chance to remember: <see cref="FsrsSettings.MinRetention"/> to <see cref="FsrsSettings.MaxRetention"/>.</summary>
    public double Retention { get; init; } = FsrsSettings.DefaultRetention;

    /// <summary>Hard and Easy beside Again and Good.</summary>
    public bool FourButtons { get; init; }

    public RevisionStyle Style { get; init; }

    /// <summary>The form for typing opens by the first button instead of the answer.</summary>
    public bool TypesAnswers { get; init; }

    /// <summary>An IANA time zone that this machine knows, or null for that of the bot's operator.</summary>
    public string? TimeZone { get; init; }

    /// <summary>When a day begins.</summary>
    public TimeOnly DayStart { get; init; } = StudyCalendar.DefaultDayStart;

    /// <summary>The deck last revised, or null.</summary>
    public DeckAddress? LastDeck { get; init; }

    /// <summary>The member's days.</summary>
    /// <param name="operatorZone">Used where the member has named no zone, or one that this machine no longer knows.</param>
    public StudyCalendar Calendar(TimeZoneInfo operatorZone) =>
        new(TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : operatorZone, DayStart);
}
