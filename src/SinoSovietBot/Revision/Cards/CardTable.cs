using SinoSovietBot.Decks;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.Cards;

/// <summary>Finds a member's session with everything that belongs to it, or says why they cannot go on with it. Thread-safe.</summary>
internal sealed class CardTable(Learners learners, DeckCatalogue decks, DeckItemsCache items, QuizHall quizzes)
{
    public IRevisionStore Store => learners.Store;

    /// <summary>Reads a session for somebody who has pressed something that belongs to it.</summary>
    public async Task<Seating> SitAsync(Interaction interaction, SessionId id, CancellationToken cancellation)
    {
        var now = interaction.Id.CreatedAt;
        if (await learners.SessionAsync(id, now, cancellation) is not { Session: var session, Learner: var record })
            return Refused(CardReplies.UnknownSession);
        if (session.Member != interaction.Member())
            return Refused(CardReplies.SomebodyElses);
        if (session.Deck.Server is { } server && server != interaction.Server())
            return Refused(CardReplies.OtherServer);
        if (await decks.FindAsync(session.Deck, cancellation) is not { } deck)
            return new Seating.Refused(Reply.InPlace(new MessageContent { Text = CardReplies.DeckGone }));
        if (IsQuizOn(interaction, session.Deck))
            return new Seating.Refused(Reply.InPlace(CardReplies.WaitForQuiz(deck.Deck.Title, session)));
        var learner = learners.Of(session.Member, deck, session.Style, record, now) with { Exam = session.Exam };
        return new Seating.Taken(new CardSeat(deck, learner, session, items.KeysOf(deck.Deck)));
    }

    /// <summary>Begins a session and stores it.</summary>
    /// <param name="interaction">Its id becomes the session's.</param>
    /// <param name="deck">A deck that the member may see.</param>
    /// <param name="style">Null for the member's own.</param>
    /// <param name="session">Makes the session as it is asked for.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CardSeat> BeginAsync(
        Interaction interaction, KnownDeck deck, RevisionStyle? style, Func<LearnerDeck, RevisionSession> session, CancellationToken cancellation)
    {
        var learner = await learners.ReadAsync(interaction, deck, style, cancellation);
        var (opened, _) = RevisionRules.Open(learner, session(learner));
        await Store.OpenAsync(opened);
        return new CardSeat(deck, learner, opened, items.KeysOf(deck.Deck));
    }

    /// <summary>Whether a class is being asked about a deck where somebody is, or with them in it.</summary>
    public bool IsQuizOn(Interaction interaction, DeckAddress deck) => quizzes.IsOn(deck, interaction.Server(), interaction.Member());

    private static Seating.Refused Refused(string why) => new(Reply.Privately(why));
}
