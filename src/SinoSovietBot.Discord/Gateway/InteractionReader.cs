using System.Collections.Immutable;
using System.Text.Json;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>Reads INTERACTION_CREATE in one pass over the received bytes.</summary>
internal static class InteractionReader
{
    private const int Command = 2;
    private const int Component = 3;
    private const int Suggestions = 4;
    private const int Form = 5;

    private const int ButtonComponent = 2;

    /// <summary>Null for a kind of interaction that does not exist yet.</summary>
    /// <param name="payload">Begins with the payload; may run on past its end.</param>
    /// <param name="arrived">The stamp that the retries of the response count from.</param>
    /// <exception cref="JsonException">It lacks something without which it cannot be answered.</exception>
    public static Interaction? Read(ReadOnlySpan<byte> payload, Arrival arrived)
    {
        var reader = new Utf8JsonReader(payload);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The interaction is not an object.");
        InteractionHead head = default;
        while (JsonRead.NextProperty(ref reader)) head.Read(ref reader);
        if (!head.HasData || head.Type is null) throw JsonRead.Missing(head.HasData ? "type" : "data");
        return head.Type switch
        {
            Command => ReadCommand(ref head, arrived),
            Component => ReadComponent(ref head, arrived),
            Suggestions => ReadSuggestions(ref head, arrived),
            Form => ReadForm(ref head, arrived),
            _ => null,
        };
    }

    private static SlashCommandUsed ReadCommand(ref InteractionHead head, Arrival arrived)
    {
        CommandData data = CommandData.Read(ref head.Data);
        return new SlashCommandUsed
        {
            Id = Id(head), Application = Application(head), Token = Token(head), User = head.Person(),
            Guild = head.Guild, Channel = head.Channel, InThread = head.InThread,
            UserPermissions = (Permissions)head.UserPermissions, BotPermissions = (Permissions)head.BotPermissions, Locale = Locale(head),
            Command = data.Path, Options = data.Options, Arrived = arrived,
        };
    }

    private static SuggestionsAsked ReadSuggestions(ref InteractionHead head, Arrival arrived)
    {
        CommandData data = CommandData.Read(ref head.Data);
        return new SuggestionsAsked
        {
            Id = Id(head), Application = Application(head), Token = Token(head), User = head.Person(),
            Guild = head.Guild, Channel = head.Channel, InThread = head.InThread,
            UserPermissions = (Permissions)head.UserPermissions, BotPermissions = (Permissions)head.BotPermissions, Locale = Locale(head),
            Command = data.Path, Options = data.Options, Arrived = arrived,
            Option = data.Focused ?? throw JsonRead.Missing("focused"), Typed = data.Typed, IsNumber = data.FocusedIsNumber,
        };
    }

    private static Interaction ReadComponent(ref InteractionHead head, Arrival arrived)
    {
        (string customId, bool isButton, ImmutableArray<string> values) = ReadComponentData(ref head.Data);
        if (isButton)
        {
            return new ButtonPressed
            {
                Id = Id(head), Application = Application(head), Token = Token(head), User = head.Person(),
                Guild = head.Guild, Channel = head.Channel, InThread = head.InThread,
                UserPermissions = (Permissions)head.UserPermissions, BotPermissions = (Permissions)head.BotPermissions, Locale = Locale(head),
                CustomId = customId, Message = head.Message ?? default, Arrived = arrived,
            };
        }

        return new MenuChosen
        {
            Id = Id(head), Application = Application(head), Token = Token(head), User = head.Person(),
            Guild = head.Guild, Channel = head.Channel, InThread = head.InThread,
            UserPermissions = (Permissions)head.UserPermissions, BotPermissions = (Permissions)head.BotPermissions, Locale = Locale(head),
            CustomId = customId, Message = head.Message ?? default, Values = values, Arrived = arrived,
        };
    }

    private static FormSubmitted ReadForm(ref InteractionHead head, Arrival arrived)
    {
        (string customId, ImmutableDictionary<string, string> fields) = FormData.Read(ref head.Data);
        return new FormSubmitted
        {
            Id = Id(head), Application = Application(head), Token = Token(head), User = head.Person(),
            Guild = head.Guild, Channel = head.Channel, InThread = head.InThread,
            UserPermissions = (Permissions)head.UserPermissions, BotPermissions = (Permissions)head.BotPermissions, Locale = Locale(head),
            CustomId = customId, Message = head.Message, Fields = fields, Arrived = arrived,
        };
    }

    private static (string CustomId, bool IsButton, ImmutableArray<string> Values) ReadComponentData(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader, "data")) throw JsonRead.Missing("data");
        string? customId = null;
        long? kind = null;
        ImmutableArray<string>? values = null;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("custom_id"u8)) customId = JsonRead.Text(ref reader, "data.custom_id");
            else if (reader.ValueTextEquals("component_type"u8)) kind = JsonRead.Whole(ref reader, "data.component_type");
            else if (reader.ValueTextEquals("values"u8)) values = FormData.ReadTexts(ref reader, "data.values");
            else JsonRead.SkipValue(ref reader);
        }

        bool isButton = kind is { } known ? known == ButtonComponent : values is null;
        return (customId ?? throw JsonRead.Missing("data.custom_id"), isButton, values ?? []);
    }

    private static Snowflake Id(in InteractionHead head) => head.Id ?? throw JsonRead.Missing("id");

    private static Snowflake Application(in InteractionHead head) => head.Application ?? throw JsonRead.Missing("application_id");

    private static InteractionToken Token(in InteractionHead head) => new(head.Token ?? throw JsonRead.Missing("token"));

    private static string Locale(in InteractionHead head) => head.Locale ?? "en-GB";
}
