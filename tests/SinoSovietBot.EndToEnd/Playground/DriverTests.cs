using System.Text;
using System.Text.Json.Nodes;
using SinoSovietBot.Playground.Driving;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

public sealed class DriverTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ADrivenPressGivesTheBotsAnswer(bool recording)
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        string message = (await ground.PostAsync(Sample.Question())).Id;
        Driver driver = ground.Server.Driver;
        driver.Recording = recording;

        Task<PressResult> press = driver.PressAsync(Member(ground), Sample.Id(ground.Channel), Sample.Id(message), "a:1");
        JsonObject interaction = await bot.NextAsync("INTERACTION_CREATE");
        await ground.AnswerAsync(interaction, Sample.Reply("Locked in", ephemeral: true));
        PressResult result = await press;
        Reply second = await ground.AnswerAsync(interaction, Sample.Reply("Again"));

        Assert.True(result.Accepted);
        Assert.True(result.Ephemeral);
        Assert.Equal("Locked in", result.Text);
        Assert.Equal(4, result.Callback);
        Assert.True(result.AcknowledgedAt > result.SentAt && result.SentAt > 0);
        Assert.Equal("a:1", (string)interaction["data"]!["custom_id"]!);
        Assert.Equal(message, (string)interaction["message"]!["id"]!);
        Assert.Equal(40060, second.Code);
        Assert.Equal(recording, result.Message is not null);
    }

    [Fact]
    public async Task ADrivenPressLooksToTheBotLikeAnyOther()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        string message = (await ground.PostAsync(Sample.Question())).Id;
        JsonObject ordinary = await member.PressAndSeeAsync(bot, message, "a:1");

        ground.Server.Driver.Recording = false;
        _ = ground.Server.Driver.PressAsync(Member(ground), Sample.Id(ground.Channel), Sample.Id(message), "a:1");
        JsonObject driven = await bot.NextAsync("INTERACTION_CREATE");

        foreach (JsonObject payload in (JsonObject[])[ordinary, driven])
        {
            payload.Remove("id");
            payload.Remove("token");
        }

        Assert.True(JsonNode.DeepEquals(ordinary, driven), $"{ordinary}\n{driven}");
    }

    [Fact]
    public async Task ACommandIsDrivenByItsWords()
    {
        await using Ground ground = await Ground.StartAsync();
        await ground.RegisterAsync(Sample.Command("card", Sample.Option("topic", 3)));
        Socket bot = await ground.BotSocketAsync();
        Driver driver = ground.Server.Driver;
        var events = driver.Subscribe(out IDisposable subscription);
        using IDisposable _ = subscription;

        Task<PressResult> run = driver.RunCommandAsync(Member(ground), Sample.Id(ground.Channel), "card", ("topic", "border"));
        await ground.AnswerAsync(await bot.NextAsync("INTERACTION_CREATE"), Sample.Reply("Here"));
        PressResult result = await run;

        Assert.Equal("Here", result.Text);
        SeenEvent seen;
        do seen = await events.ReadAsync(TestContext.Current.CancellationToken);
        while (seen.Name != "MESSAGE_CREATE");
        Assert.Contains("\"Here\"", Encoding.UTF8.GetString(seen.Data), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTimeToResumeIsMeasured()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();

        Task<TimeSpan> drop = ground.Server.Driver.DropSocketAsync(CancellationToken.None);
        await bot.BrokenAsync();
        Socket again = await ground.ConnectAsync(ground.BotToken);
        await again.ResumeAsync(bot.SessionId, bot.Sequence);

        Assert.True(await drop > TimeSpan.Zero);
        Assert.Equal(1, ground.Server.Driver.BotResumes);
    }

    private static ulong Member(Ground ground) => Sample.Id((string)ground.World["members"]![1]!["id"]!);
}
