using System.Collections.Immutable;

namespace SinoSovietBot.Study.Quiz;

/// <summary>What one input does to a quiz.</summary>
/// <param name="Next">The quiz afterwards.</param>
/// <param name="Outcome">What the person behind the input is told, once the changes are stored.</param>
/// <param name="Changes">To store, together.</param>
/// <param name="Effects">To perform, once the changes are stored.</param>
public readonly record struct QuizStep(QuizState Next, QuizOutcome Outcome, ImmutableArray<QuizChange> Changes, ImmutableArray<QuizEffect> Effects)
{
    /// <summary>Nothing changes.</summary>
    public static QuizStep Stay(QuizState state, QuizOutcome? outcome = null) => new(state, outcome ?? QuizOutcome.Silent.Instance, [], []);
}
