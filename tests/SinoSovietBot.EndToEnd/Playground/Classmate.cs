using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>A member with a client.</summary>
internal sealed class Classmate(Ground ground, string id, string token, Rest rest, Socket socket)
{
    private int _nonces;

    public string Id { get; } = id;

    public string Token { get; } = token;

    public Rest Rest { get; } = rest;

    public Socket Socket { get; } = socket;

    /// <summary>The nonce of the last interaction.</summary>
    public string Nonce => $"{Id[^6..]}-{_nonces}";

    public Task<Reply> PressAsync(string message, string customId, string? channel = null) => InteractAsync(3, new JsonObject
    {
        ["component_type"] = 2,
        ["custom_id"] = customId,
    }, message, channel);

    /// <summary>Runs a registered command.</summary>
    public Task<Reply> RunAsync(JsonNode command, params JsonNode[] options) => InteractAsync(2, CommandData(command, options));

    public Task<Reply> TypeAsync(JsonNode command, params JsonNode[] options) => InteractAsync(4, CommandData(command, options));

    public Task<Reply> InteractAsync(int type, JsonObject data, string? message = null, string? channel = null)
    {
        _nonces++;
        var form = new JsonObject
        {
            ["type"] = type,
            ["application_id"] = ground.Application,
            ["guild_id"] = channel is null ? ground.Guild : null,
            ["channel_id"] = channel ?? ground.Channel,
            ["session_id"] = Socket.SessionId,
            ["nonce"] = Nonce,
            ["data"] = data,
        };
        if (message is not null) form["message_id"] = message;
        return Rest.PostAsync("/interactions", form);
    }

    /// <summary>Runs a command that must be let through, and gives what the bot gets.</summary>
    public async Task<JsonObject> RunAndSeeAsync(Socket bot, JsonNode command, params JsonNode[] options)
    {
        Reply reply = await RunAsync(command, options);
        Assert.Equal(HttpStatusCode.NoContent, reply.Status);
        return await bot.NextAsync("INTERACTION_CREATE");
    }

    /// <summary>Presses a button that must be there, and gives what the bot gets.</summary>
    public async Task<JsonObject> PressAndSeeAsync(Socket bot, string message, string customId)
    {
        Reply reply = await PressAsync(message, customId);
        Assert.Equal(HttpStatusCode.NoContent, reply.Status);
        return await bot.NextAsync("INTERACTION_CREATE");
    }

    private static JsonObject CommandData(JsonNode command, JsonNode[] options) => new()
    {
        ["id"] = (string)command["id"]!,
        ["name"] = (string)command["name"]!,
        ["type"] = 1,
        ["version"] = (string)command["version"]!,
        ["options"] = new JsonArray(options),
    };
}
