using System.Text.Json;
using System.Text.Json.Nodes;
using SinoSovietBot.EndToEnd.Playground;
using SinoSovietBot.Playground.Http;
using Xunit;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// A walk through everything that a playground serves to a bot and sends over its gateway, the parts that only stock clients use included. It
/// runs without the bot, once for the tests of <see cref="ConformanceTourTests"/>.
/// </summary>
public sealed class ConformanceTour : IAsyncLifetime
{
    private const int GuildsAndMessages = (1 << 0) | (1 << 9) | (1 << 12);

    private readonly List<(string Method, string Path, int Status)> _asked = [];
    private Ground? _ground;
    private Socket? _bot;
    private Classmate? _teacher;
    private Classmate? _student;

    /// <summary>What was answered and sent; null where the description is absent.</summary>
    internal ConformanceLedger? Seen => _ground!.Wire.Seen;

    /// <summary>The kinds of payload that the bot's side of the tour sent itself, with their faults.</summary>
    internal (IReadOnlyList<GatewayPayload> Payloads, IReadOnlyList<string> Faults) Sent { get; private set; } = ([], []);

    /// <summary>The calls that the playground serves to a bot, in the description's words.</summary>
    internal IReadOnlyList<string> Served { get; private set; } = [];

    /// <summary>Did the tour make this call with success?</summary>
    internal bool Succeeded(OpenApiDescription description, string call) =>
        _asked.Any(asked => asked.Status < 300 && description.CallOf(asked.Method, asked.Path) == call);

