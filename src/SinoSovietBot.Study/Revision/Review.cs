using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Study.Revision;

/// <summary>One grading of one item by a member: an entry of their log.</summary>
public sealed record Review
{
    /// <summary>The item, by the variant under which its memory is stored.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The variant that was shown.</summary>
    public required ItemId Shown { get; init; }

    /// <summary>When it was graded, to the millisecond; no two reviews of an item have the same.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The learner's day at that time.</summary>
    public required DateOnly Day { get; init; }

    public required Grade Grade { get; init; }

    public required ReviewKind Kind { get; init; }

    /// <summary>In which session; null for imported ones.</summary>
    public SessionId? Session { get; init; }

    /// <summary>The memory before it, complete, so that it can be taken back.</summary>
    public required ItemMemory Before { get; init; }

    /// <summary>The memory after it; the same in cramming.</summary>
    public required ItemMemory After { get; init; }

    /// <summary>The learner's days since the review before; 0 for a first one.</summary>
    public int ElapsedDays { get; init; }

    /// <summary>From question to grade, at most <see cref="RevisionLimits.LongestAnswer"/>.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>What was typed or chosen and how it was marked; null where the member only looked.</summary>
    public MarkedAnswer? Marked { get; init; }

    /// <summary>Whether it tells something about retention: the first look at a learned item after at least a day.</summary>
    public bool TestsRetention => Kind != ReviewKind.Cram && Before.State.Phase == CardPhase.Review && ElapsedDays > 0;
}

/// <summary>What a review was for. Stored by name in lower case, so names stay.</summary>
public enum ReviewKind
{
    /// <summary>It moved the schedule.</summary>
    Scheduled,

    /// <summary>Practice that left the schedule alone.</summary>
    Cram,

    /// <summary>It happened elsewhere.</summary>
    Imported,
}

/// <summary>An answer to a question in revision.</summary>
/// <param name="Text">What was typed, or the text of the option that was chosen.</param>
/// <param name="Verdict">What the marking said.</param>
/// <param name="Overruled">The member said that it was right all the same.</param>
public sealed record MarkedAnswer(string Text, Verdict Verdict, bool Overruled);
