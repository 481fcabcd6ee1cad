using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.DiscordNet.Mapping;

/// <summary>What all kinds of interactions share.</summary>
internal sealed record InteractionHead(
    Snowflake Id, Snowflake Application, InteractionToken Token, Person User, Snowflake? Guild, Snowflake? Channel, bool InThread,
    Permissions UserPermissions, Permissions BotPermissions, string Locale)
{
    public static InteractionHead Read(DNet.WebSocket.SocketInteraction from) => new(
        new Snowflake(from.Id),
        new Snowflake(from.ApplicationId),
        new InteractionToken(from.Token),
        Who(from.User),
        Known(from.GuildId),
        Known(from.ChannelId),
        from.InteractionChannel is DNet.IThreadChannel,
        PermissionsOf(from),
        (Permissions)from.Permissions.RawValue,
        from.UserLocale ?? "en-GB");

    private static Person Who(DNet.WebSocket.SocketUser user)
    {
        var member = user as DNet.WebSocket.SocketGuildUser;
        string name = NotBlank(member?.Nickname) ?? NotBlank(user.GlobalName) ?? NotBlank(user.Username) ?? new Snowflake(user.Id).ToString();
        return new Person(new Snowflake(user.Id), name, member is not null);
    }

    // Discord sends the permissions with every interaction, but Discord.Net keeps that field to itself: it is worked out from the roles and the
    // channel that it remembers, and is empty until it has read the server.
    private static Permissions PermissionsOf(DNet.WebSocket.SocketInteraction from) => (from.User, from.Channel) switch
    {
        (DNet.WebSocket.SocketGuildUser member, DNet.WebSocket.SocketGuildChannel channel) => (Permissions)member.GetPermissions(channel).RawValue,
        (DNet.WebSocket.SocketGuildUser member, _) => (Permissions)member.GuildPermissions.RawValue,
        _ => Permissions.None,
    };

    private static Snowflake? Known(ulong? id) => id is { } known ? new Snowflake(known) : null;

    private static string? NotBlank(string? name) => string.IsNullOrWhiteSpace(name) ? null : name;
}
