using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Study.Revision;

/// <summary>Decides what a session shows next. Pure: the same state gives the same item.</summary>
public static class RevisionQueue
{
    /// <summary>The next item, or why there is none.</summary>
    public static NextItem Next(LearnerDeck learner, RevisionSession session)
    {
        var items = learner.Items.Items.Where(item => session.Topic is null || item.Topic == session.Topic).ToList();
        if (items.Count == 0)
            return new NextItem.Nothing(WhyNothing.NoItems, null);
        var state = new SessionProgress(learner, session);
        var next = session.Mode == RevisionMode.Cram ? Cram(items, session, state) : Scheduled(items, learner, session, state);
        return next is { } item ? new NextItem.Show(item, Variant(learner, item, state)) : Nothing(items, learner, session, state);
    }

    /// <summary>New items that were begun on the learner's day.</summary>
    public static int NewToday(LearnerDeck learner) =>
        TodaysItems(learner, review => review.Before.State.Phase == CardPhase.New);

    /// <summary>Items that had come back on the learner's day and were looked at.</summary>
    public static int ReviewedToday(LearnerDeck learner) =>
        TodaysItems(learner, review => review.Before.State.Phase == CardPhase.Review);

    /// <summary>How many items the learner's day still holds: those that are due and new ones, within the limits of the day.</summary>
    public static int LeftToday(LearnerDeck learner, string? topic = null)
    {
        var items = learner.Items.Items.Where(item => topic is null || item.Topic == topic).ToList();
        return Steps(items, learner) + DueThenNew(items, learner).Count();
    }

    /// <summary>The same without new items: what has been learned and comes back.</summary>
    public static int DueToday(LearnerDeck learner)
    {
        List<RevisionItem> items = [.. learner.Items.Items];
        return Steps(items, learner) + DueItems(items, learner, new ItemsApart(learner)).Count();
    }

    private static int Steps(List<RevisionItem> items, LearnerDeck learner) =>
        items.Count(item => learner.MemoryOf(item) is { IsSuspended: false, DueAt: not null });

    /// <summary>When something comes back that the learner's day holds no more; null where nothing does.</summary>
    public static DateTimeOffset? NextDue(LearnerDeck learner, string? topic = null) =>
        NextDue([.. learner.Items.Items.Where(item => topic is null || item.Topic == topic)], learner);

    /// <summary>How many different items a session comes to: those graded in it, and as many more as there are, up to what was wanted.</summary>
    public static int Size(LearnerDeck learner, RevisionSession session)
    {
        var items = learner.Items.Items.Where(item => session.Topic is null || item.Topic == session.Topic).ToList();
        var begun = new SessionProgress(learner, session).Begun;
        var soon = learner.Now + RevisionLimits.LearnAhead;
        var more = session.Mode == RevisionMode.Cram ? items : Fresh(items, learner, session.Mode);
        if (session.Mode == RevisionMode.Due)
            more = more.Concat(items.Where(item => learner.MemoryOf(item) is { IsSuspended: false, DueAt: { } at } && at <= soon));
        return Math.Max(begun.Count, Math.Min(session.Count, begun.Count + more.Count(item => !begun.Contains(item))));
    }

    private static RevisionItem? Scheduled(List<RevisionItem> items, LearnerDeck learner, RevisionSession session, SessionProgress state)
    {
        bool isFull = state.Begun.Count >= session.Count;
        var steps = items
            .Where(item => learner.MemoryOf(item) is { IsSuspended: false, DueAt: not null })
            .Where(item => state.Begun.Contains(item) || (!isFull && session.Mode == RevisionMode.Due))
            .OrderBy(item => learner.MemoryOf(item).DueAt)
            .ToList();
        if (steps.Find(item => learner.MemoryOf(item).DueAt <= learner.Now) is { } step)
            return step;
        if (!isFull && Fresh(items, learner, session.Mode).FirstOrDefault(item => !state.Begun.Contains(item)) is { } fresh)
            return fresh;
        return steps.Find(item => learner.MemoryOf(item).DueAt <= learner.Now + RevisionLimits.LearnAhead);
    }

