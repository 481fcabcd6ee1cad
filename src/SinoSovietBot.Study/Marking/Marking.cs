namespace SinoSovietBot.Study.Marking;

/// <summary>What a typed answer is worth, and why.</summary>
/// <param name="Verdict">Right, partly right, on the way, or wrong.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Raw">What the member typed, unchanged.</param>
/// <param name="Normalised">What was compared; empty where nothing was (nothing typed, or far too much).</param>
/// <param name="Right">Of a list, the ideas found; of an order, the pairs in the right order; else 1 or 0.</param>
/// <param name="Asked">Of a list, the ideas asked for; of an order, all its pairs; else 1.</param>
/// <param name="Note">Something to tell the member beside the verdict, or null.</param>
public sealed record Marking(Verdict Verdict, MarkingRule Rule, string Raw, string Normalised, int Right, int Asked, string? Note = null);

/// <summary>The outcome of marking.</summary>
public enum Verdict
{
    Right,

    /// <summary>Some ideas of a list, but fewer than its pass mark; some pairs of an order, but not all.</summary>
    Partly,

    /// <summary>On the way but not enough: the member may try once more for free.</summary>
    Vague,
    Wrong,
}

/// <summary>The rule that decided. Stored with answers by name, so names stay.</summary>
public enum MarkingRule
{
    /// <summary>No letter and no digit.</summary>
    Empty,

    /// <summary>Longer than <see cref="MarkingLimits"/> allows.</summary>
    TooLong,

    /// <summary>The expected or an accepted wording.</summary>
    Exact,

    /// <summary>The same in other words: another romanisation, initials, a title or a generic noun more or less.</summary>
    Equivalent,

    /// <summary>A small slip of spelling.</summary>
    Spelling,

    /// <summary>Compared as a number with its unit.</summary>
    Number,

    /// <summary>Compared as a date, at the precision asked for.</summary>
    Date,

    /// <summary>A wording that the author rejects.</summary>
    Rejected,

    /// <summary>A wording that the author calls vague.</summary>
    Vague,

    /// <summary>Several alternatives of which not all are right.</summary>
    SeveralAnswers,

    /// <summary>It says that something is not so.</summary>
    Negated,

    /// <summary>A spelling as near to another answer or name as to the right one.</summary>
    NearAnother,

    /// <summary>The ideas of a list were counted.</summary>
    ListIdeas,

    /// <summary>The pairs of an order were compared.</summary>
    OrderPairs,

    /// <summary>An item of an order is missing, doubled or not to be made out.</summary>
    OrderIncomplete,

    /// <summary>Nothing fitted.</summary>
    NoMatch,
}
