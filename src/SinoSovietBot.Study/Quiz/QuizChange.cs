using System.Collections.Immutable;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Quiz;

/// <summary>A change of a quiz to be stored; a closed family. The changes of one step are stored together or not at all.</summary>
public abstract record QuizChange
{
    private QuizChange()
    {
    }

    public sealed record Opened(QuizState Quiz) : QuizChange;

    public sealed record LobbyPosted(QuizId Quiz, PostedMessage Message) : QuizChange;

    /// <summary>A member's display name was first seen, or changed.</summary>
    public sealed record MemberNamed(ServerId Server, MemberId Member, string Name) : QuizChange;

    public sealed record MemberJoined(QuizId Quiz, MemberId Member, DateTimeOffset At) : QuizChange;

    public sealed record MemberLeft(QuizId Quiz, MemberId Member) : QuizChange;

    /// <summary>A round is about to be posted, for the first time or again.</summary>
    public sealed record RoundAsked(QuizId Quiz, int Round, int Opening, DateTimeOffset At) : QuizChange;

    public sealed record RoundPosted(QuizId Quiz, int Round, PostedMessage Message) : QuizChange;

    /// <summary>An answer counts. Every accepted press is one of these, a change of mind too.</summary>
    public sealed record AnswerGiven(QuizId Quiz, int Round, MemberId Member, GivenAnswer Answer) : QuizChange;

    public sealed record RoundRevealed(RoundReveal Reveal) : QuizChange;

    public sealed record Ended(QuizId Quiz, EndReason Reason, DateTimeOffset At) : QuizChange;

    /// <summary>The end has been announced: a restart need not do it.</summary>
    public sealed record EndAnnounced(QuizId Quiz) : QuizChange;
}

/// <summary>A round's results.</summary>
/// <param name="Quiz">The quiz as it was when the round closed.</param>
/// <param name="At">When the round closed: decides the day, week and month whose boards get the points.</param>
/// <param name="Eligible">
/// Whether the round may count on boards. Even then a result counts only if its member has not met the question within
/// <see cref="QuizLimits.RankedRest"/>.
/// </param>
/// <param name="Results">One for each member who answered.</param>
public sealed record RoundReveal(QuizState Quiz, DateTimeOffset At, bool Eligible, ImmutableArray<RoundResult> Results);

/// <summary>What one member reached in one round.</summary>
public readonly record struct RoundResult(MemberId Member, GivenAnswer Answer, bool Correct);
