using System.Globalization;

namespace SinoSovietBot.Interactions;

/// <summary>Those of exams; their letters begin with an s, like those of <c>/study</c>.</summary>
public abstract partial record ComponentId
{
    /// <summary>Sets how the presser revises to what the forecast of an exam advises.</summary>
    public sealed record TakePlan(int NewPerDay, int ReviewsPerDay, int RetentionPercent) : ComponentId;

    private static TakePlan? ParseExam(string[] parts) =>
        parts is [_, "sp", var fresh, var reviews, var percent]
        && Number(fresh) is { } newPerDay && Number(reviews) is { } reviewsPerDay && Number(percent) is { } retention
            ? new TakePlan(newPerDay, reviewsPerDay, retention)
            : null;

    private string? WriteExam() => this is TakePlan plan
        ? string.Create(CultureInfo.InvariantCulture, $"{Version}:sp:{plan.NewPerDay}:{plan.ReviewsPerDay}:{plan.RetentionPercent}")
        : null;
}
