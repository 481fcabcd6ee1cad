using System.Collections.Immutable;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Study.Revision.Settings;

/// <summary>Makes settings of what a member typed. Pure, but for the time zones that the machine knows.</summary>
public static class SettingsRules
{
    public const int MinRetentionPercent = 70;
    public const int MaxRetentionPercent = 97;

    /// <summary>How many names of zones are offered in the place of a wrong one.</summary>
    public const int OfferedZones = 3;

    private static readonly FsrsFormulas Formulas = new(FsrsWeights.Default);

    /// <summary>The settings after a change, or the first thing that is wrong with it: then nothing of it counts.</summary>
    public static SettingsReading Read(LearnerSettings before, TypedSettings typed, TimeZoneBook zones, DateTimeOffset now)
    {
        var outside = Outside("new-per-day", typed.NewPerDay, 0, LearnerSettings.MaxNewPerDay)
            ?? Outside("reviews-per-day", typed.ReviewsPerDay, LearnerSettings.MinReviewsPerDay, LearnerSettings.MaxReviewsPerDay)
            ?? Outside("retention", typed.Retention, MinRetentionPercent, MaxRetentionPercent);
        if (outside is not null)
            return outside;
        string? zone = typed.TimeZone is { } name ? zones.Find(name) : before.TimeZone;
        if (typed.TimeZone is { } unknown && zone is null)
            return new SettingsReading.UnknownZone(unknown, zones.Nearest(unknown, now, OfferedZones));
        var dayStart = typed.DayStart is { } time ? ClockTime.Read(time) : before.DayStart;
        if (dayStart is null)
            return new SettingsReading.NoTime("day-start", typed.DayStart!);
        return new SettingsReading.Read(before with
        {
            NewPerDay = (int)(typed.NewPerDay ?? before.NewPerDay),
            ReviewsPerDay = (int)(typed.ReviewsPerDay ?? before.ReviewsPerDay),
            // Divided, not multiplied by a hundredth: 0.97 must not become a little more than the greatest that is allowed.
            Retention = typed.Retention is { } percent ? percent / 100.0 : before.Retention,
            FourButtons = typed.FourButtons ?? before.FourButtons,
            Style = typed.Style ?? before.Style,
            TypesAnswers = typed.TypesAnswers ?? before.TypesAnswers,
            TimeZone = zone,
            DayStart = dayStart.Value,
        });
    }

    /// <summary>How many times as many reviews a retention asks for as the default does, by the length of the intervals.</summary>
    public static double ReviewsComparedToDefault(double retention) =>
        Formulas.Interval(FsrsSettings.DefaultRetention, 1) / Formulas.Interval(retention, 1);

    private static SettingsReading.OutOfRange? Outside(string option, long? typed, int min, int max) =>
        typed is { } number && (number < min || number > max) ? new SettingsReading.OutOfRange(option, number, min, max) : null;
}

/// <summary>What came of reading settings; a closed family.</summary>
public abstract record SettingsReading
{
    private SettingsReading()
    {
    }

    public sealed record Read(LearnerSettings Settings) : SettingsReading;

    /// <param name="Option">The option's name.</param>
    /// <param name="Typed">What was typed.</param>
    /// <param name="Min">The least that is allowed.</param>
    /// <param name="Max">The most that is allowed.</param>
    public sealed record OutOfRange(string Option, long Typed, int Min, int Max) : SettingsReading;

    /// <param name="Typed">What was typed.</param>
    /// <param name="Nearest">What may have been meant; perhaps nothing.</param>
    public sealed record UnknownZone(string Typed, ImmutableArray<string> Nearest) : SettingsReading;

    /// <param name="Option">The option's name.</param>
    /// <param name="Typed">What was typed.</param>
    public sealed record NoTime(string Option, string Typed) : SettingsReading;
}