    public async ValueTask InitializeAsync()
    {
        _ground = await Ground.StartAsync();
        Served = [.. _ground.Server.Routes
            .Where(route => route.Access is Access.Bot or Access.BotOrMember or Access.Open)
            .Select(route => DiscordDescription.OrNull?.CallOf(route.Method, route.Template) ?? $"{route.Method} {route.Template}")];
        _teacher = await _ground.MemberAsync(0);
        _student = await _ground.MemberAsync(1);
        await FailWithoutABotAsync();
        (_bot, _) = await _ground.LogInAsync(_ground.BotToken, GuildsAndMessages);
        await _bot.NextAsync("GUILD_CREATE");
        await LookAroundAsync();
        await RegisterAsync();
        await TalkAsync();
        await new InteractionTour(_ground, _bot, _student, CallAsync).WalkAsync();
        await AskWronglyAsync();
        await ChangeTheWorldAsync();
        await ResumeAsync();
        await TakeDownWhatWasSentAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_ground is not null)
            await _ground.DisposeAsync();
    }

    private Ground Ground => _ground!;

    private async Task<Reply> CallAsync(string method, string path, JsonNode? body = null)
    {
        var reply = await Ground.Bot.SendAsync(method, path, body);
        _asked.Add((method, path.Split('?')[0], (int)reply.Status));
        return reply;
    }

    private async Task FailWithoutABotAsync()
    {
        var message = await CallAsync("POST", $"/channels/{Ground.Channel}/messages", Sample.Question("early:1"));
        await _student!.PressAsync(message.Id, "early:1");
        await _student.Socket.NextAsync("INTERACTION_FAILURE");
    }

    private async Task LookAroundAsync()
    {
        foreach (var path in (string[])[
            "/gateway", "/gateway/bot", "/applications/@me", "/oauth2/applications/@me", "/users/@me", "/users/@me/guilds", $"/users/{_student!.Id}",
            $"/guilds/{Ground.Guild}", $"/guilds/{Ground.Guild}/channels", $"/guilds/{Ground.Guild}/roles",
            $"/guilds/{Ground.Guild}/members/{_student.Id}", $"/guilds/{Ground.Guild}/members/{Ground.Application}", $"/channels/{Ground.Channel}"])
        {
            await CallAsync("GET", path);
        }
    }

    private async Task RegisterAsync()
    {
        foreach (var scope in (string[])[$"/applications/{Ground.Application}", $"/applications/{Ground.Application}/guilds/{Ground.Guild}"])
        {
            var every = Sample.Command("every", [.. Enumerable.Range(3, 9).Select(type => Sample.Option($"option-{type}", type))]);
            every["default_member_permissions"] = "8192";
            every["name_localizations"] = new JsonObject { ["de"] = "alles" };
            var nested = JsonNode.Parse("""
                {"name": "nested", "description": "n", "options": [{"type": 2, "name": "group", "description": "g", "options": [
                  {"type": 1, "name": "sub", "description": "s", "options": [{"type": 4, "name": "number", "description": "n", "min_value": 1,
                   "choices": [{"name": "one", "value": 1}]}]}]}]}
                """)!;
            await CallAsync("PUT", $"{scope}/commands", new JsonArray(every, nested));
            var made = await CallAsync("POST", $"{scope}/commands", Sample.Command("another"));
            await CallAsync("POST", $"{scope}/commands", Sample.Command("another"));
            await CallAsync("GET", $"{scope}/commands");
            await CallAsync("GET", $"{scope}/commands/{made.Id}");
            await CallAsync("PATCH", $"{scope}/commands/{made.Id}", new JsonObject { ["description"] = "Changed" });
            await CallAsync("DELETE", $"{scope}/commands/{made.Id}");
            await CallAsync("PUT", $"{scope}/commands", new JsonArray());
        }
    }

    private async Task TalkAsync()
    {
        var messages = $"/channels/{Ground.Channel}/messages";
        var rich = JsonNode.Parse("""
            {"content": "**Rich**", "nonce": "tour-1", "enforce_nonce": true, "allowed_mentions": {"parse": []},
             "embeds": [{"title": "t", "description": "d", "url": "https://example.org/", "color": 255, "timestamp": "2026-01-01T00:00:00Z",
                         "fields": [{"name": "n", "value": "v"}], "footer": {"text": "f", "icon_url": null}, "author": {"name": "a"},
                         "image": {"url": "https://example.org/i.png"}}],
             "components": [{"type": 1, "components": [{"type": 2, "style": 1, "label": "One", "custom_id": "one", "emoji": {"name": "🙂"}},
                                                       {"type": 2, "style": 5, "label": "Two", "url": "https://example.org/"}]},
                            {"type": 1, "components": [{"type": 3, "custom_id": "three", "options": [{"label": "l", "value": "v"}]}]}]}
            """)!;
        var posted = await CallAsync("POST", messages, rich);
        await CallAsync("POST", messages, rich.DeepClone());
        var uploaded = await Ground.Bot.UploadAsync(messages, new JsonObject { ["content"] = "A file" }, "notes.txt", [1, 2, 3]);
        await CallAsync("POST", messages, new JsonObject
        {
            ["content"] = $"<@{_student!.Id}>, see above",
            ["message_reference"] = new JsonObject { ["message_id"] = uploaded.Id },
        });
        await CallAsync("GET", $"{messages}?limit=10");
        await CallAsync("GET", $"{messages}/{posted.Id}");
        await CallAsync("PATCH", $"{messages}/{posted.Id}", new JsonObject { ["content"] = "Changed", ["components"] = new JsonArray() });
        await CallAsync("DELETE", $"{messages}/{posted.Id}");
        await CallAsync("POST", $"/channels/{Ground.Channel}/typing");
        var direct = await CallAsync("POST", "/users/@me/channels", new JsonObject { ["recipient_id"] = _student.Id });
        await CallAsync("GET", $"/channels/{direct.Id}");
        await CallAsync("POST", $"/channels/{direct.Id}/messages", Sample.Text("Only for you"));
        await _student.Rest.PostAsync(messages, Sample.Text("Hello"));
        await _student.Rest.GetAsync(messages);
        await Ground.Anyone.PatchAsync($"/playground/channels/{direct.Id}", new JsonObject { ["bot_permissions"] = "0" });
        await Ground.Anyone.DeleteAsync($"/playground/channels/{direct.Id}");
        await LookAtAllAsync();
    }

    private async Task AskWronglyAsync()
    {
        var messages = $"/channels/{Ground.Channel}/messages";
        await CallAsync("POST", messages, JsonNode.Parse("""{"embeds": [{"fields": [{"name": ""}], "color": -1}], "components": [{"type": 9}]}"""));
        await CallAsync("POST", messages, new JsonObject());
        await CallAsync("GET", "/channels/1/messages");
        await CallAsync("GET", "/no/such/route");
        await CallAsync("DELETE", "/gateway");
        await Ground.Anyone.GetAsync("/users/@me");
        foreach (var scope in (string[])["user", "shared", "global"])
        {
            await Ground.FaultAsync(new JsonObject { ["kind"] = "rate_limit", ["scope"] = scope, ["retry_after"] = 0.5, ["count"] = 1 });
            await CallAsync("GET", messages);
        }

        await Ground.FaultAsync(new JsonObject { ["kind"] = "server_error", ["status"] = 503, ["count"] = 1 });
        await CallAsync("GET", messages);
    }

    private async Task ChangeTheWorldAsync()
    {
        var member = await Ground.Anyone.PostAsync("/playground/members", new JsonObject { ["name"] = "Farid" });
        await Ground.Anyone.DeleteAsync($"/playground/members/{member.Id}");
        var last = (string)Ground.World["channels"]![2]!["id"]!;
        await Ground.Anyone.PatchAsync($"/playground/channels/{last}", new JsonObject { ["bot_permissions"] = "1024" });
        await CallAsync("GET", $"/guilds/{Ground.Guild}/channels");
        await Ground.Anyone.DeleteAsync($"/playground/channels/{last}");
        await Ground.Anyone.DeleteAsync("/playground/bot");
        await Ground.Anyone.PostAsync("/playground/bot");
        await LookAtAllAsync();
    }

    private async Task ResumeAsync()
    {
        await Ground.FaultAsync(new JsonObject { ["kind"] = "reconnect", ["count"] = 1 });
        await LookAtAllAsync();
        foreach (var (token, socket) in new[] { (Ground.BotToken, _bot!), (_student!.Token, _student.Socket) })
        {
            var again = await Ground.ConnectAsync(token);
            await again.ResumeAsync(socket.SessionId, socket.Sequence);
            await again.NextAsync("RESUMED");
            await again.DrainAsync();
        }

        var refused = await Ground.ConnectAsync(Ground.BotToken);
        await refused.ResumeAsync("no such session", 0);
        Assert.Equal(9, (int)(await refused.ReadAsync())["op"]!);
    }

    /// <summary>Reads what has arrived at every client, so that it is looked at.</summary>
    private async Task LookAtAllAsync()
    {
        foreach (var socket in (Socket[])[_bot!, _teacher!.Socket, _student!.Socket])
            await socket.DrainAsync();
    }

    private async Task TakeDownWhatWasSentAsync()
    {
        if (DiscordDescription.OrNull is not { } description)
            return;
        // The payloads are the tour's own: they show that there is a table, and do not count as the bot's.
        var inspector = new Inspector(description, new ConformanceLedger());
        var record = JsonSerializer.Deserialize<JsonElement>((await Ground.Anyone.GetAsync("/playground/record")).Json.ToJsonString());
        var faults = record.EnumerateArray()
            .Where(entry => entry.GetProperty("direction").GetString() == "command")
            .SelectMany(entry => inspector.Payload(GatewaySide.Sent, entry.GetProperty("body")))
            .ToList();
        Sent = ([.. inspector.Seen.Payloads], faults);
    }
}
