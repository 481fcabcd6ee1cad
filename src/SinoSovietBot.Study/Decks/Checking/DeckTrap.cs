using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>A kind of mistake that a program can find in a deck whose form is right.</summary>
/// <param name="Name">As printed behind the finding and explained in <c>docs/deck-format.md</c>.</param>
/// <param name="Severity">Whether it has to be mended.</param>
public sealed record DeckTrap(string Name, FindingSeverity Severity)
{
    // Two answers that can be defended, or none
    public static readonly DeckTrap NearDuplicate = Hard("near-duplicate");
    public static readonly DeckTrap TestedPoint = Hard("tested-point");
    public static readonly DeckTrap NeverAskOption = Hard("never-ask-option");
    public static readonly DeckTrap FalseSource = Hard("false-source");
    public static readonly DeckTrap OptionInOption = Hard("option-in-option");
    public static readonly DeckTrap AcceptedOption = Hard("accepted-option");
    public static readonly DeckTrap OtherNumber = Hard("other-number");
    public static readonly DeckTrap TwoHeadings = Hard("two-headings");
    public static readonly DeckTrap ActorOutOfTime = Hard("actor-out-of-time");

    // What is asked
    public static readonly DeckTrap NegativeStem = Hard("negative-stem");
    public static readonly DeckTrap AllOrNone = Hard("all-or-none");
    public static readonly DeckTrap NegativeStatement = Soft("negative-statement");
    public static readonly DeckTrap Superlative = Soft("superlative");

    // What gives the answer away
    public static readonly DeckTrap AnswerInPrompt = Hard("answer-in-prompt");
    public static readonly DeckTrap AnswerInHeading = Hard("answer-in-heading");
    public static readonly DeckTrap YearInOrder = Hard("year-in-order");
    public static readonly DeckTrap RelativeDate = Soft("relative-date");
    public static readonly DeckTrap AnswerElsewhere = Soft("answer-elsewhere");
    public static readonly DeckTrap SamePrompt = Soft("same-prompt");
    public static readonly DeckTrap SameAnswer = Soft("same-answer");
    public static readonly DeckTrap LongKey = Soft("long-key");
    public static readonly DeckTrap OddForm = Soft("odd-form");
    public static readonly DeckTrap Absolute = Soft("absolute");
    public static readonly DeckTrap ActorGivesAway = Soft("actor-gives-away");

    // Care
    public static readonly DeckTrap NoteStyle = Soft("note-style");
    public static readonly DeckTrap Misspelling = Soft("misspelling");
    public static readonly DeckTrap ThinExplanation = Soft("thin-explanation");
    public static readonly DeckTrap EqualPoints = Hard("equal-points");
    public static readonly DeckTrap RepeatedFront = Hard("repeated-front");

    /// <summary>Every kind, in the order in which findings about one question are listed.</summary>
    public static ImmutableArray<DeckTrap> All { get; } =
    [
        NearDuplicate, TestedPoint, NeverAskOption, FalseSource, OptionInOption, AcceptedOption, OtherNumber, TwoHeadings, ActorOutOfTime,
        NegativeStem, AllOrNone, NegativeStatement, Superlative,
        AnswerInPrompt, AnswerInHeading, YearInOrder, RelativeDate, AnswerElsewhere, SamePrompt, SameAnswer,
        LongKey, OddForm, Absolute, ActorGivesAway,
        NoteStyle, Misspelling, ThinExplanation, EqualPoints, RepeatedFront,
    ];

    private static DeckTrap Hard(string name) => new(name, FindingSeverity.Hard);

    private static DeckTrap Soft(string name) => new(name, FindingSeverity.Soft);
}
