using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Revision.Cards;

/// <summary>What a session has on screen now. Pure.</summary>
internal static class CardScreens
{
    /// <summary>The front, the back where an answer waits for its grade, or the end.</summary>
    /// <param name="seat">The session.</param>
    /// <param name="line">What has just happened, or null.</param>
    public static MessageContent Of(CardSeat seat, string? line) => seat.View switch
    {
        { Session.Answer: { IsFinal: true } } view => CardBackMessages.Back(view, 0, line),
        { } view => CardFrontMessages.Front(view, 0, line),
        null => CardEndMessages.End(seat.Learner, seat.Session, line),
    };
}
