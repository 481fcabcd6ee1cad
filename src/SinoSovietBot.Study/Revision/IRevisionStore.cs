using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Revision;

/// <summary>
/// Keeps what members have learned. Thread-safe. What cannot be read or written faults the task; no method throws by itself. A write's task completes when
/// it is on disk.
/// </summary>
public interface IRevisionStore
{
    /// <summary>How a member wants to revise; the defaults for one who never said.</summary>
    Task<LearnerSettings> SettingsAsync(MemberId member, CancellationToken cancellation);

    Task SaveSettingsAsync(MemberId member, LearnerSettings settings);

    /// <summary>What is stored of a member and a deck.</summary>
    /// <param name="member">Who.</param>
    /// <param name="deck">Which deck.</param>
    /// <param name="server">Where they are, for the class's exam; null in direct messages.</param>
    /// <param name="recentSince">Since when reviews are wanted.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<LearnerRecord> RecordAsync(MemberId member, DeckAddress deck, ServerId? server, DateTimeOffset recentSince, CancellationToken cancellation);

    /// <summary>A session and what is stored of its member and deck, of the same moment; null when there is no such session.</summary>
    /// <param name="session">Which.</param>
    /// <param name="recentSince">Since when reviews are wanted, beside all of the session.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<SessionRecord?> SessionAsync(SessionId session, DateTimeOffset recentSince, CancellationToken cancellation);

    /// <summary>Stores a new session, and its deck as the member's last one. Opening one a second time changes nothing.</summary>
    Task OpenAsync(RevisionSession session);

    /// <summary>
    /// Writes a step, all of it or nothing: nothing where the session has moved on since <see cref="SessionStep.Before"/>, or the item was reviewed or
    /// suspended elsewhere since <see cref="SessionStep.Expected"/>. What was missed in class quizzes and is now remembered is missed no longer.
    /// </summary>
    /// <returns>Whether it was written.</returns>
    Task<bool> StepAsync(SessionStep step);

    /// <summary>Brings a suspended item back, as it was.</summary>
    /// <returns>Whether it was suspended.</returns>
    Task<bool> BringBackAsync(MemberId member, DeckAddress deck, ItemId item);
}

/// <summary>What is stored of a member and a deck.</summary>
/// <param name="Settings">How the member wants to revise.</param>
/// <param name="Memories">Everything learned of the deck, in both styles.</param>
/// <param name="Recent">Reviews since the wanted time, oldest first; none that was taken back.</param>
/// <param name="QuizMisses">What was missed in class quizzes since <see cref="RevisionLimits.MissedDays"/> before the wanted time and not remembered since: cards and questions.</param>
/// <param name="Exam">The member's own exam on this deck, else that of the class; of a session, the exam it began with; null for none.</param>
public sealed record LearnerRecord(
    LearnerSettings Settings, ImmutableArray<ItemMemory> Memories, ImmutableArray<Review> Recent, ImmutableHashSet<ItemId> QuizMisses, DateOnly? Exam);

/// <summary>A session as stored.</summary>
/// <param name="Session">The session.</param>
/// <param name="Learner">What is stored of its member and deck; <see cref="LearnerRecord.Recent"/> holds all of the session's reviews, too.</param>
public sealed record SessionRecord(RevisionSession Session, LearnerRecord Learner);
