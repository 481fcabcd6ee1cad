using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

public sealed class MessageTests
{
    [Fact]
    public async Task TheSameEnforcedNonceGivesTheFirstMessage()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonObject message = Sample.Text("Question 1");
        message["nonce"] = "round-1";
        message["enforce_nonce"] = true;

        Reply first = await ground.PostAsync(message);
        Reply second = await ground.PostAsync(message);

        Assert.Equal(first.Id, second.Id);
        Assert.Equal("round-1", (string)second.Json["nonce"]!);
        Assert.Single((await ground.Bot.GetAsync($"/channels/{ground.Channel}/messages")).Json.AsArray());
    }

    [Fact]
    public async Task EveryFaultOfAMessageIsNamedWithItsPath()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonObject message = Sample.Question(new string('c', 101));
        message["content"] = new string('x', 2001);
        message["embeds"] = new JsonArray(new JsonObject { ["title"] = "fine" }, new JsonObject { ["title"] = new string('t', 257) });

        Reply reply = await ground.PostAsync(message);

        Assert.Equal("Invalid Form Body", (string)reply.Json["message"]!);
        JsonNode errors = reply.Json["errors"]!;
        Assert.Equal("Must be 2000 or fewer in length.", (string)errors["content"]!["_errors"]![0]!["message"]!);
        Assert.NotNull(errors["embeds"]!["1"]!["title"]!["_errors"]);
        Assert.NotNull(errors["components"]!["0"]!["components"]!["0"]!["custom_id"]!["_errors"]);
    }

    [Fact]
    public async Task AnEmptyMessageIsRefused()
    {
        await using Ground ground = await Ground.StartAsync();

        Assert.Equal(50006, (await ground.PostAsync(Sample.Text("  "))).Code);
    }

    [Fact]
    public async Task WhereTheBotMayNotSpeakItIsToldSo()
    {
        await using Ground ground = await Ground.StartAsync();
        string silent = (string)ground.World["channels"]![1]!["id"]!;

        Reply readOnly = await ground.Bot.PostAsync($"/channels/{silent}/messages", Sample.Text("Hello"));
        await ground.Anyone.PatchAsync($"/playground/channels/{silent}", new JsonObject { ["bot_permissions"] = "0" });
        Reply hidden = await ground.Bot.PostAsync($"/channels/{silent}/messages", Sample.Text("Hello"));
        Reply unknown = await ground.Bot.PostAsync("/channels/1/messages", Sample.Text("Hello"));

        Assert.Equal((HttpStatusCode.Forbidden, 50013), (readOnly.Status, readOnly.Code));
        Assert.Equal((HttpStatusCode.Forbidden, 50001), (hidden.Status, hidden.Code));
        Assert.Equal((HttpStatusCode.NotFound, 10003), (unknown.Status, unknown.Code));
    }

    [Fact]
    public async Task AnEditKeepsWhatItDoesNotName()
    {
        await using Ground ground = await Ground.StartAsync();
        string id = (await ground.PostAsync(Sample.Question())).Id;

        Reply edited = await ground.Bot.PatchAsync($"/channels/{ground.Channel}/messages/{id}", Sample.Text("Changed"));

        Assert.Equal("Changed", (string)edited.Json["content"]!);
        Assert.Single(edited.Json["components"]!.AsArray());
        Assert.NotNull((string?)edited.Json["edited_timestamp"]);
    }

    [Fact]
    public async Task ADeletedMessageIsGoneForEverybody()
    {
        await using Ground ground = await Ground.StartAsync();
        Classmate member = await ground.MemberAsync(1);
        string id = (await ground.PostAsync(Sample.Text("Soon gone"))).Id;

        await ground.Bot.DeleteAsync($"/channels/{ground.Channel}/messages/{id}");

        Assert.Equal(id, (string)(await member.Socket.NextAsync("MESSAGE_DELETE"))["id"]!);
        Assert.Equal(10008, (await ground.Bot.GetAsync($"/channels/{ground.Channel}/messages/{id}")).Code);
    }

    [Fact]
    public async Task AnUploadIsServedUnderTheAddressItGot()
    {
        await using Ground ground = await Ground.StartAsync();
        byte[] picture = [137, 80, 78, 71, 1, 2, 3];
        JsonObject payload = JsonNode.Parse("""{"embeds":[{"image":{"url":"attachment://podium.png"}}]}""")!.AsObject();

        Reply reply = await ground.Bot.UploadAsync($"/channels/{ground.Channel}/messages", payload, "podium.png", picture);

        string address = (string)reply.Json["attachments"]![0]!["url"]!;
        Assert.Equal(address, (string)reply.Json["embeds"]![0]!["image"]!["url"]!);
        Assert.Equal(picture, await ground.Anyone.DownloadAsync(address));
    }

    [Fact]
    public async Task OnlyAllowedMentionsPing()
    {
        await using Ground ground = await Ground.StartAsync();
        string id = (string)ground.World["members"]![1]!["id"]!;
        JsonObject silent = Sample.Text($"<@{id}>");
        silent["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() };

        Reply quiet = await ground.PostAsync(silent);
        Reply loud = await ground.PostAsync(Sample.Text($"<@{id}>"));

        Assert.Empty(quiet.Json["mentions"]!.AsArray());
        Assert.Equal(id, (string)loud.Json["mentions"]![0]!["id"]!);
    }

    [Fact]
    public async Task AMemberWithClosedDirectMessagesCannotBeWrittenTo()
    {
        await using Ground ground = await Ground.StartAsync();
        string id = (string)ground.World["members"]![1]!["id"]!;
        string direct = (await ground.Bot.PostAsync("/users/@me/channels", new JsonObject { ["recipient_id"] = id })).Id;
        await ground.Anyone.PatchAsync($"/playground/members/{id}", new JsonObject { ["dms_closed"] = true });

        Assert.Equal(50007, (await ground.Bot.PostAsync($"/channels/{direct}/messages", Sample.Text("Hello"))).Code);
    }

    [Fact]
    public async Task MessagesAreListedNewestFirstAndInPages()
    {
        await using Ground ground = await Ground.StartAsync();
        var ids = new List<string>();
        for (int number = 0; number < 4; number++) ids.Add((await ground.PostAsync(Sample.Text($"{number}"))).Id);

        Reply before = await ground.Bot.GetAsync($"/channels/{ground.Channel}/messages?limit=2&before={ids[3]}");
        Reply after = await ground.Bot.GetAsync($"/channels/{ground.Channel}/messages?limit=2&after={ids[0]}");

        Assert.Equal([ids[2], ids[1]], before.Json.AsArray().Select(message => (string)message!["id"]!));
        Assert.Equal([ids[2], ids[1]], after.Json.AsArray().Select(message => (string)message!["id"]!));
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, 0)]
    [InlineData("DELETE", "/gateway/bot", 405, 0)]
    [InlineData("GET", "/users/@me", 401, 0)]
    public async Task UnknownRoutesAndStrangersAreRefused(string method, string path, int status, int code)
    {
        await using Ground ground = await Ground.StartAsync();

        Reply reply = await ground.Anyone.SendAsync(method, path);

        Assert.Equal((status, code), ((int)reply.Status, reply.Code));
    }
}
