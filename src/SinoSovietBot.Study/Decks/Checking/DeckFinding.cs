using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>Something in a deck that a learner can stumble over.</summary>
/// <param name="Trap">Which kind of trap it is.</param>
/// <param name="Question">The question it is in; null where it is in the cards.</param>
/// <param name="Message">A sentence that names the thing, says what is wrong with it and what to do.</param>
public sealed record DeckFinding(DeckTrap Trap, QuestionId? Question, string Message)
{
    internal static DeckFinding In(Question question, DeckTrap trap, string message) => new(trap, question.Id, message);

    internal static DeckFinding InCards(DeckTrap trap, string message) => new(trap, null, message);
}

/// <summary>How sure a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth a look; a careful author may leave it.</summary>
    Soft,

    /// <summary>Has to be mended: the check fails.</summary>
    Hard,
}
