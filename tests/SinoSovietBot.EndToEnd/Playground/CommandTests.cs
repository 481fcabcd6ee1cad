using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

public sealed class CommandTests
{
    [Fact]
    public async Task RegisteredCommandsComeBackComplete()
    {
        await using Ground ground = await Ground.StartAsync();

        JsonArray commands = await ground.RegisterAsync(Sample.Command("card"), Sample.Command("ping"));

        Assert.Equal(["card", "ping"], commands.Select(command => (string)command!["name"]!));
        foreach (JsonNode? command in commands)
        {
            Assert.Equal(ground.Application, (string)command!["application_id"]!);
            Assert.NotEmpty((string)command["id"]!);
            Assert.NotEmpty((string)command["version"]!);
        }
    }

    [Fact]
    public async Task OptionsComeBackWithoutWhatTheirTypeDoesNotHave()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonObject command = Sample.Command("deck");
        command["options"] = JsonNode.Parse("""
            [{"type": 1, "name": "info", "description": "d", "autocomplete": false, "options": [
              {"type": 3, "name": "id", "description": "d", "autocomplete": true, "max_length": 9, "min_value": null}]}]
            """);

        JsonNode option = (await ground.RegisterAsync(command))[0]!["options"]![0]!;

        Assert.Equal(["type", "name", "description", "options"], option.AsObject().Select(field => field.Key));
        Assert.Equal(
            ["type", "name", "description", "autocomplete", "max_length"], option["options"]![0]!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public async Task RegisteringTheSameAgainKeepsIdsAndVersions()
    {
        await using Ground ground = await Ground.StartAsync();

        JsonArray first = await ground.RegisterAsync(Sample.Command("card"));
        JsonArray second = await ground.RegisterAsync(Sample.Command("card"), Sample.Command("ping"));

        Assert.Equal((string)first[0]!["id"]!, (string)second[0]!["id"]!);
        Assert.Equal((string)first[0]!["version"]!, (string)second[0]!["version"]!);
    }

    [Fact]
    public async Task ACommandForTeachersIsHiddenFromStudentsAndRefused()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonObject report = Sample.Command("report");
        report["default_member_permissions"] = "8192";
        JsonNode command = (await ground.RegisterAsync(report, Sample.Command("card")))[0]!;
        Classmate teacher = await ground.MemberAsync(0);
        Classmate student = await ground.MemberAsync(1);

        Assert.Equal(["report", "card"], await NamesAsync(ground, teacher));
        Assert.Equal(["card"], await NamesAsync(ground, student));
        Assert.Equal(50013, (await student.RunAsync(command)).Code);
    }

    [Fact]
    public async Task EachFaultOfACommandIsNamedWithItsPath()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonObject bad = Sample.Command("card", Sample.Option("optional", 3), Sample.Option("Needed", 3, required: true));
        bad["description"] = new string('x', 101);

        Reply reply = await ground.Bot.PutAsync($"/applications/{ground.Application}/commands", new JsonArray(Sample.Command("ping"), bad));

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(50035, reply.Code);
        JsonNode faults = reply.Json["errors"]!["1"]!;
        Assert.Equal("BASE_TYPE_BAD_LENGTH", (string)faults["description"]!["_errors"]![0]!["code"]!);
        Assert.Equal("APPLICATION_COMMAND_INVALID_NAME", (string)faults["options"]!["1"]!["name"]!["_errors"]![0]!["code"]!);
        Assert.Equal("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", (string)faults["options"]!["1"]!["_errors"]![0]!["code"]!);
    }

    [Theory]
    [InlineData("51", "NUMBER_TYPE_MAX")]
    [InlineData("0", "NUMBER_TYPE_MIN")]
    [InlineData("\"ten\"", "NUMBER_TYPE_COERCE")]
    public async Task AValueOutsideItsOptionsRuleIsRefused(string value, string code)
    {
        await using Ground ground = await Ground.StartAsync();
        JsonObject count = Sample.Option("questions", 4, required: true);
        count["min_value"] = 1;
        count["max_value"] = 50;
        JsonNode command = (await ground.RegisterAsync(Sample.Command("quiz", Subcommand("start", count))))[0]!;
        Classmate member = await ground.MemberAsync(1);

        Reply reply = await member.RunAsync(command, Subcommand("start", Sample.Value("questions", 4, JsonNode.Parse(value))));

        JsonNode fault = reply.Json["errors"]!["data"]!["options"]!["0"]!["options"]!["0"]!["value"]!["_errors"]![0]!;
        Assert.Equal(code, (string)fault["code"]!);
    }

    [Fact]
    public async Task ARequiredOptionMustBeGiven()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonNode command = (await ground.RegisterAsync(Sample.Command("card", Sample.Option("topic", 3, required: true))))[0]!;
        Classmate member = await ground.MemberAsync(1);

        Assert.Equal(50035, (await member.RunAsync(command)).Code);
    }

    [Fact]
    public async Task AnOutdatedVersionIsRefused()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonNode old = (await ground.RegisterAsync(Sample.Command("card")))[0]!;
        await ground.RegisterAsync(Sample.Command("card", Sample.Option("topic", 3)));
        Classmate member = await ground.MemberAsync(1);

        Assert.Equal(50035, (await member.RunAsync(old)).Code);
    }

    [Fact]
    public async Task AUserOptionIsResolved()
    {
        await using Ground ground = await Ground.StartAsync();
        JsonNode command = (await ground.RegisterAsync(Sample.Command("card", Sample.Option("who", 6))))[0]!;
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);

        JsonObject interaction = await member.RunAndSeeAsync(bot, command, Sample.Value("who", 6, member.Id));

        Assert.Equal(member.Id, (string)interaction["data"]!["resolved"]!["users"]![member.Id]!["id"]!);
        Assert.NotNull(interaction["data"]!["resolved"]!["members"]![member.Id]!["permissions"]);
    }

    private static JsonObject Subcommand(string name, JsonNode option) => new()
    {
        ["name"] = name,
        ["description"] = name,
        ["type"] = 1,
        ["options"] = new JsonArray(option),
    };

    private static async Task<string[]> NamesAsync(Ground ground, Classmate member)
    {
        Reply index = await member.Rest.GetAsync($"/guilds/{ground.Guild}/application-command-index");
        return [.. index.Json["application_commands"]!.AsArray().Select(command => (string)command!["name"]!)];
    }
}
