using System.Collections.Immutable;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Revision.Exams;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Study.Revision;

/// <summary>What a member's presses do to a session and to what they have learned. Pure: decides, and leaves the writing to <see cref="IRevisionStore"/>.</summary>
public static class RevisionRules
{
    private static readonly FsrsFormulas Formulas = new(FsrsWeights.Default);

    /// <summary>The chance that a member remembers an item on a learner's day, 0 to 1; 0 for a new one.</summary>
    public static double Recall(ItemMemory memory, DateOnly day) => memory is { State.Memory: { } held, ReviewedOn: { } reviewed }
        ? Formulas.Retrievability(Math.Max(0, day.DayNumber - reviewed.DayNumber), held.Stability)
        : 0;

    /// <summary>How a member is scheduled.</summary>
    public static FsrsScheduler Scheduler(LearnerSettings settings) => new(new FsrsSettings
    {
        Retention = settings.Retention,
        LearningSteps = [RevisionLimits.Step],
        RelearningSteps = [RevisionLimits.Step],
        PartsGrades = false,
    });

    /// <summary>What each grade would do to an item now: what the buttons say, and exactly what <see cref="Grade"/> does.</summary>
    public static Outcomes Preview(LearnerDeck learner, RevisionItem item)
    {
        var memory = learner.MemoryOf(item);
        double draw = new Random(StableSeed.Of($"{learner.Member.Value} {memory.Item} {memory.State.Reviews}")).NextDouble();
        var outcomes = Scheduler(learner.Settings).Preview(memory.State, ElapsedDays(memory, learner.Today), draw);
        return ExamCap.Apply(outcomes, learner.Today, learner.Exam, draw);
    }

    /// <summary>Opens a session on its first item.</summary>
    /// <param name="learner">Where the member stands.</param>
    /// <param name="session">As asked for; what is shown is decided here.</param>
    public static (RevisionSession Session, NextItem Next) Open(LearnerDeck learner, RevisionSession session)
    {
        var next = RevisionQueue.Next(learner, session);
        return (session with { Shown = (next as NextItem.Show)?.Shown }, next);
    }

    /// <summary>Grades what is on screen and goes on. The session shows something.</summary>
    /// <param name="learner">Where the member stands.</param>
    /// <param name="session">The session.</param>
    /// <param name="grade">The grade.</param>
    /// <param name="marked">What was typed or chosen, or null.</param>
    /// <exception cref="InvalidOperationException">Nothing is on screen, or the deck no longer has it.</exception>
    public static SessionStep Grade(LearnerDeck learner, RevisionSession session, Grade grade, MarkedAnswer? marked)
    {
        var (shown, item) = OnScreen(learner, session);
        var before = learner.MemoryOf(item);
        bool isCram = session.Mode == RevisionMode.Cram;
        var after = isCram ? before : Graded(learner, before, Preview(learner, item)[grade], grade);
        var review = new Review
        {
            Item = before.Item,
            Shown = shown,
            At = learner.Now,
            Day = learner.Today,
            Grade = grade,
            Kind = isCram ? ReviewKind.Cram : ReviewKind.Scheduled,
            Session = session.Id,
            Before = before,
            After = after,
            ElapsedDays = ElapsedDays(before, learner.Today),
            Took = TimeSpan.FromTicks(Math.Clamp((learner.Now - session.ShownAt).Ticks, 0, RevisionLimits.LongestAnswer.Ticks)),
            Marked = marked,
        };
        return Move(learner.With(after) with { Recent = learner.Recent.Add(review) }, session) with
        {
            Review = review,
            Expected = before,
            Memory = isCram ? null : after,
            Leech = after.IsSuspended && !before.IsSuspended ? item : null,
            Remembered = grade == Fsrs.Grade.Again ? [] : item.Variants,
        };
    }

    /// <summary>Keeps what was typed or chosen for what is on screen, until it is graded. What was kept before gives way.</summary>
    /// <exception cref="InvalidOperationException">Nothing is on screen, or the deck no longer has it.</exception>
    public static SessionStep Answer(LearnerDeck learner, RevisionSession session, SessionAnswer answer)
    {
        var (shown, item) = OnScreen(learner, session);
        return new SessionStep
        {
            Before = session,
            After = session with { Position = session.Position + 1, Answer = answer },
            Next = new NextItem.Show(item, shown),
        };
    }

    /// <summary>
    /// Takes the last review of the session back, or the suspending where that came after it, and shows that item again; null when there is nothing to
    /// take back.
    /// </summary>
    public static SessionStep? Undo(LearnerDeck learner, RevisionSession session)
    {
        if (session.JustSuspended is { } suspended && learner.Items.Find(suspended) is { } back)
        {
            var memory = learner.MemoryOf(back);
            return Show(learner, session, back, suspended) with { Expected = memory, Memory = memory with { IsSuspended = false } };
        }

        if (learner.Recent.LastOrDefault(review => review.Session == session.Id) is not { } last)
            return null;
        // The deck may have lost it meanwhile: then the next one comes.
        var step = learner.Items.Find(last.Shown) is { } item ? Show(learner, session, item, last.Shown) : Move(learner, session);
        return last.Kind == ReviewKind.Cram
            ? step with { Undone = last }
            : step with { Undone = last, Expected = last.After, Memory = last.Before };
    }

