using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.DiscordNet.Mapping;

/// <summary>
/// Our forms as Discord.Net's modals. Discord.Net 3.16 knows one thing in a modal, a text input in a row of its own: a field's line of help is shown
/// inside the empty input, and a drop-down cannot be sent at all.
/// </summary>
internal static class FormMapping
{
    /// <exception cref="NotSupportedException">The form has a drop-down.</exception>
    public static DNet.Modal Build(Form form)
    {
        var builder = new DNet.ModalBuilder { Title = form.Title, CustomId = form.CustomId };
        foreach (FormField field in form.Fields) builder.AddTextInput(Input(field), row: builder.Components.ActionRows?.Count ?? 0);
        return builder.Build();
    }

    private static DNet.TextInputBuilder Input(FormField field) => field is TextField text
        ? new DNet.TextInputBuilder
        {
            CustomId = text.CustomId,
            Label = text.Label,
            Style = text.Paragraph ? DNet.TextInputStyle.Paragraph : DNet.TextInputStyle.Short,
            MinLength = text.MinLength,
            MaxLength = text.MaxLength,
            Required = text.Required,
            Value = text.Value,
            Placeholder = text.Placeholder ?? Text.Cut(text.Description ?? "", DiscordLimits.TextInputPlaceholder),
        }
        : throw new NotSupportedException(
            $"The form field '{field.CustomId}' is a drop-down, and Discord.Net 3.16 has none in forms: run the bot on the built-in connection.");
}
