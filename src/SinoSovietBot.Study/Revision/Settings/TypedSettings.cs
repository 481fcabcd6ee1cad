namespace SinoSovietBot.Study.Revision.Settings;

/// <summary>What a member asked to change, as it was typed; null for what stays.</summary>
public sealed record TypedSettings
{
    public long? NewPerDay { get; init; }

    public long? ReviewsPerDay { get; init; }

    /// <summary>In per cent.</summary>
    public long? Retention { get; init; }

    public bool? FourButtons { get; init; }

    public RevisionStyle? Style { get; init; }

    public bool? TypesAnswers { get; init; }

    public string? TimeZone { get; init; }

    public string? DayStart { get; init; }

    /// <summary>Nothing is to be changed.</summary>
    public bool IsEmpty => this == new TypedSettings();
}
