using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Leaderboard;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Quiz;

namespace SinoSovietBot.Tests.Support;

/// <summary>Everything as long as it may be, and all of it markdown, so that escaping doubles it.</summary>
internal static class LargestQuiz
{
    private const int Members = 500;
    private const int NameLength = 32;

    public static AskedQuestion Question { get; } = Given.Question() with
    {
        Topic = Nasty.Longest(DeckLimits.TopicLength),
        Prompt = Nasty.Longest(DeckLimits.PromptLength),
        Options = [.. Enumerable.Range(0, DeckLimits.MaxOptions).Select(_ => Nasty.Longest(DeckLimits.OptionLength))],
        Explanation = Nasty.Longest(DeckLimits.ExplanationLength),
        Corrections = [.. Enumerable.Range(0, 5).Select(_ => Nasty.Longest(DeckLimits.CorrectionLength))],
        Time = TimeSpan.FromSeconds(QuizLimits.MaxSeconds),
    };

    public static AskedQuestion TypedQuestion { get; } = Question with
    {
        Options = [],
        Right = 0,
        Key = new MarkingKey { Form = AnswerForm.Text, Answer = Nasty.Longest(DeckLimits.OptionLength) },
    };

    public static AskedQuestion ListQuestion { get; } = TypedQuestion with
    {
        Key = new MarkingKey
        {
            Form = AnswerForm.List,
            Answer = "",
            Items = [.. Enumerable.Range(0, DeckLimits.MaxListItems).Select(_ => new AnswerItem(Nasty.Longest(DeckLimits.OptionLength), []))],
            Count = DeckLimits.MaxListItems - 1,
        },
    };

    /// <summary>With options, with something to type, and with a list.</summary>
    public static IEnumerable<QuizState> InEveryPhase() =>
        from phase in Enum.GetValues<QuizPhase>()
        from state in (QuizState[])[State, Typed(TypedQuestion), Typed(ListQuestion)]
        select state with { Phase = phase };

    /// <summary>All answers wrong, and each its own.</summary>
    private static QuizState Typed(AskedQuestion question) => State with
    {
        Questions = [.. Enumerable.Range(0, QuizLimits.MaxQuestions).Select(_ => question)],
        Answers = Ids.ToImmutableDictionary(id => id, id => new GivenAnswer(null, TimeSpan.FromSeconds(240), 0, id.Value) { Typed = Mistake(id.Value % 3) }),
    };

    private static Marking Mistake(ulong number) =>
        new(Verdict.Wrong, MarkingRule.NoMatch, Nasty.Longest(QuizLimits.TypedListLength), $"{number}", 0, 1, Nasty.Longest(200));

    public static MemberResults Results { get; } = new(
        new ServerId(Given.Guild.Value),
        Nasty.Longest(DeckLimits.TitleLength),
        [.. Enumerable.Range(0, QuizLimits.MaxQuestions).Select(_ => Given.Round(Question, 0, Question.Time))]);

    public static MemberResults TypedResults(AskedQuestion question) =>
        Results with { Rounds = [.. Results.Rounds.Select(_ => new MemberRound(question, new GivenAnswer(null, question.Time, 0, 1) { Typed = Mistake(1) }))] };

    public static LeaderboardPage Board(int page) => new(
        page,
        1_000_000,
        10_000_000,
        [.. Enumerable.Range(0, LeaderboardPage.PageSize).Select(place => Standing(place))],
        Standing(9_999_999));

    private static QuizState State { get; } = Given.Asking(QuizLimits.MaxQuestions) with
    {
        Id = new QuizId(ulong.MaxValue),
        Questions = [.. Enumerable.Range(0, QuizLimits.MaxQuestions).Select(_ => Question)],
        Round = QuizLimits.MaxQuestions - 1,
        RevealedRounds = QuizLimits.MaxQuestions - 1,
        DeckTitle = Nasty.Longest(DeckLimits.TitleLength),
        Topic = Nasty.Longest(DeckLimits.TopicLength),
        Joined = [.. Ids],
        Names = Ids.ToImmutableDictionary(id => id, _ => Nasty.Longest(NameLength)),
        Answers = Ids.ToImmutableDictionary(id => id, id => new GivenAnswer(0, TimeSpan.FromSeconds(240), 0, id.Value)),
        Scores = Ids.ToImmutableDictionary(id => id, _ => new Score(50, 50, TimeSpan.FromSeconds(12_000))),
    };

    private static IEnumerable<MemberId> Ids => Enumerable.Range(1, Members).Select(id => new MemberId((ulong)id));

    private static Standing Standing(int place) => new(place + 1, new MemberId((ulong)place + 1), Nasty.Longest(NameLength), 10_000_000, 10_000_000);
}
