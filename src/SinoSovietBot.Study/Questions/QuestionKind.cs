namespace SinoSovietBot.Study.Questions;

/// <summary>The form of a question. In files: the word in each summary.</summary>
public enum QuestionKind
{
    /// <summary><c>choice</c>: one right option among two to four.</summary>
    Choice,

    /// <summary><c>true-false</c>: a statement; the options are "True" and one to three "False: …" with a correction, of which at most one is right.</summary>
    TrueFalse,

    /// <summary><c>cause</c>: a cause or a consequence, one right option among two to four.</summary>
    Cause,

    /// <summary><c>which-card</c>: under which heading the deck places something.</summary>
    WhichCard,

    /// <summary><c>who</c>: who did or said it; with options, or typed.</summary>
    Who,

    /// <summary><c>gap</c>: a sentence with one blank for a year, a number or a name; with options, or typed.</summary>
    Gap,

    /// <summary><c>typed</c>: a short answer in the member's own words.</summary>
    Typed,

    /// <summary><c>order</c>: events to put in order of time.</summary>
    Order,

    /// <summary><c>list</c>: several ideas to name, in any order.</summary>
    List,
}
