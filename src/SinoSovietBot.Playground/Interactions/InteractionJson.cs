using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Interactions;

/// <summary>The payload of INTERACTION_CREATE to the bot, and what messages say about interactions.</summary>
internal static class InteractionJson
{
    private const string Locale = "en-GB";
    private const int AttachmentLimit = 10 * 1024 * 1024;

    public static JsonObject Payload(World world, Interaction interaction, JsonObject data)
    {
        Room room = interaction.Room;
        var node = new JsonObject
        {
            ["id"] = interaction.Id.Text(),
            ["application_id"] = world.ApplicationId.Text(),
            ["type"] = interaction.Kind,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = data,
            ["channel_id"] = room.Id.Text(),
            ["channel"] = Channel(world, interaction),
            ["app_permissions"] = PermissionBits.Text(world.BotPermissions(room)),
            ["locale"] = Locale,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(world, room),
            ["context"] = room.IsDirect ? 1 : 0,
            ["attachment_size_limit"] = AttachmentLimit,
        };
        if (room.IsDirect)
        {
            node["user"] = WorldJson.User(interaction.Member);
        }
        else
        {
            JsonObject member = WorldJson.MemberOf(world, interaction.Member.Id, withUser: true) ?? [];
            member["permissions"] = PermissionBits.Text(interaction.Member.Permissions);
            node["member"] = member;
            node["guild_id"] = world.GuildId.Text();
            node["guild"] = new JsonObject { ["id"] = world.GuildId.Text(), ["locale"] = Locale, ["features"] = new JsonArray() };
            node["guild_locale"] = Locale;
        }

        if (interaction.Source is { } source) node["message"] = source.Body.DeepClone();
        return node;
    }

    /// <summary>The interaction_metadata of a message.</summary>
    public static JsonObject Metadata(World world, Interaction interaction, bool followUp)
    {
        var node = new JsonObject
        {
            ["id"] = interaction.Id.Text(),
            ["type"] = interaction.Kind,
            ["user"] = WorldJson.User(interaction.Member),
            ["authorizing_integration_owners"] = Owners(world, interaction.Room),
        };
        if (interaction.Kind == InteractionKind.Component && interaction.Source is { } source) node["interacted_message_id"] = source.Id.Text();
        if (followUp && interaction.Original is { } original) node["original_response_message_id"] = original.Id.Text();
        if (interaction.OpenedBy is { } opener) node["triggering_interaction_metadata"] = Metadata(world, opener, followUp: false);
        return node;
    }

    /// <summary>The older interaction object of a message that answers a command; null for other answers.</summary>
    public static JsonObject? Command(Interaction interaction) => interaction.CommandName is not { } name ? null : new JsonObject
    {
        ["id"] = interaction.Id.Text(),
        ["type"] = interaction.Kind,
        ["name"] = name,
        ["user"] = WorldJson.User(interaction.Member),
    };

    private static JsonObject Owners(World world, Room room) => new() { ["0"] = room.IsDirect ? "0" : world.GuildId.Text() };

    private static JsonObject Channel(World world, Interaction interaction)
    {
        JsonObject channel = WorldJson.Channel(world, interaction.Room);
        channel.Remove("permission_overwrites");
        if (!interaction.Room.IsDirect) channel["permissions"] = PermissionBits.Text(interaction.Member.Permissions);
        return channel;
    }
}
