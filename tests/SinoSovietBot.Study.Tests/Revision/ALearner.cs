using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

/// <summary>A member who revises, one press after the other, as the rules and a perfect store would have it.</summary>
internal sealed class ALearner
{
    public static readonly DateTimeOffset Morning = new(2026, 9, 7, 8, 0, 0, TimeSpan.Zero);

    private ulong sessions;

    public ALearner(Deck? deck = null, RevisionStyle style = RevisionStyle.Cards)
    {
        deck ??= DeckOf(20);
        Deck = new LearnerDeck
        {
            Member = new MemberId(7),
            Items = DeckItems.Of(deck, style),
            Settings = LearnerSettings.Default with { Style = style },
            Calendar = LearnerSettings.Default.Calendar(TimeZoneInfo.Utc),
            Now = Morning,
        };
    }

    public LearnerDeck Deck { get; private set; }

    public RevisionSession Session { get; private set; } = null!;

    public NextItem Next { get; private set; } = new NextItem.Nothing(WhyNothing.NoItems, null);

    public NextItem.Show Shown => Next as NextItem.Show ?? throw new InvalidOperationException($"Nothing is shown: {Next}");

    public WhyNothing Why => ((NextItem.Nothing)Next).Why;

    public ItemMemory Memory => Deck.MemoryOf(Shown.Item);

    /// <summary>Cards <c>c0</c>, <c>c1</c>, … with one point each, <c>c0-1</c>, …; every third is of topic B.</summary>
    public static Deck DeckOf(int cards, params PointCluster[] nearDuplicates) => new()
    {
        Id = new DeckId("deck"),
        Title = "Deck",
        Subject = "History",
        Language = "en-GB",
        Licence = "None",
        Source = "None",
        NearDuplicates = [.. nearDuplicates],
        Cards = [.. Enumerable.Range(0, cards).Select(number => CardOf($"c{number}", number % 3 == 2 ? "B" : "A", $"c{number}-1"))],
        Questions = [],
    };

    public static Card CardOf(string id, string topic, params string[] points) => new()
    {
        Id = new CardId(id),
        Topic = topic,
        Front = $"Front {id}",
        Points = [.. points.Select(point => new Point { Id = new PointId(point), Text = $"What {point} says." })],
    };

    public static Question QuestionOf(string id, string card, params string[] points) => new()
    {
        Id = new QuestionId(id),
        Kind = QuestionKind.Typed,
        Card = new CardId(card),
        Points = [.. points.Select(point => new PointId(point))],
        Prompt = $"Prompt {id}?",
        Answer = "Mao",
        Distractors = [],
        Explanation = "Because.",
        Difficulty = 1,
    };

    public static PointCluster Cluster(bool same, params string[] points) =>
        new($"cluster-{points[0]}", "Theme", [.. points.Select(point => new PointId(point))], same);

    public ALearner Set(Func<LearnerDeck, LearnerDeck> change)
    {
        Deck = change(Deck);
        return this;
    }

    public ALearner At(DateTimeOffset now) => Set(deck => deck with { Now = now });

    public ALearner Later(TimeSpan wait) => At(Deck.Now + wait);

    public ALearner Begin(RevisionMode mode = RevisionMode.Due, int count = 10, string? topic = null)
    {
        var asked = new RevisionSession
        {
            Id = new SessionId(++sessions),
            Member = Deck.Member,
            Deck = Deck.Items.Deck.Id,
            Topic = topic,
            Mode = mode,
            Style = Deck.Items.Style,
            Count = count,
            ShownAt = Deck.Now,
            StartedAt = Deck.Now,
            Exam = Deck.Exam,
        };
        (Session, Next) = RevisionRules.Open(Deck, asked);
        return this;
    }

    /// <summary>Grades what is shown, five seconds after the press before.</summary>
    public SessionStep Grade(Grade grade)
    {
        Later(TimeSpan.FromSeconds(5));
        return Take(RevisionRules.Grade(Deck, Session, grade, marked: null));
    }

    public SessionStep Take(SessionStep step)
    {
        (Session, Next) = (step.After, step.Next);
        if (step.Memory is { } memory)
            Deck = Deck.With(memory);
        if (step.Review is { } review)
            Deck = Deck with { Recent = Deck.Recent.Add(review) };
        if (step.Undone is { } undone)
            Deck = Deck with { Recent = Deck.Recent.Remove(undone) };
        return step;
    }

    /// <summary>Grades until the session shows nothing more, and says what was shown.</summary>
    public ImmutableArray<ItemId> Play(Func<RevisionItem, Grade> grade)
    {
        var shown = ImmutableArray.CreateBuilder<ItemId>();
        for (int presses = 0; Next is NextItem.Show(var item, var variant); presses++)
        {
            Assert.True(presses < 500, "The session does not end.");
            shown.Add(variant);
            Grade(grade(item));
        }

        return shown.ToImmutable();
    }
}
