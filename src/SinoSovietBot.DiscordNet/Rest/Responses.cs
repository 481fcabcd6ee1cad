using System.Globalization;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.DiscordNet.Mapping;
using SocketAutocompleteInteraction = global::Discord.WebSocket.SocketAutocompleteInteraction;
using SocketInteraction = global::Discord.WebSocket.SocketInteraction;
using SocketMessageComponent = global::Discord.WebSocket.SocketMessageComponent;
using SocketModal = global::Discord.WebSocket.SocketModal;

namespace SinoSovietBot.DiscordNet.Rest;

/// <summary>Which of Discord.Net's methods sends which first response.</summary>
internal static class Responses
{
    /// <exception cref="ArgumentException">Discord knows no such response to such an interaction.</exception>
    public static Task SendAsync(SocketInteraction to, InteractionResponse response, bool asNumbers, DNet.RequestOptions options) => response switch
    {
        InteractionResponse.Reply reply => ReplyAsync(to, reply.Content, options),
        InteractionResponse.DeferReply defer => DeferReplyAsync(to, defer.Ephemeral, options),
        InteractionResponse.DeferUpdate when to is SocketMessageComponent or SocketModal => to.DeferAsync(options: options),
        InteractionResponse.UpdateMessage update => UpdateAsync(to, update.Content, options),
        InteractionResponse.Suggest suggest when to is SocketAutocompleteInteraction typing => typing.RespondAsync(
            suggest.Choices.Select(choice => Choice(choice, asNumbers)), options),
        InteractionResponse.OpenForm open => to.RespondWithModalAsync(FormMapping.Build(open.Form), options),
        _ => throw Unfit(response),
    };

    /// <summary>The files that go with a response.</summary>
    public static bool HasFiles(InteractionResponse response) => response switch
    {
        InteractionResponse.Reply reply => !reply.Content.Files.IsDefaultOrEmpty,
        InteractionResponse.UpdateMessage update => !update.Content.Files.IsDefaultOrEmpty,
        _ => false,
    };

    private static Task ReplyAsync(SocketInteraction to, MessageContent content, DNet.RequestOptions options) => content.Files.IsDefaultOrEmpty
        ? to.RespondAsync(
            MessageMapping.Text(content), MessageMapping.Embeds(content), ephemeral: content.Ephemeral,
            allowedMentions: MessageMapping.Mentions(content), components: MessageMapping.Rows(content), options: options)
        : to.RespondWithFilesAsync(
            MessageMapping.Files(content), MessageMapping.Text(content), MessageMapping.Embeds(content), ephemeral: content.Ephemeral,
            allowedMentions: MessageMapping.Mentions(content), components: MessageMapping.Rows(content), options: options);

    // For a button or a form, Discord.Net's DeferAsync would defer an edit instead.
    private static Task DeferReplyAsync(SocketInteraction to, bool ephemeral, DNet.RequestOptions options) => to switch
    {
        SocketMessageComponent press => press.DeferLoadingAsync(ephemeral, options),
        SocketModal form => form.DeferLoadingAsync(ephemeral, options),
        _ => to.DeferAsync(ephemeral, options),
    };

    private static Task UpdateAsync(SocketInteraction to, MessageContent content, DNet.RequestOptions options) => to switch
    {
        SocketMessageComponent press => press.UpdateAsync(message => MessageMapping.Replace(content, message), options),
        SocketModal form => form.UpdateAsync(message => MessageMapping.Replace(content, message), options),
        _ => throw Unfit(new InteractionResponse.UpdateMessage(content)),
    };

    private static DNet.AutocompleteResult Choice(Suggestion choice, bool asNumber) => new(
        choice.Name, asNumber ? long.Parse(choice.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : choice.Value);

    private static ArgumentException Unfit(InteractionResponse response) =>
        new($"{response.GetType().Name} is no response to this kind of interaction.", nameof(response));
}
