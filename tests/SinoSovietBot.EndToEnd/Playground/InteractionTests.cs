using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SinoSovietBot.Playground;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

public sealed class InteractionTests
{
    [Fact]
    public async Task ASlashCommandReachesTheBotAndItsReplyTheChannel()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonNode command = (await ground.RegisterAsync(Sample.Command("card", Sample.Option("topic", 3))))[0]!;
        Socket bot = await ground.BotSocketAsync();
        Classmate asker = await ground.MemberAsync(1);
        Classmate other = await ground.MemberAsync(2);

        JsonObject interaction = await asker.RunAndSeeAsync(bot, command, Sample.Value("topic", 3, "border"));
        Reply acknowledged = await ground.AnswerAsync(interaction, Sample.Reply("Here you are"));

        Assert.Equal(HttpStatusCode.NoContent, acknowledged.Status);
        Assert.Equal(2, (int)interaction["type"]!);
        Assert.Equal("border", (string)interaction["data"]!["options"]![0]!["value"]!);
        Assert.Equal(asker.Id, (string)interaction["member"]!["user"]!["id"]!);
        Assert.Equal(ground.Guild, (string)interaction["authorizing_integration_owners"]!["0"]!);
        foreach (string name in (string[])["token", "version", "app_permissions", "locale", "guild_locale", "entitlements", "context", "channel"])
            Assert.NotNull(interaction[name]);

