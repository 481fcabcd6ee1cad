using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.Cards;

/// <summary>A member at their session, at the moment of a press.</summary>
/// <param name="Deck">The session's deck as it is now.</param>
/// <param name="Learner">Where the member stands.</param>
/// <param name="Session">The session.</param>
/// <param name="Keys">What marks answers to the deck's questions.</param>
internal sealed record CardSeat(KnownDeck Deck, LearnerDeck Learner, RevisionSession Session, Lazy<MarkingKeys> Keys)
{
    /// <summary>What is on screen; null where nothing is, or where the deck no longer has it.</summary>
    public CardView? View => CardView.Of(Learner, Session, Keys);

    /// <summary>The deck has lost what was on screen.</summary>
    public bool HasLostItsCard => Session.Shown is not null && View is null;

    /// <summary>The same after a step that was decided for it.</summary>
    public CardSeat After(SessionStep step) => this with { Learner = Learner.After(step), Session = step.After };
}

/// <summary>Whether a member may go on with a session; a closed family.</summary>
internal abstract record Seating
{
    private Seating()
    {
    }

    public sealed record Taken(CardSeat Seat) : Seating;

    public sealed record Refused(InteractionResponse Response) : Seating;
}
