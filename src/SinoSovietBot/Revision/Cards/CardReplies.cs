using System.Collections.Immutable;
using System.Globalization;
using SinoSovietBot.Decks;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.Cards;

/// <summary>The sentences of <c>/card</c>. Pure.</summary>
internal static class CardReplies
{
    public const string SomebodyElses = "That is somebody else's revision. Use `/card` for your own.";

    public const string UnknownSession =
        "That revision is from a database that I no longer have, so its buttons are dead. Use `/card` to begin a new one.";

    public const string OtherServer = "That deck belongs to another server: use it there.";

    public const string DeckGone =
        "That deck is not here any more. What you have learned of it is kept, in case it comes back. `/card` takes another one.";

    public const string TopicWithoutDeck = "Name the deck, too: a topic belongs to one.";

    public const string CardChanged = "The card was changed or removed meanwhile, so it was not graded; here is what comes next.";

    public const string GradedElsewhere =
        "You have graded or suspended this card in another place meanwhile, so that counts; here is what comes next.";

    public const string NotTakenBack = "It was graded again in another place meanwhile, so it cannot be taken back here.";

    public const string TakenBack = "Taken back.";

    public const string Suspended = "Suspended: it does not come back until `/study suspended` or **Undo** brings it back.";

    public const string NothingTyped = "There is no letter and no digit in that, so nothing has changed.";

    public const string NothingReported = "There was nothing in that, so nothing is reported.";

    public const string Reported = "Thank you: those who look after the deck can read it now, with your name. Your revision goes on above.";

    public const string CramKeepsTheSchedule = "The schedule stays as it is";

    private const int LeechLength = 200;

    public static string CountOutOfRange(long asked) => string.Create(
        CultureInfo.InvariantCulture, $"A revision has from {RevisionLimits.MinCount} to {RevisionLimits.MaxCount} cards, not {asked}.");

    public static string QuizIsOn(string deck) =>
        $"A quiz on **{Markdown.EscapeLine(deck)}** is running, so its cards are hidden until it is over.";

    /// <summary>The same on a card, with a way back to it.</summary>
    public static MessageContent WaitForQuiz(string deck, RevisionSession session) => new()
    {
        Text = QuizIsOn(deck),
        Rows = [new ActionRow([new Button("Go on", new ComponentId.CardLook(session.Id, session.Position).ToString())])],
        Ephemeral = true,
    };

    /// <summary>A menu of decks.</summary>
    public static MessageContent WhichDeck(ImmutableArray<DeckListing> decks, RevisionMode mode, int count)
    {
        SelectOption[] options =
        [
            .. decks.Take(DiscordLimits.SelectOptions).Select(deck => new SelectOption(
                Text.Cut(Text.OneLine(deck.Title), DiscordLimits.SelectOptionText) is { Length: > 0 } title ? title : deck.Id, deck.Id)),
        ];
        return new MessageContent
        {
            Text = decks.Length > DiscordLimits.SelectOptions
                ? "Which deck do you want to revise? There are more than fit here: `/card` with `deck` finds every one."
                : "Which deck do you want to revise?",
            Rows = [new ActionRow([new StringSelect(new ComponentId.CardDecks(mode, count).ToString(), [.. options]) { Placeholder = "Deck" }])],
            Ephemeral = true,
        };
    }

    /// <summary>What a grade has done.</summary>
    /// <param name="step">One that graded something.</param>
    /// <param name="leech">The front of the card, or the question, where it was suspended for being forgotten again and again.</param>
    public static string Graded(SessionStep step, string? leech)
    {
        var review = step.Review ?? throw new InvalidOperationException("Nothing was graded.");
        if (leech is not null)
        {
            string thing = step.Before.Style == RevisionStyle.Questions ? "question" : "card";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"You have forgotten this {thing} {review.After.State.Lapses} times, so it is suspended: "
                + $"{Markdown.EscapeLine(Text.Cut(Text.OneLine(leech), LeechLength))}. `/study suspended` brings it back.");
        }

        if (review.Kind == ReviewKind.Cram)
            return $"{review.Grade}. {CramKeepsTheSchedule}.";
        var wait = review.After is { DueAt: { } at }
            ? at - review.At
            : TimeSpan.FromDays((review.After.DueOn?.DayNumber ?? 0) - review.Day.DayNumber);
        return $"{review.Grade}: back in {Waits.InWords(wait)}.";
    }
}
