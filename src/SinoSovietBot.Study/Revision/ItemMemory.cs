using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Study.Revision;

/// <summary>What a member has learned of one item, and when it comes back.</summary>
public sealed record ItemMemory
{
    /// <summary>Under which of the item's variants it is stored.</summary>
    public required ItemId Item { get; init; }

    public CardState State { get; init; } = CardState.New;

    /// <summary>The last review; null for none.</summary>
    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>The learner's day of the last review; null for none.</summary>
    public DateOnly? ReviewedOn { get; init; }

    /// <summary>The learner's day on which it was last forgotten; null for never.</summary>
    public DateOnly? FailedOn { get; init; }

    /// <summary>In a step within the day, when it comes back; else null.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>In <see cref="CardPhase.Review"/>, the learner's day on which it comes back; else null.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>It does not come back until the member brings it back.</summary>
    public bool IsSuspended { get; init; }

    public bool IsNew => State.Phase == CardPhase.New;
}
