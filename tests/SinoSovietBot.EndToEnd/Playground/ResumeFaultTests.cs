using System.Text.Json.Nodes;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>Faults that show when the bot comes back.</summary>
public sealed class ResumeFaultTests
{
    [Fact]
    public async Task AfterASilentHeartbeatNothingComesThroughThatSocketAndTheResumeBringsIt()
    {
        await using Ground ground = await Ground.StartAsync();
        (Socket bot, Classmate member, string message) = await QuestionAsync(ground);
        await ground.FaultAsync(new JsonObject { ["kind"] = "no_heartbeat_ack", ["silent"] = true });
        long sequence = bot.Sequence;

        await bot.SendAsync(1, sequence);
        // No acknowledgement tells when the heartbeat has been taken in.
        while ((int)(await ground.Anyone.GetAsync("/playground/faults")).Json[0]!["struck"]! == 0)
            await Task.Yield();
        await member.PressAsync(message, "a:1");
        Socket again = await ground.ConnectAsync(ground.BotToken);
        await again.ResumeAsync(bot.SessionId, sequence);

        await again.NextAsync("INTERACTION_CREATE");
        await Assert.ThrowsAnyAsync<System.Net.WebSockets.WebSocketException>(bot.ReadAsync);
    }

    [Fact]
    public async Task AResumeCanRepeatWhatItBringsAndWhatHadBeenSeen()
    {
        await using Ground ground = await Ground.StartAsync();
        (string[] before, string[] brought) = await ResumedAsync(ground, "duplicate_event");

        Assert.Equal([before[0], before[1], before[1]], brought);
    }

    [Fact]
    public async Task AResumeCanTurnTheOrderAround()
    {
        await using Ground ground = await Ground.StartAsync();
        (string[] before, string[] brought) = await ResumedAsync(ground, "reorder", unseen: 2);

        Assert.Equal(before.Reverse(), brought);
    }

    [Theory]
    [InlineData(4000, 0)]
    [InlineData(4009, 9)]
    public async Task ACloseCodeTakesTheSessionWithItWhereDiscordDoes(int code, int answer)
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();

        await ground.FaultAsync(new JsonObject { ["kind"] = "close", ["code"] = code });
        await bot.ClosedAsync();
        Socket again = await ground.ConnectAsync(ground.BotToken);
        await again.ResumeAsync(bot.SessionId, bot.Sequence);

        Assert.Equal(answer, (int)(await again.ReadAsync())["op"]!);
    }

    [Fact]
    public async Task TheFateOfAnInteractionTellsWhetherTheBotWasSentItAndWhatCameOfIt()
    {
        await using Ground ground = await Ground.StartAsync();
        (Socket bot, Classmate member, string message) = await QuestionAsync(ground);
        JsonObject interaction = await member.PressAndSeeAsync(bot, message, "a:1");
        await ground.AnswerAsync(interaction, Sample.Reply("Hello"));
        await ground.FaultAsync(new JsonObject { ["kind"] = "close", ["code"] = 4009 });
        await bot.ClosedAsync();
        await member.PressAsync(message, "a:1");

        JsonArray fates = (await ground.Anyone.GetAsync("/playground/interactions")).Json.AsArray();

        Assert.Equal(["answered", "failed"], fates.Select(fate => (string)fate!["state"]!));
        Assert.True((long)fates[0]!["sent_ms"]! <= (long)fates[0]!["settled_ms"]!);
        Assert.Null(fates[1]!["sent_ms"]);
    }

    /// <summary>Two presses, of which the bot has seen all but the last <paramref name="unseen"/> when it resumes; their ids, and those brought.</summary>
    private static async Task<(string[] Before, string[] Brought)> ResumedAsync(Ground ground, string kind, int unseen = 1)
    {
        (Socket bot, Classmate member, string message) = await QuestionAsync(ground);
        long[] sequences = [bot.Sequence, 0, 0];
        string[] before = ["", ""];
        for (int press = 0; press < before.Length; press++)
        {
            before[press] = (string)(await member.PressAndSeeAsync(bot, message, "a:1"))["id"]!;
            sequences[press + 1] = bot.Sequence;
        }

        await ground.FaultAsync(new JsonObject { ["kind"] = kind, ["on"] = "resume" });
        bot.Abort();
        Socket again = await ground.ConnectAsync(ground.BotToken);
        await again.ResumeAsync(bot.SessionId, sequences[^(unseen + 1)]);
        var brought = new List<string>();
        while (await again.ReadAsync() is var payload && (string?)payload["t"] != "RESUMED")
            if ((string?)payload["t"] == "INTERACTION_CREATE") brought.Add((string)payload["d"]!["id"]!);
        return (before, [.. brought]);
    }

    private static async Task<(Socket Bot, Classmate Member, string Message)> QuestionAsync(Ground ground)
    {
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        return (bot, member, (await ground.PostAsync(Sample.Question())).Id);
    }
}
