using System.Collections.Immutable;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Quiz;

public static partial class QuizRules
{
    /// <summary>Closes the current round on top of a step, in the same write.</summary>
    private static QuizStep ThenReveal(QuizStep step, DateTimeOffset now)
    {
        var state = step.Next;
        var results = state.Answers
            .OrderBy(entry => entry.Key.Value)
            .Select(entry => new RoundResult(entry.Key, entry.Value, state.Question.IsRight(entry.Value)))
            .ToImmutableArray();
        bool eligible = state.HostIsTeacher && results.Length >= QuizLimits.RankedMembers;
        var next = state with
        {
            Phase = QuizPhase.Revealed,
            Scores = AddScores(state),
            RevealedRounds = state.Round + 1,
            EligibleRounds = state.EligibleRounds + (eligible ? 1 : 0),
            SilentRounds = results.IsEmpty ? state.SilentRounds + 1 : 0,
            CountPending = false,
        };
        var reveal = new RoundReveal(state, now, eligible, results);
        var revealed = new QuizStep(
            next,
            step.Outcome,
            step.Changes.Add(new QuizChange.RoundRevealed(reveal)),
            step.Effects.Add(new QuizEffect.ShowReveal(next)));
        return ThenGoOn(revealed, now);
    }

    // Nothing comes after the last answer but the podium, so nobody is made to wait for it.
    private static QuizStep ThenGoOn(QuizStep step, DateTimeOffset now)
    {
        var state = step.Next;
        EndReason? end =
            state.Round + 1 == state.Questions.Length ? EndReason.Finished
            : state.SilentRounds >= QuizLimits.SilentRounds ? EndReason.Silence
            : null;
        if (end is null)
            return step with { Effects = step.Effects.Add(new QuizEffect.WaitForReveal(state.Round)) };
        var ended = End(state, end.Value, now, step.Outcome);
        return new(ended.Next, step.Outcome, step.Changes.AddRange(ended.Changes), step.Effects.AddRange(ended.Effects));
    }

    // There is a next round: the last reveal ends the quiz in its own step.
    private static QuizStep RevealOver(QuizState state, QuizInput.RevealOver over) =>
        state.Phase == QuizPhase.Revealed && state.Round == over.Round
            ? Ask(state, state.Round + 1, over.Now, QuizOutcome.Silent.Instance)
            : QuizStep.Stay(state);

    private static ImmutableDictionary<MemberId, Score> AddScores(QuizState state)
    {
        var scores = state.Scores.ToBuilder();
        foreach (var member in state.Answers.Keys.Concat(state.Scores.Keys).Distinct())
        {
            // Whoever comes late has left the rounds before unanswered.
            var before = state.Scores.TryGetValue(member, out var score) ? score : new Score(0, 0, state.FullTime);
            scores[member] = state.Answers.TryGetValue(member, out var answer)
                ? new Score(
                    before.Correct + (state.Question.IsRight(answer) ? 1 : 0),
                    before.Answered + 1,
                    before.Time + answer.Response)
                : before with { Time = before.Time + state.Question.Time };
        }

        return scores.ToImmutable();
    }
}
