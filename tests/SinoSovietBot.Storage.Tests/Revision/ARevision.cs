using CsCheck;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;

namespace SinoSovietBot.Storage.Tests.Revision;

/// <summary>Sessions, steps and what is remembered, made without the rules: the store does not look into them.</summary>
internal static class ARevision
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2026, 3, 2);

    public static readonly MemberId Ann = new(ulong.MaxValue);

    public static readonly MemberId Ben = new(2);

    public static readonly DeckAddress ColdWar = new DeckId("cold-war");

    public static readonly DeckAddress OfServer = new(new DeckId("cold-war"), new ServerId(9000));

    public static readonly ItemId War = ItemId.Of(new CardId("war"));

    public static readonly ItemId Split = ItemId.Of(new QuestionId("split"));

    private static readonly Gen<DateTimeOffset> Times = Gen.Long[0, 4_000_000_000_000].Select(DateTimeOffset.FromUnixTimeMilliseconds);

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 3_652_058].Select(DateOnly.FromDayNumber);

    private static readonly Gen<string> Texts = Gen.String[Gen.OneOf(Gen.Char.AlphaNumeric, Any('\'', '"', ';', 'é', '中', '\n', '|')), 1, 30];

    private static readonly Gen<ItemMemory> Learned =
        from phase in Any(CardPhase.Learning, CardPhase.Review, CardPhase.Relearning)
        from numbers in Gen.Int[0, 10_000].Array[3]
        from stability in Gen.Double[0.001, 36_500]
        from difficulty in Gen.Double[1, 10]
        from at in Times
        from reviewed in Days
        from failed in Maybe(Days)
        from due in Days
        from dueAt in Times
        from suspended in Gen.Bool
        select new ItemMemory
        {
            Item = War,
            State = new CardState
            {
                Phase = phase, Step = numbers[0], Reviews = numbers[1], Lapses = numbers[2], Memory = new Memory(stability, difficulty),
            },
            ReviewedAt = at,
            ReviewedOn = reviewed,
            FailedOn = failed,
            DueAt = phase == CardPhase.Review ? null : dueAt,
            DueOn = phase == CardPhase.Review ? due : null,
            IsSuspended = suspended,
        };

    /// <summary>Any memory that is worth a row; of one item.</summary>
    public static readonly Gen<ItemMemory> Memories =
        Gen.Frequency((9, Learned), (1, Gen.Const(new ItemMemory { Item = War, IsSuspended = true })));

    /// <summary>Any review of one item.</summary>
    public static readonly Gen<Review> Reviews =
        from before in Gen.Frequency((3, Memories), (1, Gen.Const(New(War))))
        from after in Memories
        from at in Times
        from day in Days
        from grade in Any(Grade.Again, Grade.Hard, Grade.Good, Grade.Easy)
        from kind in Any(ReviewKind.Scheduled, ReviewKind.Cram, ReviewKind.Imported)
        from session in Maybe(Gen.ULong.Select(id => new SessionId(id)))
        from numbers in Gen.Int[0, 60_000].Array[2]
        from text in Texts
        from verdict in Any(Verdict.Right, Verdict.Partly, Verdict.Vague, Verdict.Wrong)
        from overruled in Gen.Bool
        from isMarked in Gen.Bool
        select new Review
        {
            Item = War,
            Shown = Split,
            At = at,
            Day = day,
            Grade = grade,
            Kind = kind,
            Session = session,
            Before = before,
            After = after,
            ElapsedDays = numbers[0],
            Took = TimeSpan.FromMilliseconds(numbers[1]),
            Marked = isMarked ? new MarkedAnswer(text, verdict, overruled) : null,
        };

    /// <summary>Any session.</summary>
    public static readonly Gen<RevisionSession> Sessions =
        from id in Gen.ULong
        from deck in Any(ColdWar, OfServer)
        from topic in Texts
        from mode in Any(Enum.GetValues<RevisionMode>())
        from style in Any(Enum.GetValues<RevisionStyle>())
        from numbers in Gen.Int[0, 10_000].Array[2]
        from shown in Maybe(Any(War, Split))
        from suspended in Maybe(Any(War, Split))
        from exam in Maybe(Days)
        from times in Times.Array[2]
        select new RevisionSession
        {
            Id = new SessionId(id),
            Member = Ann,
            Deck = deck,
            Topic = numbers[0] % 2 == 0 ? topic : null,
            Mode = mode,
            Style = style,
            Count = numbers[0],
            Position = numbers[1],
            Shown = shown,
            ShownAt = times[0],
            StartedAt = times[1],
            JustSuspended = suspended,
            Exam = exam,
        };

    /// <summary>Any settings.</summary>
    public static readonly Gen<LearnerSettings> Settings =
        from numbers in Gen.Int[10, 100].Array[2]
        from retention in Gen.Double[0.7, 0.97]
        from choices in Gen.Bool.Array[3]
        from zone in Any<string?>(null, "Europe/London", "Pacific/Auckland")
        from minute in Gen.Int[0, 1439]
        from deck in Maybe(Any(ColdWar, OfServer))
        select new LearnerSettings
        {
            NewPerDay = numbers[0],
            ReviewsPerDay = numbers[1],
            Retention = retention,
            FourButtons = choices[0],
            Style = choices[1] ? RevisionStyle.Questions : RevisionStyle.Cards,
            TypesAnswers = choices[2],
            TimeZone = zone,
            DayStart = TimeOnly.MinValue.AddMinutes(minute),
            LastDeck = deck,
        };

    public static ItemMemory New(ItemId item) => new() { Item = item };

    /// <summary>Learned at a time, and due some days later.</summary>
    public static ItemMemory Known(ItemId item, DateTimeOffset at, int reviews = 1) => new()
    {
        Item = item,
        State = new CardState { Phase = CardPhase.Review, Reviews = reviews, Memory = new Memory(3.5, 4.25) },
        ReviewedAt = at,
        ReviewedOn = DateOnly.FromDateTime(at.DateTime),
        DueOn = DateOnly.FromDateTime(at.DateTime).AddDays(3),
    };

    public static RevisionSession Session(ulong id = 77, MemberId? member = null, DeckAddress? deck = null) => new()
    {
        Id = new SessionId(id),
        Member = member ?? Ann,
        Deck = deck ?? ColdWar,
        Mode = RevisionMode.Due,
        Style = RevisionStyle.Cards,
        Count = 10,
        Shown = War,
        ShownAt = Morning,
        StartedAt = Morning,
    };

    /// <summary>A grading so many seconds into the morning, after which the session shows something else.</summary>
    public static SessionStep Graded(RevisionSession session, ItemMemory before, int second, Grade grade = Grade.Good)
    {
        var at = Morning.AddSeconds(second);
        var after = Known(before.Item, at, before.State.Reviews + 1);
        return Moved(session, second) with
        {
            Expected = before,
            Memory = after,
            Remembered = grade == Grade.Again ? [] : [before.Item],
            Review = new Review
            {
                Item = before.Item,
                Shown = before.Item,
                At = at,
                Day = Today,
                Grade = grade,
                Kind = ReviewKind.Scheduled,
                Session = session.Id,
                Before = before,
                After = after,
                Took = TimeSpan.FromMilliseconds(1234),
            },
        };
    }

    /// <summary>Takes a step's grading back.</summary>
    public static SessionStep Undone(SessionStep step, int second) => Moved(step.After, second) with
    {
        Expected = step.Memory,
        Memory = step.Review!.Before,
        Undone = step.Review,
    };

    /// <summary>A step that only goes on.</summary>
    public static SessionStep Moved(RevisionSession session, int second) => new()
    {
        Before = session,
        After = session with { Position = session.Position + 1, Shown = Split, ShownAt = Morning.AddSeconds(second) },
        Next = new NextItem.Nothing(WhyNothing.Finished, null),
    };

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct => Gen.Frequency((1, Gen.Const((T?)null)), (3, gen.Select(value => (T?)value)));
}
