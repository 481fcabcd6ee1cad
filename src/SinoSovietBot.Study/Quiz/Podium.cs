using System.Collections.Immutable;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Quiz;

/// <summary>The final order of a quiz.</summary>
public static class Podium
{
    /// <summary>
    /// Everyone who scored, best first: more right answers, then less total time (an unanswered round counts in full), then a shared place:
    /// 1, 2, 2, 4. Members of a shared place are in the order of their names.
    /// </summary>
    public static ImmutableArray<PodiumPlace> Of(QuizState quiz)
    {
        var ordered = quiz.Scores.Where(entry => entry.Value.Correct > 0)
            .OrderByDescending(entry => entry.Value.Correct)
            .ThenBy(entry => entry.Value.Time)
            .ThenBy(entry => quiz.Names.GetValueOrDefault(entry.Key, ""), StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Value);
        var places = ImmutableArray.CreateBuilder<PodiumPlace>();
        foreach (var (member, score) in ordered)
        {
            bool shared = places.Count > 0 && places[^1].Score.Correct == score.Correct && places[^1].Score.Time == score.Time;
            places.Add(new PodiumPlace(shared ? places[^1].Place : places.Count + 1, member, quiz.Names.GetValueOrDefault(member, ""), score));
        }

        return places.ToImmutable();
    }
}

/// <summary>One line of the final order.</summary>
/// <param name="Place">From 1; shared places repeat it.</param>
/// <param name="Member">Who.</param>
/// <param name="Name">Their display name, unescaped.</param>
/// <param name="Score">What they reached.</param>
public sealed record PodiumPlace(int Place, MemberId Member, string Name, Score Score);
