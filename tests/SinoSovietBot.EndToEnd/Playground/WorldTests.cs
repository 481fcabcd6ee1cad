using System.Net;
using System.Text.Json.Nodes;
using SinoSovietBot.Playground;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

public sealed class WorldTests
{
    [Fact]
    public async Task TheWorldHasTheShapeThatProgramsRelyOn()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonObject world = ground.World;

        Assert.Equal($"{ground.Server.Addresses.Page}/api/v10", (string)world["api"]!);
        Assert.Equal((string)world["gateway"]!, (string)(await ground.Bot.GetAsync("/gateway/bot")).Json["url"]!);
        Assert.True((bool)world["members"]![0]!["teacher"]!);
        Assert.True(world["members"]!.AsArray().Count >= 5);
        Assert.All(world["channels"]!.AsArray(), channel => Assert.Equal(["id", "name"], channel!.AsObject().Select(field => field.Key)));
    }

    [Fact]
    public async Task ARestartKeepsIdsTokensCommandsAndMessages()
    {
        using var folder = new TemporaryFolder();
        JsonObject world;
        string message;
        await using (Ground first = await Ground.StartAsync(new PlaygroundOptions { DataDirectory = folder.Path }))
        {
            world = first.World;
            await first.RegisterAsync(Sample.Command("card"));
            message = (await first.PostAsync(Sample.Question())).Id;
            string deleted = (await first.PostAsync(Sample.Text("gone"))).Id;
            await first.Bot.PatchAsync($"/channels/{first.Channel}/messages/{message}", Sample.Text("edited"));
            await first.Bot.DeleteAsync($"/channels/{first.Channel}/messages/{deleted}");
        }

        await using Ground second = await Ground.StartAsync(new PlaygroundOptions { DataDirectory = folder.Path });

        foreach (string same in (string[])["application_id", "bot", "guild_id", "channels", "members"])
            Assert.True(JsonNode.DeepEquals(world[same], second.World[same]), same);
        JsonNode kept = Assert.Single((await second.Bot.GetAsync($"/channels/{second.Channel}/messages")).Json.AsArray())!;
        Assert.Equal((message, "edited"), ((string)kept["id"]!, (string)kept["content"]!));
        Assert.Single((await second.Bot.GetAsync($"/applications/{second.Application}/commands")).Json.AsArray());
    }

    [Fact]
    public async Task ARestartServesUploadsAtItsOwnAddress()
    {
        using var folder = new TemporaryFolder();
        await using (Ground first = await Ground.StartAsync(new PlaygroundOptions { DataDirectory = folder.Path }))
            await first.Bot.UploadAsync($"/channels/{first.Channel}/messages", Sample.Text("file"), "a.txt", [1, 2, 3]);

        await using Ground second = await Ground.StartAsync(new PlaygroundOptions { DataDirectory = folder.Path });

        JsonNode kept = (await second.Bot.GetAsync($"/channels/{second.Channel}/messages")).Json[0]!;
        string address = (string)kept["attachments"]![0]!["url"]!;
        Assert.StartsWith(second.Server.Addresses.Page, address, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], await second.Anyone.DownloadAsync(address));
    }

    [Fact]
    public async Task StartingFreshDeletesOnlyWhatThePlaygroundMade()
    {
        using var folder = new TemporaryFolder();
        string stranger = Path.Combine(folder.Path, "homework.txt");
        string id;
        await using (Ground first = await Ground.StartAsync(new PlaygroundOptions { DataDirectory = folder.Path }))
        {
            id = first.Guild;
            await first.Bot.UploadAsync($"/channels/{first.Channel}/messages", Sample.Text("file"), "a.txt", [1, 2, 3]);
        }

        await File.WriteAllTextAsync(stranger, "mine", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "bot.db"), "the bot's", TestContext.Current.CancellationToken);
        await using Ground second = await Ground.StartAsync(new PlaygroundOptions { DataDirectory = folder.Path, Fresh = true });

        Assert.NotEqual(id, second.Guild);
        Assert.Equal(["homework.txt", "messages.jsonl", "world.json"],
            Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    public async Task RequestsOfOtherSitesAreRefused(string header, string value)
    {
        await using Ground ground = await Ground.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{ground.Server.Addresses.Page}/playground/world");
        request.Headers.TryAddWithoutValidation(header, value);

        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task ThePageMayTalkToNobodyElse()
    {
        await using Ground ground = await Ground.StartAsync();
        using var http = new HttpClient();

        using HttpResponseMessage response = await http.GetAsync($"{ground.Server.Addresses.Page}/", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSecondPortSpeaksHttp2()
    {
        await using Ground ground = await Ground.StartAsync(new PlaygroundOptions { Http2Port = 0 });
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{ground.Server.Addresses.Http2Port}/playground/world")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (response.StatusCode, response.Version));
    }

    [Fact]
    public async Task AMemberWhoLeftIsLoggedOut()
    {
        await using Ground ground = await Ground.StartAsync();
        Reply made = await ground.Anyone.PostAsync("/playground/members", new JsonObject { ["name"] = "Farid", ["teacher"] = true });
        (Socket socket, _) = await ground.LogInAsync((string)made.Json["token"]!, 0);

        await ground.Anyone.DeleteAsync($"/playground/members/{made.Id}");

        Assert.Equal(4004, await socket.ClosedAsync());
        Assert.DoesNotContain((await ground.Anyone.GetAsync("/playground/world")).Json["members"]!.AsArray(),
            member => (string)member!["id"]! == made.Id);
    }

    [Fact]
    public async Task AKickedBotLosesTheServerAndGetsItBack()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();

        await ground.Anyone.DeleteAsync("/playground/bot");
        JsonObject left = await bot.NextAsync("GUILD_DELETE");
        Reply refused = await ground.PostAsync(Sample.Text("Hello?"));
        await ground.Anyone.PostAsync("/playground/bot");
        JsonObject joined = await bot.NextAsync("GUILD_CREATE");

        Assert.Equal(ground.Guild, (string)left["id"]!);
        Assert.Null(left["unavailable"]);
        Assert.Equal(50001, refused.Code);
        Assert.Equal(ground.Guild, (string)joined["id"]!);
    }

    [Fact]
    public async Task WhatTheBotSendsAndGetsIsRecorded()
    {
        await using Ground ground = await Ground.StartAsync();
        await ground.BotSocketAsync();
        long before = (long)(await ground.Anyone.GetAsync("/playground/record")).Json.AsArray()[^1]!["n"]!;

        await ground.PostAsync(Sample.Text("Hello"));
        JsonArray record = (await ground.Anyone.GetAsync($"/playground/record?since={before}")).Json.AsArray();

        JsonNode request = record[0]!;
        Assert.Equal(("request", "POST", "/channels/{channel}/messages"),
            ((string)request["direction"]!, (string)request["method"]!, (string)request["route"]!));
        Assert.Equal("Hello", (string)request["body"]!["content"]!);
        Assert.Equal(200, (int)record.Single(entry => (string)entry!["direction"]! == "response")!["status"]!);
    }
}
