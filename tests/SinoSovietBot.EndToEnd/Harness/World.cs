using System.Text.Json.Serialization;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>What the playground says of itself at <c>GET /playground/world</c>.</summary>
internal sealed record World(
    [property: JsonPropertyName("api")] string Api,
    [property: JsonPropertyName("gateway")] string Gateway,
    [property: JsonPropertyName("application_id")] string ApplicationId,
    [property: JsonPropertyName("bot")] WorldBot Bot,
    [property: JsonPropertyName("guild_id")] string GuildId,
    [property: JsonPropertyName("channels")] IReadOnlyList<WorldChannel> Channels,
    [property: JsonPropertyName("members")] IReadOnlyList<WorldMember> Members);

internal sealed record WorldBot([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("token")] string Token);

internal sealed record WorldChannel([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("name")] string Name);

internal sealed record WorldMember(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("token")] string Token,
    [property: JsonPropertyName("teacher")] bool Teacher);
