using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Quiz;
using SinoSovietBot.Study.Quiz;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision.Cards;

/// <summary>The forms of <c>/card</c>: for an answer, and for what is wrong with a card.</summary>
internal static class CardForms
{
    /// <summary>The longest report.</summary>
    public const int ReportLength = 1000;

    private const string Report = "report";

    /// <summary>For an answer to what is on screen.</summary>
    public static Form ForAnswer(CardView view)
    {
        var field = view.Key is { } key ? TypedMessages.AnswerField(key, view.Question?.Prompt ?? view.Card.Front, standing: null) : Recall(view);
        if (view.Session.Answer is { } standing)
            field = field with { Value = Text.Cut(standing.Text, field.MaxLength ?? DiscordLimits.TextInputValue) };
        return new Form(
            new ComponentId.CardTyped(view.Session.Id, view.Session.Position).ToString(),
            view.Question is null ? "What is on the back?" : "Your answer",
            [field]);
    }

    public static string Answer(FormSubmitted form) =>
        Text.Cut(form.Fields.GetValueOrDefault(TypedMessages.Field, "").ReplaceLineEndings("\n").Trim(), QuizLimits.TypedListLength);

    /// <summary>For what is wrong with what is on screen.</summary>
    public static Form ForReport(CardView view, ItemId shown) => new(
        new ComponentId.CardReported(view.Session.Id, shown).ToString(),
        $"Report this {view.Thing}",
        [new TextField(Report, "What is wrong with it?") { Paragraph = true, MaxLength = ReportLength }]);

    public static string Reported(FormSubmitted form) => Text.Cut(form.Fields.GetValueOrDefault(Report, "").Trim(), ReportLength);

    private static TextField Recall(CardView view)
    {
        string front = Text.Cut(Text.OneLine(view.Card.Front), DiscordLimits.LabelDescription);
        return new TextField(TypedMessages.Field, "All that you remember")
        {
            Description = front.Length == 0 ? null : front,
            Paragraph = true,
            MaxLength = QuizLimits.TypedListLength,
        };
    }
}