    private static IEnumerable<RevisionItem> Fresh(List<RevisionItem> items, LearnerDeck learner, RevisionMode mode) => mode switch
    {
        RevisionMode.New => NewItems(items, learner, new ItemsApart(learner)),
        RevisionMode.Missed => MissedItems(items, learner),
        RevisionMode.Weak => WeakItems(items, learner),
        _ => DueThenNew(items, learner),
    };

    private static IEnumerable<RevisionItem> DueThenNew(List<RevisionItem> items, LearnerDeck learner)
    {
        var apart = new ItemsApart(learner);
        return DueItems(items, learner, apart).Concat(NewItems(items, learner, apart));
    }

    private static IEnumerable<RevisionItem> DueItems(List<RevisionItem> items, LearnerDeck learner, ItemsApart apart)
    {
        var today = learner.Today;
        int left = learner.Settings.ReviewsPerDay - ReviewedToday(learner);
        var due = items.Where(item => learner.IsDue(learner.MemoryOf(item)))
            .OrderBy(item => learner.DueOn(learner.MemoryOf(item)))
            // Mixed, and another mix every day.
            .ThenBy(item => StableSeed.Of($"{today.DayNumber} {item.Id}"));
        return due.Where(apart.Admits).Take(Math.Max(0, left));
    }

    private static IEnumerable<RevisionItem> NewItems(List<RevisionItem> items, LearnerDeck learner, ItemsApart apart)
    {
        int left = learner.Settings.NewPerDay - NewToday(learner);
        return items.Where(item => learner.MemoryOf(item) is { IsNew: true, IsSuspended: false }).Where(apart.Admits).Take(Math.Max(0, left));
    }

    private static IEnumerable<RevisionItem> MissedItems(List<RevisionItem> items, LearnerDeck learner)
    {
        var horizon = learner.Today.AddDays(-RevisionLimits.MissedDays);
        return items
            .Select(item => (Item: item, Memory: learner.MemoryOf(item)))
            .Where(pair => !pair.Memory.IsSuspended)
            .Where(pair => (pair.Memory.FailedOn > horizon && pair.Memory.ReviewedOn == pair.Memory.FailedOn)
                || pair.Item.Variants.Any(learner.QuizMisses.Contains))
            .OrderByDescending(pair => pair.Memory.FailedOn)
            .Select(pair => pair.Item);
    }

    private static IEnumerable<RevisionItem> WeakItems(List<RevisionItem> items, LearnerDeck learner)
    {
        var today = learner.Today;
        var ahead = today.AddDays(RevisionLimits.WeakLookAheadDays);
        return items
            .Select(item => (Item: item, Memory: learner.MemoryOf(item)))
            .Where(pair => pair.Memory is { IsSuspended: false, IsNew: false } && pair.Memory.ReviewedOn < today)
            .OrderBy(pair => RevisionRules.Recall(pair.Memory, ahead))
            .Select(pair => pair.Item);
    }

    private static RevisionItem? Cram(List<RevisionItem> items, RevisionSession session, SessionProgress state)
    {
        var mixed = items.ToArray();
        new Random(StableSeed.Of($"{session.Id.Value}")).Shuffle(mixed);
        return (state.Begun.Count < session.Count ? Array.Find(mixed, item => !state.Begun.Contains(item)) : null) ?? state.OldestFailed;
    }

    // What was just got wrong is asked again in the same words: the others wait for another day.
    private static ItemId Variant(LearnerDeck learner, RevisionItem item, SessionProgress state) =>
        state.LastShown(item) ?? item.VariantAfter(learner.MemoryOf(item).State.Reviews);

