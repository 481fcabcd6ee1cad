using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Study.Revision.Exchange;

/// <summary>
/// Makes reviews of the log of an Anki package, where its notes are known as something of a deck, and works out what is remembered by going through
/// them and through the member's own in the order of time. Pure; a log that has been taken in adds nothing a second time.
/// </summary>
public static class AnkiHistory
{
    /// <summary>Of one item at most so many reviews are taken, the newest: more than a person gives in a life.</summary>
    public const int MaxReviewsOfItem = 1_000;

    /// <summary>More are not added at once: the database has quizzes to write, too.</summary>
    public const int MaxNewReviews = 50_000;

    /// <summary>Anki did not exist before.</summary>
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What a log adds.</summary>
    /// <param name="log">As it was read.</param>
    /// <param name="cards">Where the member stands with the deck's cards; its time is now.</param>
    /// <param name="questions">The same with the deck's questions.</param>
    /// <param name="own">All reviews of the deck that the member has.</param>
    public static HistoryImport Of(AnkiLog log, LearnerDeck cards, LearnerDeck questions, ImmutableArray<Review> own)
    {
        var reviews = log.Reviews.Where(review => Counts(review, cards.Now)).ToLookup(review => review.Note);
        var matching = new AnkiMatching(cards.Items.Deck);
        var notes = reviews
            .Select(note => (Note: note, Match: matching.Find(log.Notes[note.Key])))
            .Select(pair => (pair.Note, pair.Match, Place: pair.Match is { } match ? Place(match.Item, cards, questions) : null))
            .ToList();
        // Two notes may have become one card. The first is as good as any, but one that its id names is better.
        var chosen = notes
            .Where(note => note.Place is not null)
            .GroupBy(note => note.Place!.Value.Item)
            .Select(group => group.OrderByDescending(note => note.Match!.Value.IsById).ThenBy(note => note.Note.Key).First())
            .OrderBy(note => note.Note.Key)
            .ToList();
        var ownOf = own.ToLookup(review => Place(review.Item, cards, questions)?.Item);
        int known = 0;
        var items = ImmutableArray.CreateBuilder<ItemHistory>();
        foreach (var note in chosen)
        {
            var (learner, item) = note.Place!.Value;
            var had = ownOf[item].ToImmutableArray();
            var all = OfFirstCard(note.Note);
            var added = New(all, had);
            known += all.Count - added.Count;
            if (added.Count > 0)
                items.Add(Replay(learner, item, added, had));
        }

        return new HistoryImport { Items = items.ToImmutable(), Matched = chosen.Count, Unmatched = notes.Count - chosen.Count, Known = known };
    }

    // What was put in by hand, or moved by the program, is no answer; nor is cramming, by which Anki itself learns nothing.
    private static bool Counts(AnkiReview review, DateTimeOffset now) =>
        review.Ease is >= (int)Grade.Again and <= (int)Grade.Easy
        && review.Type is not (AnkiReviewType.Manual or AnkiReviewType.Rescheduled)
        && !(review.Type == AnkiReviewType.Filtered && review.Factor == 0)
        && review.At >= Earliest.ToUnixTimeMilliseconds() && review.At <= now.ToUnixTimeMilliseconds();

    private static (LearnerDeck Learner, RevisionItem Item)? Place(ItemId id, LearnerDeck cards, LearnerDeck questions) =>
        cards.Items.Find(id) is { } card ? (cards, card)
        : questions.Items.Find(id) is { } question ? (questions, question)
        : null;

    // The others ask the other way round, or for other gaps.
    private static List<AnkiReview> OfFirstCard(IEnumerable<AnkiReview> note)
    {
        long first = note.Min(review => review.Card);
        return [.. note.Where(review => review.Card == first).DistinctBy(review => review.At).OrderBy(review => review.At).TakeLast(MaxReviewsOfItem)];
    }

    private static List<AnkiReview> New(List<AnkiReview> all, ImmutableArray<Review> had)
    {
        var times = had.Select(review => review.At.ToUnixTimeMilliseconds()).ToHashSet();
        return [.. all.Where(review => !times.Contains(review.At))];
    }

    private static ItemHistory Replay(LearnerDeck learner, RevisionItem item, List<AnkiReview> added, ImmutableArray<Review> had)
    {
        var stored = learner.MemoryOf(item);
        var memory = new ItemMemory { Item = stored.Item };
        var reviews = ImmutableArray.CreateBuilder<Review>();
        var answers = added
            .Select(review => (At: DateTimeOffset.FromUnixTimeMilliseconds(review.At), Grade: (Grade)review.Ease, IsNew: true, review.Took))
            .Concat(had.Where(review => review.Kind != ReviewKind.Cram).Select(review => (review.At, review.Grade, IsNew: false, Took: 0L)))
            .OrderBy(answer => answer.At);
        foreach (var (at, grade, isNew, took) in answers)
        {
            var then = learner with { Now = at, Memories = [memory] };
            // Forgotten so often in Anki, it may be a leech; but it is the member who has brought it here.
            var after = RevisionRules.Graded(then, memory, RevisionRules.Preview(then, item)[grade], grade) with { IsSuspended = false };
            if (isNew)
                reviews.Add(Imported(then, memory, after, grade, took));
            memory = after;
        }

        return new ItemHistory(reviews.ToImmutable(), memory with { IsSuspended = stored.IsSuspended });
    }

    private static Review Imported(LearnerDeck then, ItemMemory before, ItemMemory after, Grade grade, long took) => new()
    {
        Item = before.Item,
        Shown = before.Item,
        At = then.Now,
        Day = then.Today,
        Grade = grade,
        Kind = ReviewKind.Imported,
        Before = before,
        After = after,
        ElapsedDays = RevisionRules.ElapsedDays(before, then.Today),
        Took = TimeSpan.FromMilliseconds(Math.Clamp(took, 0, (long)RevisionLimits.LongestAnswer.TotalMilliseconds)),
    };
}
