using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.Cards;

/// <summary>The words with which members say how they want to revise.</summary>
internal static class CardWords
{
    /// <summary>What can be revised, each with a word of explanation.</summary>
    public static ImmutableArray<Suggestion> Modes { get; } =
    [
        new("Due: what comes back today, then new ones", "due"),
        new("New: only what you have not seen yet", "new"),
        new("Missed: what you lately forgot, here or in a class quiz", "missed"),
        new("Weak: what you are likeliest to forget soon", "weak"),
        new("Cram: anything, and the schedule stays as it is", "cram"),
    ];

    public static ImmutableArray<Suggestion> Styles { get; } =
    [
        new("Whole cards: front, then back", "cards"), new("Questions, which are marked", "questions"),
    ];

    /// <summary>The mode of a word; <see cref="RevisionMode.Due"/> where none was said.</summary>
    public static RevisionMode ModeOf(string? word) =>
        Enum.TryParse<RevisionMode>(word, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : RevisionMode.Due;

    /// <summary>The style of a word; null where none was said.</summary>
    public static RevisionStyle? StyleOf(string? word) =>
        Enum.TryParse<RevisionStyle>(word, ignoreCase: true, out var style) && Enum.IsDefined(style) ? style : null;
}