    private static NextItem.Nothing Nothing(List<RevisionItem> items, LearnerDeck learner, RevisionSession session, SessionProgress state) =>
        new(Why(items, learner, session, state), NextDue(items, learner));

    private static WhyNothing Why(List<RevisionItem> items, LearnerDeck learner, RevisionSession session, SessionProgress state)
    {
        if (state.Begun.Count > 0)
            return WhyNothing.Finished;
        if (items.TrueForAll(item => learner.MemoryOf(item).IsSuspended))
            return WhyNothing.AllSuspended;
        var memories = items.ConvertAll(learner.MemoryOf);
        bool hasNew = memories.Exists(memory => memory is { IsNew: true, IsSuspended: false });
        return session.Mode switch
        {
            RevisionMode.Missed => WhyNothing.NothingMissed,
            RevisionMode.Weak => WhyNothing.NothingWeak,
            RevisionMode.New when !hasNew => WhyNothing.NothingNew,
            RevisionMode.New => NewToday(learner) >= learner.Settings.NewPerDay ? WhyNothing.NewLimit : WhyNothing.RelatedToday,
            _ when memories.Exists(memory => learner.IsDue(memory)) =>
                ReviewedToday(learner) >= learner.Settings.ReviewsPerDay ? WhyNothing.ReviewLimit : WhyNothing.RelatedToday,
            _ when hasNew && NewToday(learner) >= learner.Settings.NewPerDay => WhyNothing.NewLimit,
            _ => hasNew ? WhyNothing.RelatedToday : WhyNothing.NothingDue,
        };
    }

    private static DateTimeOffset? NextDue(List<RevisionItem> items, LearnerDeck learner)
    {
        var today = learner.Today;
        var tomorrow = today.AddDays(1);
        return items.Select(learner.MemoryOf).Where(memory => !memory.IsSuspended).Min(memory => memory switch
        {
            { DueAt: { } at } => at,
            _ when learner.DueOn(memory) is { } on => learner.Calendar.StartOf(on > today ? on : tomorrow),
            { IsNew: true } when learner.Settings.NewPerDay > 0 => learner.Calendar.StartOf(tomorrow),
            _ => (DateTimeOffset?)null,
        });
    }

    private static int TodaysItems(LearnerDeck learner, Func<Review, bool> wanted)
    {
        var today = learner.Today;
        return learner.Recent
            .Where(review => review.Kind == ReviewKind.Scheduled && review.Day == today && wanted(review))
            .Select(review => review.Item)
            .Distinct()
            .Count();
    }
}

/// <summary>What comes next in a session; a closed family.</summary>
public abstract record NextItem
{
    private NextItem()
    {
    }

    /// <param name="Item">What is revised.</param>
    /// <param name="Shown">The way to ask it.</param>
    public sealed record Show(RevisionItem Item, ItemId Shown) : NextItem;

    /// <param name="Why">The reason.</param>
    /// <param name="NextDue">When something comes back; null where nothing does.</param>
    public sealed record Nothing(WhyNothing Why, DateTimeOffset? NextDue) : NextItem;
}

/// <summary>Why a session shows nothing more.</summary>
public enum WhyNothing
{
    /// <summary>As many items as were wanted, or all there were.</summary>
    Finished,

    /// <summary>Everything has been learned, and nothing comes back today.</summary>
    NothingDue,

    /// <summary>The day's new items are used up, and nothing comes back today.</summary>
    NewLimit,

    /// <summary>The day's reviews are used up.</summary>
    ReviewLimit,

    /// <summary>What is left gives away, or is given away by, something of today.</summary>
    RelatedToday,

    /// <summary>No item is new any more.</summary>
    NothingNew,

    /// <summary>Nothing was forgotten lately.</summary>
    NothingMissed,

    /// <summary>Nothing was learned before today.</summary>
    NothingWeak,

    AllSuspended,

    /// <summary>The deck, or the topic, has nothing to revise in this style.</summary>
    NoItems,
}
