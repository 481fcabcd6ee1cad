using System.Collections.Immutable;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Revision.Exams;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Study.Revision;

/// <summary>Where a member stands with a deck at a moment: all that the rules of revision look at. Immutable.</summary>
public sealed record LearnerDeck
{
    private readonly ImmutableArray<ItemMemory> memories = [];
    private Dictionary<RevisionItem, ItemMemory>? byItem;

    public required MemberId Member { get; init; }

    public required DeckItems Items { get; init; }

    public required LearnerSettings Settings { get; init; }

    /// <summary>The learner's days.</summary>
    public required StudyCalendar Calendar { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Everything stored of this deck, in any order; of both styles, and of things that the deck no longer has.</summary>
    public ImmutableArray<ItemMemory> Memories
    {
        get => memories;
        init => (memories, byItem) = (value, null);
    }

    /// <summary>The reviews of this deck since at least the beginning of the learner's day, and all of the session, oldest first; none taken back.</summary>
    public ImmutableArray<Review> Recent { get; init; } = [];

    /// <summary>What the member got wrong in class quizzes within <see cref="RevisionLimits.MissedDays"/>: cards and questions.</summary>
    public ImmutableHashSet<ItemId> QuizMisses { get; init; } = [];

    /// <summary>The exam before which everything is to be seen; null for none.</summary>
    public DateOnly? Exam { get; init; }

    public DateOnly Today => Calendar.DayOf(Now);

    /// <summary>What the member has learned of an item; a new memory where nothing is stored.</summary>
    public ItemMemory MemoryOf(RevisionItem item) => (byItem ??= ByItem()).GetValueOrDefault(item) ?? new ItemMemory { Item = item.Id };

    /// <summary>The same with one memory changed.</summary>
    public LearnerDeck With(ItemMemory memory) => this with { Memories = [.. Memories.Where(one => one.Item != memory.Item), memory] };

    /// <summary>The same after a step that was decided for it.</summary>
    public LearnerDeck After(SessionStep step)
    {
        var after = step.Memory is { } memory ? With(memory) : this;
        var recent = step.Undone is { } undone ? Recent.Remove(undone) : Recent;
        return after with { Recent = step.Review is { } review ? recent.Add(review) : recent, QuizMisses = QuizMisses.Except(step.Remembered) };
    }

    /// <summary>Whether it may be shown on the learner's day, steps within the day aside.</summary>
    public bool IsDue(ItemMemory memory) => !memory.IsSuspended && memory.State.Phase == CardPhase.Review && DueOn(memory) <= Today;

    /// <summary>The learner's day on which it comes back, the exam seen to; null for what is new or in a step within the day.</summary>
    public DateOnly? DueOn(ItemMemory memory) => memory is { DueOn: { } due, ReviewedOn: { } reviewed } && due >= Exam
        ? ExamCap.Due(due, reviewed, Today, Exam, new Random(StableSeed.Of($"{Member.Value} {memory.Item} exam")).NextDouble())
        : memory.DueOn;

    // An edit of the deck may have joined two items: what was learned last counts.
    private Dictionary<RevisionItem, ItemMemory> ByItem()
    {
        // Never changed once made, and looked into some hundred times at every press.
        var found = new Dictionary<RevisionItem, ItemMemory>(Memories.Length, ReferenceEqualityComparer.Instance);
        foreach (var memory in Memories)
        {
            if (Items.Find(memory.Item) is not { } item)
                continue;
            if (!found.TryGetValue(item, out var other) || Nullable.Compare(other.ReviewedAt, memory.ReviewedAt) < 0)
                found[item] = memory;
        }

        return found;
    }
}
