using System.Collections.Immutable;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.DiscordNet.Mapping;

/// <summary>Discord.Net's interactions as ours.</summary>
internal static class InteractionMapping
{
    /// <summary>Null for a kind that this bot has no use for.</summary>
    /// <param name="from">What came.</param>
    /// <param name="arrived">The stamp that the retries of the response count from.</param>
    public static Interaction? Read(DNet.WebSocket.SocketInteraction from, Arrival arrived) => from switch
    {
        DNet.WebSocket.SocketSlashCommand command => ReadCommand(InteractionHead.Read(from), command.Data, arrived),
        DNet.WebSocket.SocketMessageComponent press => ReadPress(InteractionHead.Read(from), press, arrived),
        DNet.WebSocket.SocketAutocompleteInteraction typing => ReadTyping(InteractionHead.Read(from), typing.Data, arrived),
        DNet.WebSocket.SocketModal form => ReadForm(InteractionHead.Read(from), form, arrived),
        _ => null,
    };

    private static SlashCommandUsed ReadCommand(InteractionHead head, DNet.WebSocket.SocketSlashCommandData data, Arrival arrived)
    {
        (string path, CommandOptions options) = OptionMapping.Read(data.Name, data.Options);
        return new SlashCommandUsed
        {
            Id = head.Id, Application = head.Application, Token = head.Token, User = head.User, Guild = head.Guild, Channel = head.Channel,
            InThread = head.InThread, UserPermissions = head.UserPermissions, BotPermissions = head.BotPermissions, Locale = head.Locale,
            Arrived = arrived, Command = path, Options = options,
        };
    }

    private static SuggestionsAsked ReadTyping(InteractionHead head, DNet.WebSocket.SocketAutocompleteInteractionData data, Arrival arrived)
    {
        (string path, CommandOptions options) = OptionMapping.Read(data.CommandName, data.Options);
        return new SuggestionsAsked
        {
            Id = head.Id, Application = head.Application, Token = head.Token, User = head.User, Guild = head.Guild, Channel = head.Channel,
            InThread = head.InThread, UserPermissions = head.UserPermissions, BotPermissions = head.BotPermissions, Locale = head.Locale,
            Arrived = arrived, Command = path, Options = options,
            Option = data.Current.Name, Typed = data.Current.Value?.ToString() ?? "",
            IsNumber = data.Current.Type == DNet.ApplicationCommandOptionType.Integer,
        };
    }

    private static Interaction ReadPress(InteractionHead head, DNet.WebSocket.SocketMessageComponent press, Arrival arrived)
    {
        var message = new Snowflake(press.Message?.Id ?? 0);
        if (press.Data.Type == DNet.ComponentType.Button)
        {
            return new ButtonPressed
            {
                Id = head.Id, Application = head.Application, Token = head.Token, User = head.User, Guild = head.Guild, Channel = head.Channel,
                InThread = head.InThread, UserPermissions = head.UserPermissions, BotPermissions = head.BotPermissions, Locale = head.Locale,
                Arrived = arrived, CustomId = press.Data.CustomId, Message = message,
            };
        }

        return new MenuChosen
        {
            Id = head.Id, Application = head.Application, Token = head.Token, User = head.User, Guild = head.Guild, Channel = head.Channel,
            InThread = head.InThread, UserPermissions = head.UserPermissions, BotPermissions = head.BotPermissions, Locale = head.Locale,
            Arrived = arrived, CustomId = press.Data.CustomId, Message = message, Values = [.. press.Data.Values ?? []],
        };
    }

    private static FormSubmitted ReadForm(InteractionHead head, DNet.WebSocket.SocketModal form, Arrival arrived) => new()
    {
        Id = head.Id, Application = head.Application, Token = head.Token, User = head.User, Guild = head.Guild, Channel = head.Channel,
        InThread = head.InThread, UserPermissions = head.UserPermissions, BotPermissions = head.BotPermissions, Locale = head.Locale,
        Arrived = arrived, CustomId = form.Data.CustomId,
        Message = form.Message is { } opener ? new Snowflake(opener.Id) : null,
        Fields = form.Data.Components.ToImmutableDictionary(
            static field => field.CustomId, static field => field.Value ?? string.Join(',', field.Values ?? [])),
    };
}
