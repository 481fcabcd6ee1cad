using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Revision.Exams;

/// <summary>Keeps the dates of exams. Thread-safe; faults and durability as in <see cref="IRevisionStore"/>.</summary>
public interface IExamStore
{
    /// <summary>A member's own exam on a deck, and that of the class where they are.</summary>
    Task<(Exam? Own, Exam? Class)> ExamsAsync(MemberId member, DeckAddress deck, ServerId? server, CancellationToken cancellation);

    /// <summary>Sets a member's own exam; null removes it, so that the class's counts again.</summary>
    Task SetOwnAsync(MemberId member, DeckAddress deck, Exam? exam);

    /// <summary>Sets the exam of a class, for all members who name none of their own; null removes it.</summary>
    Task SetClassAsync(ServerId server, DeckAddress deck, Exam? exam, MemberId by, DateTimeOffset at);
}

/// <summary>An exam.</summary>
/// <param name="Day">A date of the calendar where the learner is.</param>
/// <param name="WantedRecall">How much of the deck is to be remembered on the day: 0.5 to 0.99, inclusive.</param>
public sealed record Exam(DateOnly Day, double WantedRecall = Exam.DefaultRecall)
{
    public const double DefaultRecall = 0.9;
    public const double MinRecall = 0.5;
    public const double MaxRecall = 0.99;
}
