using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Rest;

/// <summary>Every address the bot calls.</summary>
internal static class Routes
{
    private static readonly Endpoint _gatewayBot = new(HttpMethod.Get, "/gateway/bot", LimitedBy.BucketAndGlobal);
    private static readonly Endpoint _readCommands = new(
        HttpMethod.Get, "/applications/{application.id}/commands", LimitedBy.BucketAndGlobal, PeerLimits.CommandList);
    private static readonly Endpoint _writeCommands = new(
        HttpMethod.Put, "/applications/{application.id}/commands", LimitedBy.BucketAndGlobal, PeerLimits.CommandList);
    private static readonly Endpoint _callback = new(
        HttpMethod.Post, "/interactions/{interaction.id}/{interaction.token}/callback", LimitedBy.Nothing);

    private static readonly Endpoint _followUp = new(HttpMethod.Post, "/webhooks/{application.id}/{interaction.token}", LimitedBy.Bucket);
    private static readonly Endpoint _post = new(HttpMethod.Post, "/channels/{channel.id}/messages", LimitedBy.BucketAndGlobal);
    private static readonly Endpoint _edit = new(HttpMethod.Patch, "/channels/{channel.id}/messages/{message.id}", LimitedBy.BucketAndGlobal);
    private static readonly Endpoint _delete = new(HttpMethod.Delete, "/channels/{channel.id}/messages/{message.id}", LimitedBy.BucketAndGlobal);
    private static readonly Endpoint _openDirectMessage = new(HttpMethod.Post, "/users/@me/channels", LimitedBy.BucketAndGlobal);
    private static readonly Endpoint _editOriginal = new(
        HttpMethod.Patch, "/webhooks/{application.id}/{interaction.token}/messages/@original", LimitedBy.Bucket);

    public static Route GatewayBot { get; } = new(_gatewayBot, "/gateway/bot", "");

    public static Route OpenDirectMessage { get; } = new(_openDirectMessage, "/users/@me/channels", "");

    public static Route ReadCommands(Snowflake application) => new(_readCommands, $"/applications/{application}/commands", "");

    public static Route WriteCommands(Snowflake application) => new(_writeCommands, $"/applications/{application}/commands", "");

    public static Route Callback(Interaction interaction) =>
        new(_callback, $"/interactions/{interaction.Id}/{Secret(interaction)}/callback", "");

    public static Route EditOriginal(Interaction interaction) =>
        new(_editOriginal, $"/webhooks/{interaction.Application}/{Secret(interaction)}/messages/@original", interaction.Token.Secret);

    public static Route FollowUp(Interaction interaction) =>
        new(_followUp, $"/webhooks/{interaction.Application}/{Secret(interaction)}", interaction.Token.Secret);

    public static Route PostMessage(Snowflake channel) => new(_post, $"/channels/{channel}/messages", channel.ToString());

    public static Route EditMessage(Snowflake channel, Snowflake message) =>
        new(_edit, $"/channels/{channel}/messages/{message}", channel.ToString());

    public static Route DeleteMessage(Snowflake channel, Snowflake message) =>
        new(_delete, $"/channels/{channel}/messages/{message}", channel.ToString());

    // Came from the gateway: it must not be able to lead to another path.
    private static string Secret(Interaction interaction) => Uri.EscapeDataString(interaction.Token.Secret);
}
