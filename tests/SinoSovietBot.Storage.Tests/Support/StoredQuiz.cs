using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Study.Tests.Quiz;

namespace SinoSovietBot.Storage.Tests.Support;

/// <summary>A quiz whose steps are saved as the bot does: the changes of each step together, in order, without waiting in between.</summary>
internal sealed class StoredQuiz(SqliteStorage storage, AQuiz quiz)
{
    private readonly IQuizWriter writer = storage.Quizzes.OpenWriter();
    private int saved;

    public AQuiz Quiz { get; } = quiz;

    /// <summary>A quiz of a teacher on server 1, over the questions of <see cref="AQuiz.Question"/> with the given numbers.</summary>
    public static AQuiz Opened(
        ulong id, DateTimeOffset at, int[] questions, string deck = "a-deck", ulong server = 1, bool teacher = true) => AQuiz.From(
        AQuiz.WithQuestions(1, teacher).State with
        {
            Id = new QuizId(id),
            Server = new ServerId(server),
            Deck = DeckAddress.Parse(deck),
            OpenedAt = at,
            Questions = [.. questions.Select(AQuiz.Question)],
        }).Created();

    /// <summary>Plays a one-question quiz in which everyone named is right.</summary>
    public static Task PlayAsync(SqliteStorage storage, ulong id, DateTimeOffset at, string[] members, int question = 0, bool teacher = true)
    {
        var quiz = Opened(id, at, [question], teacher: teacher).Asking();
        foreach (string member in members)
            quiz.Right(member);
        return new StoredQuiz(storage, quiz.TimedOut()).SaveAsync();
    }

    public Task SaveAsync()
    {
        var tasks = Quiz.Steps.Skip(saved).Where(step => !step.Changes.IsEmpty).Select(step => writer.SaveAsync(step.Changes)).ToList();
        saved = Quiz.Steps.Count;
        return Task.WhenAll(tasks);
    }
}
