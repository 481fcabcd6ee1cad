using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks;

/// <summary>One fact or judgement on the back of a card.</summary>
public sealed record Point
{
    public required PointId Id { get; init; }

    /// <summary>What is taught: a full sentence.</summary>
    public required string Text { get; init; }

    /// <summary>The wording of the source, where it differs from <see cref="Text"/>; else null.</summary>
    public string? SourceText { get; init; }

    /// <summary>What is wrong with the source and what is right, shown wherever the point is; null where the source can stand.</summary>
    public string? Correction { get; init; }

    /// <summary>How far questions may rest on this point.</summary>
    public AskPolicy Ask { get; init; } = AskPolicy.Ask;

    /// <summary>When it happened, or null.</summary>
    public HistoricalDate? Date { get; init; }

    public ImmutableArray<Point> Points { get; init; } = [];

    /// <summary>This point, then its sub-points, depth first.</summary>
    public IEnumerable<Point> WithDescendants() => Points.SelectMany(point => point.WithDescendants()).Prepend(this);
}

/// <summary>
/// How far questions may rest on a point. In files: <c>ask</c>, <c>ask-soft</c>, <c>ask-attributed</c>, <c>ask-corrected</c>, <c>never-ask</c>.
/// </summary>
public enum AskPolicy
{
    /// <summary>May be stem, key or distractor.</summary>
    Ask,

    /// <summary>Only the safe core, as the point's text has it.</summary>
    AskSoft,

    /// <summary>Only as somebody's view: "according to the card", "one argument is".</summary>
    AskAttributed,

    /// <summary>The key is the corrected fact; the source's wording only as a statement to be judged false.</summary>
    AskCorrected,

    /// <summary>Shown with its note; in no question.</summary>
    NeverAsk,
}
