using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Revision;

/// <summary>One use of <c>/card</c>: the id of the command.</summary>
public readonly record struct SessionId(ulong Value);

/// <summary>A member's revision in one message, card by card.</summary>
public sealed record RevisionSession
{
    public required SessionId Id { get; init; }

    public required MemberId Member { get; init; }

    public required DeckAddress Deck { get; init; }

    /// <summary>Only this topic; null for all.</summary>
    public string? Topic { get; init; }

    public required RevisionMode Mode { get; init; }

    public required RevisionStyle Style { get; init; }

    /// <summary>How many different items: 1 to <see cref="RevisionLimits.MaxCount"/>.</summary>
    public required int Count { get; init; }

    /// <summary>Rises with every change. A button carries the position it was made for, so that a second press finds that it has moved on.</summary>
    public int Position { get; init; }

    /// <summary>What is on screen; null when the session is over.</summary>
    public ItemId? Shown { get; init; }

    /// <summary>Since when it is on screen.</summary>
    public required DateTimeOffset ShownAt { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>
    /// What the member has suspended before what is on screen came, by the variant that was shown; null where it came in another way. It is what Undo
    /// takes back first.
    /// </summary>
    public ItemId? JustSuspended { get; init; }

    /// <summary>What the member has typed or chosen for what is on screen; null for nothing so far.</summary>
    public SessionAnswer? Answer { get; init; }

    /// <summary>The exam for which intervals are capped, as it stood when the session began; null for none.</summary>
    public DateOnly? Exam { get; init; }
}

/// <summary>An answer that waits for its grade.</summary>
/// <param name="Text">What was typed, or the text of the option that was chosen.</param>
/// <param name="Verdict">What the marking said; null for what the member wrote from memory, to compare it by themselves.</param>
/// <param name="Note">What the marking had to say beside the verdict, or null.</param>
public sealed record SessionAnswer(string Text, Verdict? Verdict, string? Note = null)
{
    /// <summary>Whether it has a verdict from which one goes on to the back; a vague answer may be tried again.</summary>
    public bool IsFinal => Verdict != Marking.Verdict.Vague;

    /// <summary>As the log keeps it; null for what was not marked.</summary>
    /// <param name="overruled">The member says that it was right all the same.</param>
    public MarkedAnswer? Marked(bool overruled) => Verdict is { } verdict ? new MarkedAnswer(Text, verdict, overruled) : null;
}

/// <summary>What is revised. Stored by name in lower case, so names stay.</summary>
public enum RevisionMode
{
    /// <summary>What is due, then new items up to the day's limit.</summary>
    Due,

    /// <summary>New items only, up to the day's limit.</summary>
    New,

    /// <summary>What was lately forgotten, here or in a class quiz.</summary>
    Missed,

    /// <summary>What is likeliest to be forgotten soon.</summary>
    Weak,

    /// <summary>Anything, in a mixed order; the schedule stays as it is.</summary>
    Cram,
}
