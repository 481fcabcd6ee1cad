using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Revision;

/// <summary>Reads members' logs of reviews, and takes in logs from elsewhere. Thread-safe; faults and durability as in <see cref="IRevisionStore"/>.</summary>
public interface IReviewLog
{
    /// <summary>A member's reviews of one deck since a time, oldest first; none that was taken back.</summary>
    Task<ImmutableArray<Review>> ReviewsAsync(MemberId member, DeckAddress deck, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>The decks of which a member has learned something, the one last revised first.</summary>
    Task<ImmutableArray<DeckAddress>> DecksAsync(MemberId member, CancellationToken cancellation);

    /// <summary>A member's sessions with at least one review, the newest first.</summary>
    /// <param name="member">Who.</param>
    /// <param name="deck">Of this deck alone; null for all.</param>
    /// <param name="skip">How many of the newest are left out.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<ImmutableArray<PastSession>> SessionsAsync(MemberId member, DeckAddress? deck, int skip, int take, CancellationToken cancellation);

    /// <summary>Adds reviews from elsewhere, and what is remembered after them; reviews that are there already are left alone.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="deck">Of which deck.</param>
    /// <param name="reviews">In any order; all of kind <see cref="ReviewKind.Imported"/>.</param>
    /// <param name="memories">What is remembered after all reviews, those that were there before included.</param>
    /// <returns>How many reviews were added.</returns>
    Task<int> ImportAsync(MemberId member, DeckAddress deck, ImmutableArray<Review> reviews, ImmutableArray<ItemMemory> memories);
}

/// <summary>A session as the history shows it.</summary>
/// <param name="Session">What it was.</param>
/// <param name="Reviews">All gradings.</param>
/// <param name="Remembered">Of the items graded, how many never <see cref="Fsrs.Grade.Again"/>.</param>
/// <param name="Forgotten">The other items.</param>
public sealed record PastSession(RevisionSession Session, int Reviews, int Remembered, int Forgotten);
