using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Study.Revision;

/// <summary>What has happened in a session so far, by its reviews.</summary>
public sealed class SessionProgress
{
    private readonly Dictionary<RevisionItem, Review> last = [];

    public SessionProgress(LearnerDeck learner, RevisionSession session)
    {
        foreach (var review in learner.Recent.Where(review => review.Session == session.Id))
        {
            Reviews++;
            if (learner.Items.Find(review.Item) is not { } item)
                continue;
            if (last.TryAdd(item, review))
                Begun.Add(item);
            last[item] = review;
            if (review.Grade == Grade.Again)
                Failed.Add(item);
        }
    }

    /// <summary>All gradings.</summary>
    public int Reviews { get; }

    /// <summary>The items graded at least once.</summary>
    public HashSet<RevisionItem> Begun { get; } = [];

    /// <summary>The items graded <see cref="Grade.Again"/> at least once.</summary>
    public HashSet<RevisionItem> Failed { get; } = [];

    /// <summary>Of the items whose last grade was <see cref="Grade.Again"/>, the one that has waited longest; null for none.</summary>
    public RevisionItem? OldestFailed => last.Where(pair => pair.Value.Grade == Grade.Again).OrderBy(pair => pair.Value.At).Select(pair => pair.Key).FirstOrDefault();

    /// <summary>The variant by which an item was last asked; null where it was not.</summary>
    public ItemId? LastShown(RevisionItem item) => last.TryGetValue(item, out var review) ? review.Shown : null;
}
