using System.Text.Json;
using SinoSovietBot.EndToEnd.Harness;
using Xunit;

namespace SinoSovietBot.EndToEnd.Scenarios;

public class PrivacyTests(Classroom classroom) : Scenario(classroom)
{
    private const int Identify = 2;
    private const int GuildsIntent = 1;

    [Fact]
    public async Task TheBotAsksForNothingButTheServersItIsIn()
    {
        var identified = (await Classroom.RecordAsync("command"))
            .Select(entry => entry.GetProperty("body"))
            .Where(payload => payload.GetProperty("op").GetInt32() == Identify);
        Assert.All(identified, payload => Assert.Equal(GuildsIntent, payload.GetProperty("d").GetProperty("intents").GetInt32()));
        Assert.NotEmpty(identified);
    }

    [Fact]
    public async Task ANameIsShownAsTextAndPingsNobody()
    {
        const string Name = "@everyone **A_b** `c` <@&1>";
        var joker = await Classroom.ConnectAsync(await Classroom.Playground.AddMemberAsync(Name));
        var tally = new Tally(await Classroom.KeyAsync());
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(0), 1);
        await quiz.JoinAsync(joker);
        await quiz.BeginAsync();
        var round = await quiz.NextRoundAsync();
        await tally.PressAsync(joker, round, tally.Open(round, TimeSpan.FromSeconds(20)));

        var end = await quiz.EndAsync();
        Podium.Shows(end, tally.Places(), 1);
        Assert.All(await Teacher.MessagesAsync(quiz.Channel), message =>
        {
            Assert.False(message.Json.GetProperty("mention_everyone").GetBoolean());
            Assert.Equal(0, message.Json.GetProperty("mentions").GetArrayLength());
        });
    }

    [Fact]
    public async Task EveryMessageSaysThatItPingsNobody()
    {
        var quiz = await QuizRun.OpenAsync(Teacher, Classroom.Channel(1), 1);
        await quiz.JoinAsync(Teacher);
        await quiz.BeginAsync();
        var round = await quiz.NextRoundAsync();
        Assert.True((await Teacher.PressAsync(round.Message, "A")).Succeeded);
        await quiz.EndAsync();

        var messages = (await Classroom.RecordAsync("request")).Select(entry => entry.GetProperty("body")).Select(MessageIn).OfType<JsonElement>();
        Assert.NotEmpty(messages);
        Assert.All(messages, message =>
        {
            var mentions = message.GetProperty("allowed_mentions");
            Assert.True(mentions.TryGetProperty("parse", out _), message.GetRawText());
            Assert.All(mentions.EnumerateObject(), allowed => Assert.Equal(0, allowed.Value.GetArrayLength()));
        });
    }

    [Fact]
    public void TheTokenIsInNoLog() =>
        Assert.DoesNotContain(Classroom.Playground.World.Bot.Token, Classroom.Bot.Story, StringComparison.Ordinal);

    /// <summary>The message in a request: the body itself, or what an interaction's callback carries; null for other requests.</summary>
    private static JsonElement? MessageIn(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return null;
        var message = body.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : body;
        return message.TryGetProperty("content", out _) || message.TryGetProperty("embeds", out _) ? message : null;
    }
}
