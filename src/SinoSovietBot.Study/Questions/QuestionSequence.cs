using System.Collections.Immutable;

namespace SinoSovietBot.Study.Questions;

/// <summary>Puts chosen questions in the order in which to ask them.</summary>
internal static class QuestionSequence
{
    // Looking further ahead would make a long quiz slow to arrange and no better.
    private const int Lookahead = 64;

    /// <summary>
    /// Difficulty first: after every question the sum so far is less than 2 off an even spread, so the hard ones are not all at the end.
    /// Among questions that fit equally well, another card and another kind than just before, and not twice in a row something to type. Ties keep the
    /// order given.
    /// </summary>
    public static ImmutableArray<Question> Arrange(List<Question> questions)
    {
        if (questions.Count == 0)
            return [];
        var average = questions.Average(question => question.Difficulty);
        var byDifficulty = questions.GroupBy(question => question.Difficulty).Select(group => group.ToList()).ToList();
        var arranged = ImmutableArray.CreateBuilder<Question>(questions.Count);
        var excess = 0.0;
        while (byDifficulty.Count > 0)
        {
            var nearest = byDifficulty.Min(group => Math.Abs(excess + group[0].Difficulty - average));
            var fitting = byDifficulty.Where(group => Math.Abs(excess + group[0].Difficulty - average) <= nearest + 0.5);
            var before = arranged.Count > 0 ? arranged[^1] : null;
            var next = fitting.SelectMany(group => group.Take(Lookahead)).MinBy(question => Sameness(question, before))!;

            var group = byDifficulty.First(group => group[0].Difficulty == next.Difficulty);
            group.Remove(next);
            if (group.Count == 0)
                byDifficulty.Remove(group);
            arranged.Add(next);
            excess += next.Difficulty - average;
        }

        return arranged.MoveToImmutable();
    }

    private static int Sameness(Question question, Question? before) =>
        before is null
            ? 0
            : (question.Card == before.Card ? 2 : 0) + (question.Kind == before.Kind ? 1 : 0) + (question.HasOptions || before.HasOptions ? 0 : 1);
}
