using System.Text.Json.Nodes;
using SinoSovietBot.Playground;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>A playground for one test, with what stands in its world at hand.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _sockets = [];
    private readonly List<IDisposable> _clients = [];

    private Ground(PlaygroundServer server, JsonObject world, Wire wire)
    {
        Server = server;
        World = world;
        Wire = wire;
        Anyone = new Rest(server.Addresses.Page, null, wire);
        Bot = new Rest(server.Addresses.Page, $"Bot {BotToken}", wire);
        _clients.AddRange([Anyone, Bot]);
    }

    public PlaygroundServer Server { get; }

    public JsonObject World { get; }

    /// <summary>Looks at all that the clients of this test are answered and sent.</summary>
    public Wire Wire { get; }

    /// <summary>Requests without a login.</summary>
    public Rest Anyone { get; }

    public Rest Bot { get; }

    public string BotToken => (string)World["bot"]!["token"]!;

    public string Application => (string)World["application_id"]!;

    public string Guild => (string)World["guild_id"]!;

    /// <summary>The channel in which the bot has all rights.</summary>
    public string Channel => (string)World["channels"]![0]!["id"]!;

    public string Gateway => (string)World["gateway"]!;

    public static async Task<Ground> StartAsync(PlaygroundOptions? options = null)
    {
        PlaygroundServer server = await PlaygroundServer.StartAsync(options ?? new PlaygroundOptions(), CancellationToken.None);
        var wire = new Wire();
        using var rest = new Rest(server.Addresses.Page, null, wire);
        Reply world = await rest.GetAsync("/playground/world");
        return new Ground(server, world.Json.AsObject(), wire);
    }

    /// <summary>Logs the bot in, past READY and GUILD_CREATE.</summary>
    public async Task<Socket> BotSocketAsync()
    {
        (Socket socket, _) = await Socket.LogInAsync(Gateway, BotToken, Owner(BotToken));
        await socket.NextAsync("GUILD_CREATE");
        _sockets.Add(socket);
        return socket;
    }

    public async Task<(Socket Socket, JsonObject Ready)> LogInAsync(string token, int intents = 1, string query = "?v=10&encoding=json")
    {
        (Socket socket, JsonObject ready) = await Socket.LogInAsync(Gateway, token, Owner(token), intents, query);
        _sockets.Add(socket);
        return (socket, ready);
    }

    public async Task<Socket> ConnectAsync(string token, string query = "?v=10&encoding=json")
    {
        Socket socket = await Socket.ConnectAsync(Gateway, token, Owner(token), query);
        _sockets.Add(socket);
        return socket;
    }

    /// <summary>A member with their socket; 0 is the teacher.</summary>
    public async Task<Classmate> MemberAsync(int index)
    {
        JsonNode member = World["members"]![index]!;
        string token = (string)member["token"]!;
        (Socket socket, _) = await Socket.LogInAsync(Gateway, token, Owner(token), 0);
        var rest = new Rest(Server.Addresses.Page, token, Wire);
        _sockets.Add(socket);
        _clients.Add(rest);
        return new Classmate(this, (string)member["id"]!, token, rest, socket);
    }

    /// <summary>Registers commands as the bot.</summary>
    public async Task<JsonArray> RegisterAsync(params JsonNode[] commands)
    {
        Reply reply = await Bot.PutAsync($"/applications/{Application}/commands", new JsonArray(commands));
        Assert.Equal(System.Net.HttpStatusCode.OK, reply.Status);
        return reply.Json.AsArray();
    }

    /// <summary>Posts a message as the bot.</summary>
    public async Task<Reply> PostAsync(JsonNode message) => await Bot.PostAsync($"/channels/{Channel}/messages", message);

    /// <summary>Answers an interaction as the bot.</summary>
    public Task<Reply> AnswerAsync(JsonObject interaction, JsonNode response, string query = "") =>
        Anyone.PostAsync($"/interactions/{(string)interaction["id"]!}/{(string)interaction["token"]!}/callback{query}", response);

    public Task<Reply> FaultAsync(JsonNode fault) => Anyone.PostAsync("/playground/faults", fault);

    private SocketOwner Owner(string token) => new(token == BotToken, Wire);

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable socket in _sockets) await socket.DisposeAsync();
        foreach (IDisposable client in _clients) client.Dispose();
        await Server.DisposeAsync();
    }
}
