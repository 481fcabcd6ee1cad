using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

public sealed class MenuTests
{
    private const int UserMenu = 5;
    private const int ChannelMenu = 8;

    [Fact]
    public async Task AMenuOfPeopleBringsThePeople()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate chooser = await ground.MemberAsync(1);
        JsonNode chosen = ground.World["members"]![2]!;
        string id = (string)chosen["id"]!;

        await ChooseAsync(ground, chooser, UserMenu, id);
        JsonNode data = (await bot.NextAsync("INTERACTION_CREATE"))["data"]!;

        Assert.Equal(id, (string)data["values"]![0]!);
        Assert.Equal((string)chosen["name"]!, (string)data["resolved"]!["users"]![id]!["global_name"]!);
        Assert.NotNull(data["resolved"]!["members"]![id]!["permissions"]);
        Assert.Null(data["resolved"]!["members"]![id]!["user"]);
    }

    [Fact]
    public async Task AMenuOfChannelsBringsTheChannels()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate chooser = await ground.MemberAsync(1);

        await ChooseAsync(ground, chooser, ChannelMenu, ground.Channel);
        JsonNode data = (await bot.NextAsync("INTERACTION_CREATE"))["data"]!;

        Assert.Equal(0, (int)data["resolved"]!["channels"]![ground.Channel]!["type"]!);
    }

    [Theory]
    [InlineData(UserMenu)]
    [InlineData(ChannelMenu)]
    public async Task NothingCanBeChosenThatIsNotThere(int menu)
    {
        await using Ground ground = await Ground.StartAsync();
        await ground.BotSocketAsync();
        Classmate chooser = await ground.MemberAsync(1);

        Reply reply = await ChooseAsync(ground, chooser, menu, "123456789012345678");

        Assert.Equal((HttpStatusCode.BadRequest, 50035), (reply.Status, reply.Code));
    }

    private static async Task<Reply> ChooseAsync(Ground ground, Classmate chooser, int menu, string value)
    {
        var message = new JsonObject
        {
            ["content"] = "Who or where?",
            ["components"] = new JsonArray(new JsonObject
            {
                ["type"] = 1,
                ["components"] = new JsonArray(new JsonObject { ["type"] = menu, ["custom_id"] = "menu" }),
            }),
        };
        string id = (await ground.PostAsync(message)).Id;
        var choice = new JsonObject { ["component_type"] = menu, ["custom_id"] = "menu", ["values"] = new JsonArray(value) };
        return await chooser.InteractAsync(3, choice, id);
    }
}
