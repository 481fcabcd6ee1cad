using System.Globalization;

namespace SinoSovietBot.Interactions;

/// <summary>Those of <c>/study</c>; their letters begin with an s.</summary>
public abstract partial record ComponentId
{
    /// <summary>Sets how the presser revises to what the forecast of an exam advises.</summary>
    public sealed record TakePlan(int NewPerDay, int ReviewsPerDay, int RetentionPercent) : ComponentId;

    private static ComponentId? ParseStudy(string[] parts) => (parts[1], parts.Length) switch
    {
        ("sp", 5) when Number(parts[2]) is { } fresh && Number(parts[3]) is { } reviews && Number(parts[4]) is { } percent =>
            new TakePlan(fresh, reviews, percent),
        _ => null,
    };

    private string? WriteStudy() => this switch
    {
        TakePlan plan => string.Create(
            CultureInfo.InvariantCulture, $"{Version}:sp:{plan.NewPerDay}:{plan.ReviewsPerDay}:{plan.RetentionPercent}"),
        _ => null,
    };
}
