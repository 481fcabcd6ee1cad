using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Storage.Revision;

/// <summary>How the enums of revision stand in columns: in words and numbers that outlive a renaming or a new order.</summary>
internal static class RevisionWords
{
    public static string Write(RevisionMode mode) => mode switch
    {
        RevisionMode.Due => "due",
        RevisionMode.New => "new",
        RevisionMode.Missed => "missed",
        RevisionMode.Weak => "weak",
        RevisionMode.Cram => "cram",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not one of the modes."),
    };

    public static RevisionMode ReadMode(string word) => word switch
    {
        "due" => RevisionMode.Due,
        "new" => RevisionMode.New,
        "missed" => RevisionMode.Missed,
        "weak" => RevisionMode.Weak,
        "cram" => RevisionMode.Cram,
        _ => throw new FormatException($"A session has a mode, '{word}', that this program does not know."),
    };

    public static string Write(RevisionStyle style) => style switch
    {
        RevisionStyle.Cards => "cards",
        RevisionStyle.Questions => "questions",
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "Not one of the styles."),
    };

    public static RevisionStyle ReadStyle(string word) => word switch
    {
        "cards" => RevisionStyle.Cards,
        "questions" => RevisionStyle.Questions,
        _ => throw new FormatException($"A member revises in a style, '{word}', that this program does not know."),
    };

    public static string Write(ReviewKind kind) => kind switch
    {
        ReviewKind.Scheduled => "scheduled",
        ReviewKind.Cram => "cram",
        ReviewKind.Imported => "imported",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not one of the kinds."),
    };

    public static ReviewKind ReadKind(string word) => word switch
    {
        "scheduled" => ReviewKind.Scheduled,
        "cram" => ReviewKind.Cram,
        "imported" => ReviewKind.Imported,
        _ => throw new FormatException($"A review has a kind, '{word}', that this program does not know."),
    };

    public static int Write(CardPhase phase) => phase switch
    {
        CardPhase.New => 0,
        CardPhase.Learning => 1,
        CardPhase.Review => 2,
        CardPhase.Relearning => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Not one of the phases."),
    };

    public static CardPhase ReadPhase(int number) => number switch
    {
        0 => CardPhase.New,
        1 => CardPhase.Learning,
        2 => CardPhase.Review,
        3 => CardPhase.Relearning,
        _ => throw new FormatException($"An item is in a phase, {number}, that this program does not know."),
    };

    public static Grade ReadGrade(int number) => number is >= (int)Grade.Again and <= (int)Grade.Easy
        ? (Grade)number
        : throw new FormatException($"A review has a grade, {number}, that this program does not know.");
}
