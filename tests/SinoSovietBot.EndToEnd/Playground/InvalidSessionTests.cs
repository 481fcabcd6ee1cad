using System.Text.Json.Nodes;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

public sealed class InvalidSessionTests
{
    [Fact]
    public async Task TheSameSocketMayAskForItsSessionAgainAndGetsWhatItMissed()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        string message = (await ground.PostAsync(Sample.Question())).Id;
        await ground.FaultAsync(new JsonObject { ["kind"] = "invalid_session", ["resumable"] = true });
        Assert.Equal(9, (int)(await bot.ReadAsync())["op"]!);

        await member.PressAsync(message, "a:1");
        await bot.ResumeAsync(bot.SessionId, bot.Sequence);

        Assert.Equal("a:1", (string)(await bot.NextAsync("INTERACTION_CREATE"))["data"]!["custom_id"]!);
        await bot.NextAsync("RESUMED");
    }

    [Fact]
    public async Task TheSameSocketMayLogInAnew()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        await ground.FaultAsync(new JsonObject { ["kind"] = "invalid_session", ["resumable"] = false });
        Assert.Equal(9, (int)(await bot.ReadAsync())["op"]!);

        await bot.IdentifyAsync(1);

        Assert.NotEqual(bot.SessionId, (string)(await bot.NextAsync("READY"))["session_id"]!);
    }
}
