using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>What came of opening a package for its log.</summary>
/// <param name="Log">The log, or null when it cannot be read.</param>
/// <param name="Fault">Why it cannot be read: a sentence that says what to do; null when it can.</param>
public sealed record AnkiLogReading(AnkiLog? Log, string? Fault);

/// <summary>The notes of a package, and all answers to their cards.</summary>
/// <param name="Notes">In the order of their making.</param>
/// <param name="Reviews">By their times; perhaps none.</param>
public sealed record AnkiLog(ImmutableArray<AnkiNote> Notes, ImmutableArray<AnkiReview> Reviews);

/// <summary>One entry of the log, as it stands in the file: nothing in it has been checked.</summary>
/// <param name="Note">Which of the notes.</param>
/// <param name="Card">Which of the note's cards, 0 for the first.</param>
/// <param name="At">When, in milliseconds since 1970.</param>
/// <param name="Ease">The button, 1 to 4; 0 where nothing was answered.</param>
/// <param name="Type">What it was for; see <see cref="AnkiReviewType"/>.</param>
/// <param name="Factor">In thousandths; 0 where the schedule was left alone.</param>
/// <param name="Took">In milliseconds.</param>
public readonly record struct AnkiReview(int Note, long Card, long At, long Ease, long Type, long Factor, long Took);

/// <summary>Anki's numbers for what a review was for.</summary>
public static class AnkiReviewType
{
    public const long Learn = 0;
    public const long Review = 1;
    public const long Relearn = 2;
    public const long Filtered = 3;
    public const long Manual = 4;
    public const long Rescheduled = 5;
}
