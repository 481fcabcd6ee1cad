using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions;

/// <summary>
/// What a server has met of a deck. Questions come out of a bag: a question that has been revealed stays out until all the others have been, too, and
/// then the next bag begins.
/// </summary>
/// <param name="Questions">The questions revealed at least once.</param>
public sealed record ClassHistory(ImmutableDictionary<QuestionId, QuestionHistory> Questions)
{
    // Before anybody has answered about a point, a class is taken to know it three times in four.
    private const double ExpectedWrong = 1;
    private const double ExpectedAnswers = 4;

    public static ClassHistory Empty { get; } = new(ImmutableDictionary<QuestionId, QuestionHistory>.Empty);

    /// <summary>The bag in which a question was last revealed, from 1; 0 for one that never was. The lowest come first.</summary>
    public int BagOf(QuestionId question) => Questions.TryGetValue(question, out var met) ? met.Bag : 0;

    /// <summary>The bag in which a question will have been revealed once it is asked now: one that joins late is level with the others at once.</summary>
    public int NextBagOf(QuestionId question) => Math.Max(BagOf(question) + 1, Questions.Values.Select(met => met.Bag).DefaultIfEmpty(1).Max());

    /// <summary>
    /// Which part of the answers about each point that these questions test was wrong, pulled towards a quarter where there are few: above 0 to below 1.
    /// Points never asked about are left out.
    /// </summary>
    public ImmutableDictionary<PointId, double> Weakness(IEnumerable<Question> questions) => questions
        .Where(question => Questions.ContainsKey(question.Id))
        .SelectMany(question => question.Points, (question, point) => (point, Met: Questions[question.Id]))
        .GroupBy(pair => pair.point, pair => pair.Met)
        .ToImmutableDictionary(
            group => group.Key,
            group => (group.Sum(met => met.Answered - met.Correct) + ExpectedWrong) / (group.Sum(met => met.Answered) + ExpectedAnswers));

    /// <summary>How weak a class is on a point of which nothing is known.</summary>
    public static double UnknownWeakness => ExpectedWrong / ExpectedAnswers;
}

/// <summary>How a server fared with one question.</summary>
/// <param name="Bag">The bag in which it was last revealed, from 1.</param>
/// <param name="Answered">Answers given to it in all.</param>
/// <param name="Correct">How many of these were right.</param>
public readonly record struct QuestionHistory(int Bag, int Answered, int Correct);
