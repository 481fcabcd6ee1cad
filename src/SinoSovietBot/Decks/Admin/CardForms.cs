using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Decks.Admin;

/// <summary>The form in which a card is written.</summary>
internal static class CardForms
{
    private const string Front = "front";
    private const string Topic = "topic";
    private const string Points = "points";
    private const string Notes = "notes";

    /// <summary>Whether a card has room in a form.</summary>
    public static bool Fits(CardText text) =>
        text.Points.Length <= DiscordLimits.TextInputValue && text.Notes.Length <= DiscordLimits.TextInputValue;

    public static Form For(WaitingCard card) => new(
        new ComponentId.CardForm(card.Id).ToString(),
        card.Card is null ? "New card" : "Edit card",
        [
            new TextField(Front, "Front") { MaxLength = DeckLimits.FrontLength, Value = Filled(card.Text.Front) },
            new TextField(Topic, "Topic") { MaxLength = DeckLimits.TopicLength, Value = Filled(card.Text.Topic) },
            new TextField(Points, "Points")
            {
                Description = "One a line. Two spaces before a line put it under the point above.",
                Paragraph = true,
                MaxLength = DiscordLimits.TextInputValue,
                Value = Filled(card.Text.Points),
            },
            new TextField(Notes, "Notes")
            {
                Description = "What a reader of the whole card should know. An empty line parts two notes.",
                Paragraph = true,
                Required = false,
                MaxLength = DiscordLimits.TextInputValue,
                Value = Filled(card.Text.Notes),
            },
        ]);

    /// <summary>What was typed.</summary>
    public static CardText Read(FormSubmitted form)
    {
        string Field(string id) => form.Fields.GetValueOrDefault(id, "").ReplaceLineEndings("\n");
        return new CardText(Field(Front), Field(Topic), Field(Points), Field(Notes));
    }

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}
