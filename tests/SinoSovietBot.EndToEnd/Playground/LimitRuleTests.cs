using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>Limits that are no lengths: what has to be unique, what excludes what, and how much may be sent in all.</summary>
public sealed class LimitRuleTests
{
    private const int MebiByte = 1024 * 1024;

    private static readonly string _tooMuchText = Limit.Text(2001);

    public static TheoryData<string, string, string> WrongMessages => new()
    {
        { Rows(Button("a"), Select("b")), "components.0", "COMPONENT_LAYOUT_WIDTH_EXCEEDED" },
        { Rows(Button("a"), Button("a")), "components.0.components.1.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED" },
        { $$"""{"components": [{{Row(Button("a"))}}, {{Row(Select("a"))}}]}""", "components.1.components.0.custom_id",
            "COMPONENT_CUSTOM_ID_DUPLICATED" },
        { Rows("""{"type": 2, "style": 1, "custom_id": "a"}"""), "components.0.components.0", "BUTTON_COMPONENT_INVALID_EMOJI_OR_LABEL" },
        { Rows("""{"type": 2, "style": 1, "label": "l"}"""), "components.0.components.0.custom_id", "BASE_TYPE_REQUIRED" },
        { Rows("""{"type": 2, "style": 5, "label": "l", "url": "https://x.org", "custom_id": "a"}"""), "components.0.components.0",
            "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE" },
        { Rows("""{"type": 3, "custom_id": "a", "options": []}"""), "components.0.components.0.options", "BASE_TYPE_BAD_LENGTH" },
        { Rows("""{"type": 3, "custom_id": "a", "options": [{"label": "l", "value": "v"}, {"label": "m", "value": "v"}]}"""),
            "components.0.components.0.options.1.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED" },
        { Rows("""{"type": 3, "custom_id": "a", "max_values": 2, "options": [{"label": "l", "value": "v"}]}"""),
            "components.0.components.0.max_values", "SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS" },
        { """{"components": [{"type": 1, "components": []}]}""", "components.0.components", "BASE_TYPE_BAD_LENGTH" },
        { """{"embeds": [{"fields": [{"name": " ", "value": "v"}]}]}""", "embeds.0.fields.0.name", "BASE_TYPE_REQUIRED" },
        { """{"content": "x", "flags": 1}""", "flags", "MESSAGE_FLAGS_INVALID" },
    };

    public static TheoryData<string, string, string> WrongCommands => new()
    {
        { """{"name": "Card", "description": "d"}""", "0.name", "APPLICATION_COMMAND_INVALID_NAME" },
        { """{"name": "two words", "description": "d"}""", "0.name", "APPLICATION_COMMAND_INVALID_NAME" },
        { """{"name": "", "description": "d"}""", "0.name", "BASE_TYPE_BAD_LENGTH" },
        { """{"name": "card", "description": ""}""", "0.description", "BASE_TYPE_BAD_LENGTH" },
        { """{"name": "card"}""", "0.description", "BASE_TYPE_REQUIRED" },
        { """{"name": "card", "description": "d", "name_localizations": {"de": "Karte"}}""", "0.name_localizations.de",
            "APPLICATION_COMMAND_INVALID_NAME" },
        { Options("""{"type": 3, "name": "a", "description": "d"}""", """{"type": 3, "name": "a", "description": "d"}"""), "0.options.1.name",
            "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS" },
        { Options("""{"type": 3, "name": "a", "description": "d"}""", """{"type": 3, "name": "b", "description": "d", "required": true}"""),
            "0.options.1", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID" },
        { Options("""{"type": 1, "name": "a", "description": "d"}""", """{"type": 3, "name": "b", "description": "d"}"""), "0.options.1.type",
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID" },
        { Options("""{"type": 3, "name": "a", "description": "d", "autocomplete": true, "choices": [{"name": "n", "value": "v"}]}"""),
            "0.options.0.autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES" },
    };

    [Theory]
    [MemberData(nameof(WrongMessages))]
    public async Task AMessageThatBreaksARuleIsToldWhere(string message, string path, string code)
    {
        await using Ground ground = await Ground.StartAsync();
        Reply reply = await ground.PostAsync(JsonNode.Parse(message)!);
        Assert.Equal((HttpStatusCode.BadRequest, 50035), (reply.Status, reply.Code));
        Assert.Contains(code, Limit.CodesAt(reply.Json, path));
    }

    [Theory]
    [MemberData(nameof(WrongCommands))]
    public async Task ACommandThatBreaksARuleIsToldWhere(string command, string path, string code)
    {
        await using Ground ground = await Ground.StartAsync();
        Reply reply = await PutAsync(ground, [JsonNode.Parse(command)!]);
        Assert.Equal((HttpStatusCode.BadRequest, 50035), (reply.Status, reply.Code));
        Assert.Contains(code, Limit.CodesAt(reply.Json, path));
    }

    [Fact]
    public async Task TwoCommandsOfOneNameAreRefusedUnlessTheirTypesDiffer()
    {
        await using Ground ground = await Ground.StartAsync();
        Reply twice = await PutAsync(ground, [Sample.Command("card"), Sample.Command("card")]);
        Reply types = await PutAsync(ground, [Sample.Command("card"), new JsonObject { ["type"] = 2, ["name"] = "card" }]);
        Assert.Contains("APPLICATION_COMMANDS_DUPLICATE_NAME", Limit.CodesAt(twice.Json, "1"));
        Assert.Equal(HttpStatusCode.OK, types.Status);
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 15)]
    [InlineData(3, 15)]
    public async Task AnAppHasOnlySoManyCommandsOfAType(int type, int most)
    {
        await using Ground ground = await Ground.StartAsync();
        Reply at = await PutAsync(ground, Commands(type, most));
        Reply oneMore = await ground.Bot.PostAsync($"/applications/{ground.Application}/commands", Commands(type, most + 1)[most]!.DeepClone());
        Reply again = await ground.Bot.PostAsync($"/applications/{ground.Application}/commands", Commands(type, most)[0]!.DeepClone());
        Reply over = await PutAsync(ground, Commands(type, most + 1));

        Assert.Equal(HttpStatusCode.OK, at.Status);
        Assert.Equal((HttpStatusCode.BadRequest, 30032), (oneMore.Status, oneMore.Code));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal((HttpStatusCode.BadRequest, 30032), (over.Status, over.Code));
    }

    [Fact]
    public async Task AFormHasEachCustomIdOnce()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        JsonObject press = await member.PressAndSeeAsync(bot, (await ground.PostAsync(Sample.Question())).Id, "a:1");
        JsonNode[] twice = [FormLimits.Label(FormLimits.TextInput("a")), FormLimits.Label(FormLimits.TextInput("a"))];

        Reply repeated = await ground.AnswerAsync(press, FormLimits.Modal("components", new JsonArray(twice)));
        Reply empty = await ground.AnswerAsync(press, FormLimits.Modal("components", new JsonArray()));

        Assert.Contains("COMPONENT_CUSTOM_ID_DUPLICATED", Limit.CodesAt(repeated.Json, "data.components.1.component.custom_id"));
        Assert.Contains("BASE_TYPE_BAD_LENGTH", Limit.CodesAt(empty.Json, "data.components"));
    }