    /// <summary>Suspends what is on screen and goes on.</summary>
    /// <exception cref="InvalidOperationException">Nothing is on screen, or the deck no longer has it.</exception>
    public static SessionStep Suspend(LearnerDeck learner, RevisionSession session)
    {
        var before = learner.MemoryOf(OnScreen(learner, session).Item);
        var after = before with { IsSuspended = true };
        var step = Move(learner.With(after), session);
        return step with { After = step.After with { JustSuspended = session.Shown }, Expected = before, Memory = after };
    }

    /// <summary>Goes on without grading, where what was on screen has gone from the deck or was graded elsewhere.</summary>
    public static SessionStep Skip(LearnerDeck learner, RevisionSession session) => Move(learner, session);

    /// <summary>Ends a session.</summary>
    public static SessionStep Stop(LearnerDeck learner, RevisionSession session) => new()
    {
        Before = session,
        After = Moved(learner, session, null),
        Next = new NextItem.Nothing(WhyNothing.Finished, null),
    };

    private static SessionStep Move(LearnerDeck learner, RevisionSession session)
    {
        var next = RevisionQueue.Next(learner, session);
        return new SessionStep
        {
            Before = session,
            After = Moved(learner, session, (next as NextItem.Show)?.Shown),
            Next = next,
        };
    }

    private static SessionStep Show(LearnerDeck learner, RevisionSession session, RevisionItem item, ItemId shown) => new()
    {
        Before = session,
        After = Moved(learner, session, shown),
        Next = new NextItem.Show(item, shown),
    };

    private static RevisionSession Moved(LearnerDeck learner, RevisionSession session, ItemId? shown) =>
        session with { Position = session.Position + 1, Shown = shown, ShownAt = learner.Now, JustSuspended = null, Answer = null };

    /// <summary>Whether an item that is suspended was so by the rule for leeches rather than by its member.</summary>
    public static bool WasLeech(ItemMemory suspended) =>
        IsLeech(suspended.State.Lapses) && suspended.FailedOn is not null && suspended.FailedOn == suspended.ReviewedOn;

    private static bool IsLeech(int lapses) =>
        lapses >= RevisionLimits.LeechLapses && (lapses - RevisionLimits.LeechLapses) % RevisionLimits.LeechAgainAfter == 0;

    /// <summary>The memory after a grade whose outcome is known.</summary>
    internal static ItemMemory Graded(LearnerDeck learner, ItemMemory before, Outcome outcome, Grade grade)
    {
        bool isStep = outcome.Days == 0;
        int lapses = outcome.Card.Lapses;
        bool isLeech = lapses > before.State.Lapses && IsLeech(lapses);
        return before with
        {
            State = outcome.Card,
            ReviewedAt = learner.Now,
            ReviewedOn = learner.Today,
            FailedOn = grade == Fsrs.Grade.Again ? learner.Today : before.FailedOn,
            DueAt = isStep ? learner.Now + outcome.Wait : null,
            DueOn = isStep ? null : learner.Today.AddDays(outcome.Days),
            IsSuspended = isLeech,
        };
    }

    /// <summary>The days since the last review; a member who moves to an earlier time zone may be back in yesterday.</summary>
    internal static int ElapsedDays(ItemMemory memory, DateOnly today) =>
        memory.ReviewedOn is { } reviewed ? Math.Max(0, today.DayNumber - reviewed.DayNumber) : 0;

    private static (ItemId Shown, RevisionItem Item) OnScreen(LearnerDeck learner, RevisionSession session) =>
        session.Shown is { } shown && learner.Items.Find(shown) is { } item
            ? (shown, item)
            : throw new InvalidOperationException("Nothing that the deck has is on screen.");
}

/// <summary>A change of a session and of what was learned, to be written together or not at all.</summary>
public sealed record SessionStep
{
    /// <summary>The session for which it was decided. It is written only if the stored one is still at this position.</summary>
    public required RevisionSession Before { get; init; }

    public required RevisionSession After { get; init; }

    /// <summary>What is shown now.</summary>
    public required NextItem Next { get; init; }

    /// <summary>The memory for which it was decided; it is written only if the stored one is still of the same last review. Null where no memory matters.</summary>
    public ItemMemory? Expected { get; init; }

    /// <summary>What is remembered from now on; null where nothing changes.</summary>
    public ItemMemory? Memory { get; init; }

    /// <summary>Added to the log; null for none.</summary>
    public Review? Review { get; init; }

    /// <summary>The entry of the log that is taken back; null for none.</summary>
    public Review? Undone { get; init; }

    /// <summary>What is missed in class quizzes no longer: every way to ask what was remembered.</summary>
    public ImmutableArray<ItemId> Remembered { get; init; } = [];

    /// <summary>The item that was suspended because it is forgotten again and again; null for none.</summary>
    public RevisionItem? Leech { get; init; }
}
