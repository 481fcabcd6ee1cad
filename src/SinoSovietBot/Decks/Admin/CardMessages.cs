using System.Collections.Immutable;
using System.Text;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Decks.Admin;

/// <summary>What is said of the editing of cards. Pure.</summary>
internal static class CardMessages
{
    public const string TooLongForAForm =
        "This card is longer than a form. `/deck-admin export` the deck in the format *native*, edit it there, and `/deck-admin import` it again.";

    public const string Unchanged = "The card is like this already, so nothing was changed.";

    private const int ShownFaults = 6;
    private const int FaultLength = 220;

    public static string UnknownCard(string typed, string deck) =>
        $"**{Markdown.EscapeLine(deck)}** has no card “{Markdown.EscapeLine(Text.Cut(typed, 100))}”. Choose one of those that are offered while you type.";

    /// <summary>It cannot be stored like this; what was typed is kept.</summary>
    public static MessageContent Faulty(WaitingId card, ImmutableArray<DeckProblem> faults)
    {
        var text = new StringBuilder("The card is not stored yet, because:");
        foreach (string sentence in faults.Select(fault => fault.Message).Distinct().Take(ShownFaults))
            text.Append("\n- ").Append(Markdown.EscapeLine(Text.Cut(sentence, FaultLength)));
        text.Append("\n\nWhat you typed is kept for an hour.");
        return new MessageContent { Text = text.ToString(), Rows = Reopen(card) };
    }

    /// <summary>The deck has changed under the form; what was typed is kept.</summary>
    public static MessageContent Overtaken(WaitingId card, bool isGone) => new()
    {
        Text = isGone
            ? "The card was removed from the deck while you had the form open, so nothing is stored yet. What you typed is kept for an hour: "
                + "send it again, and it becomes a new card."
            : "The deck was changed while you had the form open, so nothing is stored yet. What you typed is kept for an hour: look at the card as it "
                + "is now with `/deck browse`, then send yours again.",
        Rows = Reopen(card),
    };

    /// <summary>It cannot be stored at all for now; what was typed is kept.</summary>
    public static MessageContent NotStored(WaitingId card, string reason) =>
        new() { Text = $"{reason} What you typed is kept for an hour.", Rows = Reopen(card) };

    /// <summary>There is nothing to store it in; what was typed comes back as a file.</summary>
    public static MessageContent Lost(string reason, CardText text) => new()
    {
        Text = $"{reason} What you typed is in the file.",
        Files = [DeckAdminMessages.PlainText("card.txt", [text.Front, text.Topic, "", text.Points, "", text.Notes])],
    };

    public static MessageContent Saved(string front, string deckTitle, DeckId deck, int revision, bool isNew) => new()
    {
        Text = $"✅ **{Markdown.EscapeLine(front)}** is {(isNew ? "added to" : "changed in")} **{Markdown.EscapeLine(deckTitle)}**.",
        Rows = [new ActionRow([DeckAdminMessages.UndoButton(deck, revision)])],
    };

    private static ImmutableArray<ActionRow> Reopen(WaitingId card) =>
    [
        new ActionRow([new Button("Open the form again", new ComponentId.OpenCard(card).ToString()) { Style = ButtonStyle.Primary }]),
    ];
}