    [Fact]
    public async Task TheFaultsOfAResponseStandUnderItsData()
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        JsonObject press = await member.PressAndSeeAsync(bot, (await ground.PostAsync(Sample.Question())).Id, "a:1");
        Reply reply = await ground.AnswerAsync(press, Sample.Reply(_tooMuchText));
        Assert.Contains("BASE_TYPE_MAX_LENGTH", Limit.CodesAt(reply.Json, "data.content"));
    }

    [Theory]
    [InlineData(10 * MebiByte, 1, 200, null)]
    [InlineData((10 * MebiByte) + 1, 1, 413, 40005)]
    [InlineData(10 * MebiByte, 2, 200, null)]
    [InlineData(9 * MebiByte, 3, 413, 40005)]
    [InlineData(1, 10, 200, null)]
    [InlineData(1, 11, 400, 30015)]
    public async Task FilesMayBeSoLargeAndSoMany(int size, int count, int status, int? code)
    {
        await using Ground ground = await Ground.StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent("{}"), "payload_json" } };
        byte[] content = new byte[size];
        for (int index = 0; index < count; index++) form.Add(new ByteArrayContent(content), $"files[{index}]", $"file-{index}.bin");

        Reply reply = await ground.Bot.SendAsync("POST", $"/channels/{ground.Channel}/messages", content: form);

        Assert.Equal((status, code), ((int)reply.Status, reply.Status == HttpStatusCode.OK ? null : reply.Code));
    }

    private static JsonNode[] Commands(int type, int count) => [.. Enumerable.Range(0, count).Select(number =>
    {
        var command = new JsonObject { ["type"] = type, ["name"] = $"c{number}" };
        if (type == 1) command["description"] = "d";
        return command;
    })];

    private static Task<Reply> PutAsync(Ground ground, JsonNode[] commands) =>
        ground.Bot.PutAsync($"/applications/{ground.Application}/commands", new JsonArray(commands));

    private static string Button(string id) => $$"""{"type": 2, "style": 1, "label": "l", "custom_id": "{{id}}"}""";

    private static string Select(string id) => $$"""{"type": 3, "custom_id": "{{id}}", "options": [{"label": "l", "value": "v"}]}""";

    private static string Row(params string[] components) => $$"""{"type": 1, "components": [{{string.Join(',', components)}}]}""";

    private static string Rows(params string[] components) => $$"""{"components": [{{Row(components)}}]}""";

    private static string Options(params string[] options) =>
        $$"""{"name": "card", "description": "d", "options": [{{string.Join(',', options)}}]}""";
}