        Assert.Equal(asker.Nonce, (string)(await asker.Socket.NextAsync("INTERACTION_CREATE"))["nonce"]!);
        JsonObject message = await other.Socket.NextAsync("MESSAGE_CREATE");
        Assert.Equal("Here you are", (string)message["content"]!);
        Assert.Equal(20, (int)message["type"]!);
        Assert.Equal((string)interaction["id"]!, (string)message["interaction_metadata"]!["id"]!);
        Assert.Equal(asker.Nonce, (string)(await asker.Socket.NextAsync("INTERACTION_SUCCESS"))["nonce"]!);
    }

    [Fact]
    public async Task APressCarriesItsMessageAndCanChangeIt()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        string message = (await ground.PostAsync(Sample.Question())).Id;

        JsonObject interaction = await member.PressAndSeeAsync(bot, message, "a:1");
        await ground.AnswerAsync(interaction, Sample.Response(7, Sample.Question("a:2")));
        JsonObject changed = await member.Socket.NextAsync("MESSAGE_UPDATE");

        Assert.Equal(3, (int)interaction["type"]!);
        Assert.Equal("a:1", (string)interaction["data"]!["custom_id"]!);
        Assert.Equal(2, (int)interaction["data"]!["component_type"]!);
        Assert.Equal(message, (string)interaction["message"]!["id"]!);
        Assert.Equal(ground.Application, (string)interaction["message"]!["author"]!["id"]!);
        Assert.Equal("a:2", (string)changed["components"]![0]!["components"]![0]!["custom_id"]!);
        Assert.Equal("When was the treaty?", (string)changed["content"]!);
    }

    [Fact]
    public async Task AnEphemeralReplyIsSeenByItsReaderAlone()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate presser = await ground.MemberAsync(1);
        Classmate other = await ground.MemberAsync(2);
        string message = (await ground.PostAsync(Sample.Question())).Id;
        await other.Socket.NextAsync("MESSAGE_CREATE");

        JsonObject interaction = await presser.PressAndSeeAsync(bot, message, "a:1");
        await ground.AnswerAsync(interaction, Sample.Reply("Locked in", ephemeral: true));
        await presser.Socket.NextAsync("MESSAGE_CREATE");
        JsonObject reply = await presser.Socket.NextAsync("MESSAGE_CREATE");

        Assert.Equal(64, (int)reply["flags"]!);
        Assert.Empty(await other.Socket.DrainAsync());
        Assert.Equal(2, (await presser.Rest.GetAsync($"/channels/{ground.Channel}/messages")).Json.AsArray().Count);
        Assert.Single((await other.Rest.GetAsync($"/channels/{ground.Channel}/messages")).Json.AsArray());
        Assert.Single((await ground.Bot.GetAsync($"/channels/{ground.Channel}/messages")).Json.AsArray());
    }

    [Fact]
    public async Task AFormIsShownToThePresserAndItsTextComesBackToTheBot()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        string message = (await ground.PostAsync(Sample.Question())).Id;

        await ground.AnswerAsync(await member.PressAndSeeAsync(bot, message, "a:1"), Sample.Form());
        JsonObject shown = await member.Socket.NextAsync("INTERACTION_MODAL_CREATE");
        Reply tooShort = await member.InteractAsync(5, Sample.Filled((string)shown["id"]!, "1"));
        Reply sent = await member.InteractAsync(5, Sample.Filled((string)shown["id"]!, "1950"));
        JsonObject submission = await bot.NextAsync("INTERACTION_CREATE");

        Assert.Equal("Your answer", (string)shown["title"]!);
        Assert.Equal(ground.Application, (string)shown["application"]!["id"]!);
        Assert.Equal(50035, tooShort.Code);
        Assert.NotNull(tooShort.Json["errors"]!["data"]!["components"]!["0"]!["component"]!["value"]!["_errors"]);
        Assert.Equal(HttpStatusCode.NoContent, sent.Status);
        Assert.Equal(5, (int)submission["type"]!);
        Assert.Equal("1950", (string)submission["data"]!["components"]![0]!["component"]!["value"]!);
        Assert.Equal(message, (string)submission["message"]!["id"]!);
    }

    [Fact]
    public async Task SuggestionsComeBackUnderTheNonceOfTheQuestion()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonObject topic = Sample.Option("topic", 3, required: true);
        topic["autocomplete"] = true;
        JsonNode command = (await ground.RegisterAsync(Sample.Command("card", topic)))[0]!;
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        JsonObject typed = Sample.Value("topic", 3, "bo");
        typed["focused"] = true;

        Reply asked = await member.TypeAsync(command, typed);
        JsonObject interaction = await bot.NextAsync("INTERACTION_CREATE");
        await ground.AnswerAsync(interaction, Sample.Response(8, JsonNode.Parse("""{"choices":[{"name":"Border","value":"border"}]}""")));
        JsonObject answer = await member.Socket.NextAsync("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE");

        Assert.Equal(HttpStatusCode.NoContent, asked.Status);
        Assert.Equal(4, (int)interaction["type"]!);
        Assert.True((bool)interaction["data"]!["options"]![0]!["focused"]!);
        Assert.Equal(member.Nonce, (string)answer["nonce"]!);
        Assert.Equal("border", (string)answer["choices"]![0]!["value"]!);
    }

    [Fact]
    public async Task WithoutAResponseInThreeSecondsTheInteractionFailsAndItsTokenIsDead()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using Ground ground = await Ground.StartAsync(new PlaygroundOptions { Time = time });
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        string message = (await ground.PostAsync(Sample.Question())).Id;
        JsonObject interaction = await member.PressAndSeeAsync(bot, message, "a:1");

        time.Advance(TimeSpan.FromMilliseconds(2999));
        Assert.DoesNotContain(await member.Socket.DrainAsync(), payload => (string?)payload["t"] == "INTERACTION_FAILURE");
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(member.Nonce, (string)(await member.Socket.NextAsync("INTERACTION_FAILURE"))["nonce"]!);
        Assert.Equal(10062, (await ground.AnswerAsync(interaction, Sample.Reply("Too late"))).Code);
    }

    [Fact]
    public async Task WithoutABotTheInteractionFailsAtOnce()
    {
        await using Ground ground = await Ground.StartAsync();
        Classmate member = await ground.MemberAsync(1);
        string message = (await ground.PostAsync(Sample.Question())).Id;

        await member.PressAsync(message, "a:1");

        Assert.Equal(member.Nonce, (string)(await member.Socket.NextAsync("INTERACTION_FAILURE"))["nonce"]!);
    }

    [Fact]
    public async Task ADeferredResponseIsFilledInUntilTheTokenExpires()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using Ground ground = await Ground.StartAsync(new PlaygroundOptions { Time = time });
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        string message = (await ground.PostAsync(Sample.Question())).Id;
        JsonObject interaction = await member.PressAndSeeAsync(bot, message, "a:1");
        string webhook = $"/webhooks/{ground.Application}/{(string)interaction["token"]!}";

        Reply tooEarly = await ground.Anyone.PostAsync(webhook, Sample.Text("Not yet"));
        await ground.AnswerAsync(interaction, Sample.Response(5, new JsonObject { ["flags"] = 64 }));
        Reply filled = await ground.Anyone.PatchAsync($"{webhook}/messages/@original", Sample.Text("Here it is"));
        Reply followUp = await ground.Anyone.PostAsync(webhook, Sample.Text("And this"));
        time.Advance(TimeSpan.FromMinutes(16));
        Reply tooLate = await ground.Anyone.PatchAsync($"{webhook}/messages/@original", Sample.Text("Too late"));

        Assert.Equal(10015, tooEarly.Code);
        Assert.Equal(64, (int)filled.Json["flags"]!);
        Assert.Equal("Here it is", (string)filled.Json["content"]!);
        Assert.Equal("And this", (string)followUp.Json["content"]!);
        Assert.Equal(50027, tooLate.Code);
    }

    [Fact]
    public async Task ASecondResponseIsRefused()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        string message = (await ground.PostAsync(Sample.Question())).Id;
        JsonObject interaction = await member.PressAndSeeAsync(bot, message, "a:1");

        await ground.AnswerAsync(interaction, Sample.Reply("Once"));
        Reply second = await ground.AnswerAsync(interaction, Sample.Reply("Twice"));

        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
        Assert.Equal(40060, second.Code);
    }

    [Fact]
    public async Task ARefusedResponseLeavesTheInteractionOpen()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        string message = (await ground.PostAsync(Sample.Question())).Id;
        JsonObject interaction = await member.PressAndSeeAsync(bot, message, "a:1");

        Reply wrong = await ground.AnswerAsync(interaction, Sample.Reply(new string('x', 2001)));
        Reply right = await ground.AnswerAsync(interaction, Sample.Reply("Shorter"), "?with_response=true");

        Assert.Equal("BASE_TYPE_MAX_LENGTH", (string)wrong.Json["errors"]!["data"]!["content"]!["_errors"]![0]!["code"]!);
        Assert.Equal(HttpStatusCode.OK, right.Status);
        Assert.Equal("Shorter", (string)right.Json["resource"]!["message"]!["content"]!);
    }

    [Theory]
    [InlineData("a:1", true)]
    [InlineData("absent", false)]
    public async Task AButtonThatIsDisabledOrAbsentCannotBePressed(string customId, bool disabled)
    {
        await using Ground ground = await Ground.StartAsync();
        Classmate member = await ground.MemberAsync(1);
        string message = (await ground.PostAsync(Sample.Question(disabled: disabled))).Id;

        Reply reply = await member.PressAsync(message, customId);

        Assert.Equal(50035, reply.Code);
        Assert.Equal("COMPONENT_VALIDATION_FAILED", (string)reply.Json["errors"]!["data"]!["_errors"]![0]!["code"]!);
    }

    [Fact]
    public async Task InADirectMessageTheBotGetsAUserInsteadOfAMember()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        string direct = (await ground.Bot.PostAsync("/users/@me/channels", new JsonObject { ["recipient_id"] = member.Id })).Id;
        string message = (await ground.Bot.PostAsync($"/channels/{direct}/messages", Sample.Question())).Id;

        Reply reply = await member.PressAsync(message, "a:1", direct);
        JsonObject interaction = await bot.NextAsync("INTERACTION_CREATE");

        Assert.Equal(HttpStatusCode.NoContent, reply.Status);
        Assert.Equal(member.Id, (string)interaction["user"]!["id"]!);
        Assert.Null(interaction["member"]);
        Assert.Null(interaction["guild_id"]);
        Assert.Equal(1, (int)interaction["context"]!);
    }
}
