using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Quiz;

/// <summary>Keeps quizzes. Thread-safe. What cannot be read faults the task; no method throws by itself.</summary>
public interface IQuizStore
{
    /// <summary>Begins a sequence of writes for one quiz.</summary>
    IQuizWriter OpenWriter();

    /// <summary>
    /// Every quiz with which there is something left to do, oldest first: those that have not ended, and those whose end was not announced.
    /// Only ids, so that one quiz that cannot be read hides none of the others.
    /// </summary>
    Task<ImmutableArray<QuizId>> UnfinishedAsync(CancellationToken cancellation);

    /// <summary>One quiz as it was last stored, or null.</summary>
    Task<QuizState?> LoadAsync(QuizId quiz, CancellationToken cancellation);

    /// <summary>What a server has met of a deck.</summary>
    Task<ClassHistory> HistoryAsync(ServerId server, DeckAddress deck, CancellationToken cancellation);

    /// <summary>What a member answered in the revealed rounds of a quiz, in the order of the rounds; null when there is no such quiz.</summary>
    Task<MemberResults?> ResultsAsync(QuizId quiz, MemberId member, CancellationToken cancellation);
}

/// <summary>Stores the changes of one quiz in the order in which they come.</summary>
public interface IQuizWriter
{
    /// <summary>
    /// Queues changes, at once and in order; the task completes when they are on disk, together or not at all.
    /// Once a write has failed, this writer refuses every later one: what follows was decided on a state that does not exist.
    /// </summary>
    Task SaveAsync(ImmutableArray<QuizChange> changes);
}

/// <summary>A member's own record of one quiz.</summary>
/// <param name="Server">Where it ran.</param>
/// <param name="DeckTitle">What it was about.</param>
/// <param name="Rounds">Every revealed round.</param>
public sealed record MemberResults(ServerId Server, string DeckTitle, ImmutableArray<MemberRound> Rounds);

/// <summary>One round of a member's record.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">The answer that counted, or null without one.</param>
public sealed record MemberRound(AskedQuestion Question, GivenAnswer? Answer)
{
    public bool IsRight => Answer is { } answer && Question.IsRight(answer);
}
