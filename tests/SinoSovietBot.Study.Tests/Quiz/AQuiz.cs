using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Study.Tests.Quiz;

/// <summary>
/// Brings a quiz to the state under test, through the rules alone. Times are in milliseconds after the current round's message;
/// members are known by their names.
/// </summary>
internal sealed class AQuiz
{
    public const string Host = "Host";
    public const int Seconds = 20;
    public const int FirstTyped = 100;
    public const int FirstList = 200;
    public static readonly DateTimeOffset Opened = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly MarkingKey Khrushchev = new()
    {
        Form = AnswerForm.Text,
        Answer = "Nikita Khrushchev",
        Accept = ["Khrushchev"],
        Vague = ["Soviet leader"],
        Reject = ["Mao"],
    };

    private static readonly MarkingKey TwoReasons = new()
    {
        Form = AnswerForm.List,
        Answer = "trade; aid; ideology",
        Items = [new AnswerItem("trade", []), new AnswerItem("aid", ["loans"]), new AnswerItem("ideology", [])],
        Count = 2,
    };

    private ulong snowflake = 1000;

    private AQuiz(QuizState state)
    {
        State = state;
        Now = state.OpenedAt;
    }

    public QuizState State { get; private set; }

    /// <summary>Everything to be stored so far.</summary>
    public IEnumerable<QuizChange> Changes => Steps.SelectMany(step => step.Changes);

    /// <summary>Every step so far, in order.</summary>
    public List<QuizStep> Steps { get; } = [];

    /// <summary>The bot's clock; moved by the steps that post, reveal and go on.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>When the current round's message appeared.</summary>
    public DateTimeOffset RoundStart => State.RoundMessage?.At ?? Now;

    public static AQuiz From(QuizState state) => new(state);

    public static AQuiz WithQuestions(int count, bool hostIsTeacher = true) => Over([.. Enumerable.Range(0, count)], hostIsTeacher);

    /// <summary>Options, something to type, a list, and so on.</summary>
    public static AQuiz Mixed(int count, bool hostIsTeacher = true) =>
        Over([.. Enumerable.Range(0, count).Select(round => round + (round % 3 * FirstTyped))], hostIsTeacher);

    /// <summary>Over the questions of <see cref="Question"/> with the given numbers.</summary>
    public static AQuiz Over(int[] questions, bool hostIsTeacher = true) => new(new QuizState
    {
        Id = new QuizId(77),
        Server = new ServerId(1),
        Channel = new ChannelId(2),
        Host = Member(Host),
        HostIsTeacher = hostIsTeacher,
        Deck = new DeckId("a-deck"),
        DeckTitle = "A deck",
        OpenedAt = Opened,
        Questions = [.. questions.Select(Question)],
    });

    /// <summary>
    /// Question <paramref name="round"/>: four options, of which number <c>round % 4</c> is right; from <see cref="FirstTyped"/> on, a name to type;
    /// from <see cref="FirstList"/> on, two ideas to name.
    /// </summary>
    public static AskedQuestion Question(int round) => round switch
    {
        >= FirstList => OfOptions(round) with { Options = [], Right = 0, Key = TwoReasons },
        >= FirstTyped => OfOptions(round) with { Options = [], Right = 0, Key = Khrushchev },
        _ => OfOptions(round),
    };

    private static AskedQuestion OfOptions(int round) => new()
    {
        Id = new QuestionId($"question-{round}"),
        Card = new CardId("a-card"),
        Topic = "A topic",
        Prompt = $"Prompt {round}?",
        Options = ["A", "B", "C", "D"],
        Right = round % 4,
        Explanation = "Because.",
        Time = TimeSpan.FromSeconds(Seconds),
    };

    public static MemberId Member(string name) => new(name.Aggregate(7UL, (id, letter) => (id * 131) + letter) & long.MaxValue);

    public static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    public QuizStep Apply(QuizInput input)
    {
        var step = QuizRules.Apply(State, input);
        State = step.Next;
        Steps.Add(step);
        return step;
    }

    /// <summary>Creates it, which a quiz must be before anything of it can be stored.</summary>
    public AQuiz Created()
    {
        Apply(new QuizInput.Open());
        return this;
    }

    public AQuiz Joined(params string[] names)
    {
        foreach (string name in names)
            Joins(name);
        return this;
    }

    /// <summary>Starts it, and confirms the first round's message.</summary>
    public AQuiz Asking()
    {
        Apply(new QuizInput.StartNow(State.Host, false, Now));
        return Posted();
    }

    /// <summary>Confirms the message of a round that was just asked.</summary>
    public AQuiz Posted()
    {
        Now += TimeSpan.FromSeconds(1);
        Apply(new QuizInput.RoundPosted(State.Round, State.Opening, new PostedMessage(snowflake++, Now)));
        return this;
    }

    public AQuiz Right(string name, int after = 1000)
    {
        _ = State.Question.Key switch
        {
            null => Presses(name, State.Question.Right, after),
            { Form: AnswerForm.List } => Types(name, "trade, aid", after),
            _ => Types(name, "Khrushchev", after),
        };
        return this;
    }

    public AQuiz Wrong(string name, int after = 1000)
    {
        _ = State.Question.Key is null ? Presses(name, (State.Question.Right + 1) % 4, after) : Types(name, "Mao", after);
        return this;
    }

    /// <summary>The current round runs to its end.</summary>
    public AQuiz TimedOut()
    {
        TimeUp();
        return this;
    }

    /// <summary>The next round is asked and confirmed.</summary>
    public AQuiz Next()
    {
        RevealOver();
        return Posted();
    }

    public AQuiz Stopped()
    {
        Apply(new QuizInput.Stop(State.Host, false, Now));
        return this;
    }

    public QuizStep Joins(string name) => Apply(new QuizInput.Join(Member(name), name, Now));

    public QuizStep Leaves(string name, int after = 1000) => Apply(new QuizInput.Leave(Member(name), RoundStart + Ms(after)));

    public QuizStep Presses(string name, int option, int after = 1000, int? round = null) =>
        Apply(new QuizInput.Answer(Member(name), name, round ?? State.Round, option, Press(after), State.RoundMessage ?? new PostedMessage(1, Now)));

    /// <summary>Sends a form that was opened on the current round's message.</summary>
    public QuizStep Types(string name, string text, int after = 1000, int? round = null) => Apply(new QuizInput.TypedAnswer(
        Member(name), name, round ?? State.Round, text, Press(after), State.RoundMessage ?? new PostedMessage(1, Now)));

    /// <summary>Answers with a command.</summary>
    public QuizStep Commands(string name, string text, int after = 1000) =>
        Apply(new QuizInput.TypedAnswer(Member(name), name, null, text, Press(after), null));

    public QuizStep TimeUp()
    {
        Now = RoundStart + State.Question.Time + QuizLimits.Grace;
        return Apply(new QuizInput.TimeUp(State.Round, State.Opening, Now));
    }

    public QuizStep RevealOver()
    {
        Now += TimeSpan.FromSeconds(8);
        return Apply(new QuizInput.RevealOver(State.Round, Now));
    }

    public QuizStep Resumes() => Apply(new QuizInput.Resumed(Now, ReopenCause.Restart));

    public PostedMessage Press(int after) => new(snowflake++, RoundStart + Ms(after));

    public Score ScoreOf(string name) => State.Scores[Member(name)];

    public ImmutableArray<string> PodiumLines() =>
        [.. Podium.Of(State).Select(place => $"{place.Place} {place.Name} {place.Score.Correct}")];
}
