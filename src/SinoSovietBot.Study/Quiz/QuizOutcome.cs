namespace SinoSovietBot.Study.Quiz;

/// <summary>What the person behind an input is told; a closed family.</summary>
public abstract record QuizOutcome
{
    private QuizOutcome()
    {
    }

    /// <summary>Nothing to say: the input came from a clock or from Discord.</summary>
    public sealed record Silent : QuizOutcome
    {
        public static Silent Instance { get; } = new();
    }

    /// <summary>A first answer counts.</summary>
    public sealed record Recorded(int Option) : QuizOutcome;

    /// <summary>Another answer counts now.</summary>
    public sealed record Changed(int From, int To) : QuizOutcome;

    /// <summary>The same option again: nothing to store.</summary>
    public sealed record Unchanged(int Option) : QuizOutcome;

    /// <summary>The member has pressed another option after this one, and Discord has delivered that press first.</summary>
    public sealed record Overtaken(int By) : QuizOutcome;

    /// <summary>What was typed counts now.</summary>
    /// <param name="Round">From 0.</param>
    /// <param name="Message">The message of the question.</param>
    /// <param name="Typed">The answer, marked.</param>
    /// <param name="Former">What was typed before, or null for a first answer.</param>
    public sealed record TypedIn(int Round, PostedMessage Message, Marking.Marking Typed, string? Former) : QuizOutcome;

    /// <summary>The same was typed again: nothing to store.</summary>
    public sealed record TypedAlready(int Round, PostedMessage Message, Marking.Marking Typed) : QuizOutcome;

    /// <summary>The member has sent another answer after this one, and Discord has delivered that one first.</summary>
    public sealed record TypedLater(string By) : QuizOutcome;

    /// <summary>More was typed than an answer may have; what stood before still stands.</summary>
    public sealed record TooLong(int Max) : QuizOutcome;

    /// <summary>What was typed holds no letter and no digit; what stood before still stands.</summary>
    public sealed record NothingTyped : QuizOutcome;

    /// <summary>The open question is answered with its buttons.</summary>
    public sealed record HasOptions : QuizOutcome;

    /// <summary>No question is open.</summary>
    public sealed record NothingOpen : QuizOutcome;

    /// <summary>The round had closed.</summary>
    /// <param name="Round">From 0.</param>
    /// <param name="By">How long before the press, or null where that is not known any more.</param>
    public sealed record TooLate(int Round, TimeSpan? By) : QuizOutcome;

    /// <summary>No such round or option: an old or foreign button.</summary>
    public sealed record NotAsked : QuizOutcome;

    public sealed record Joined(int Members) : QuizOutcome;

    public sealed record AlreadyJoined : QuizOutcome;

    public sealed record Left(int Members) : QuizOutcome;

    public sealed record NotJoined : QuizOutcome;

    /// <summary>The quiz begins.</summary>
    public sealed record Started : QuizOutcome;

    /// <summary>The quiz had begun before.</summary>
    public sealed record AlreadyStarted : QuizOutcome;

    /// <summary>Only the host or a teacher may do this.</summary>
    public sealed record NotAllowed : QuizOutcome;

    /// <summary>The quiz is stopped.</summary>
    public sealed record Stopped : QuizOutcome;

    /// <summary>The quiz is over.</summary>
    public sealed record Over : QuizOutcome;

    /// <summary>The input could not be stored, so it does not count. Never made by the rules.</summary>
    public sealed record NotSaved : QuizOutcome;
}
