using System.Text.Json.Nodes;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

public sealed class FormTests
{
    [Fact]
    public async Task AFormIsNumberedAndComesBackWithItsNumbers()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonNode command = (await ground.RegisterAsync(Sample.Command("answer")))[0]!;
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);

        await ground.AnswerAsync(await member.RunAndSeeAsync(bot, command), Sample.Form());
        JsonObject shown = await member.Socket.NextAsync("INTERACTION_MODAL_CREATE");
        await member.InteractAsync(5, Sample.Filled((string)shown["id"]!, "1950"));
        JsonNode label = (await bot.NextAsync("INTERACTION_CREATE"))["data"]!["components"]![0]!;

        Assert.Equal((1, 2), Numbers(shown["components"]![0]!));
        Assert.Equal((1, 2), Numbers(label));
        Assert.Equal((4, "year", "1950"),
            ((int)label["component"]!["type"]!, (string)label["component"]!["custom_id"]!, (string)label["component"]!["value"]!));
    }

    [Fact]
    public async Task AnInputThatWasLeftOutComesBackEmpty()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonNode command = (await ground.RegisterAsync(Sample.Command("answer")))[0]!;
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        JsonObject form = Sample.Form();
        form["data"]!["components"]![0]!["component"]!["required"] = false;

        await ground.AnswerAsync(await member.RunAndSeeAsync(bot, command), form);
        JsonObject shown = await member.Socket.NextAsync("INTERACTION_MODAL_CREATE");
        JsonObject filled = Sample.Filled((string)shown["id"]!, "");
        filled["components"] = new JsonArray();
        await member.InteractAsync(5, filled);
        JsonObject interaction = await bot.NextAsync("INTERACTION_CREATE");

        Assert.Equal("", (string)interaction["data"]!["components"]![0]!["component"]!["value"]!);
    }

    private static (int Label, int Input) Numbers(JsonNode label) => ((int)label["id"]!, (int)label["component"]!["id"]!);
}
