using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Interactions;

/// <summary>The usual shapes of responses.</summary>
internal static class Reply
{
    /// <summary>A message for the person alone.</summary>
    public static InteractionResponse Privately(string text) => new InteractionResponse.Reply(new MessageContent { Text = text, Ephemeral = true });

    /// <inheritdoc cref="Privately(string)"/>
    public static InteractionResponse Privately(MessageContent content) => new InteractionResponse.Reply(content with { Ephemeral = true });

    /// <summary>Edits the message that holds the pressed button.</summary>
    public static InteractionResponse InPlace(MessageContent content) => new InteractionResponse.UpdateMessage(content);
}
