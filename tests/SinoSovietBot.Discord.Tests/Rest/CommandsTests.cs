using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Discord.Tests.Support;

namespace SinoSovietBot.Discord.Tests.Rest;

public sealed class CommandsTests : IAsyncDisposable
{
    private static readonly ImmutableArray<CommandDeclaration> _commands =
    [
        new("quiz", "Quizzes")
        {
            Subcommands =
            [
                new("start", "Starts one")
                {
                    Options =
                    [
                        new("deck", "Which deck", OptionKind.Text) { Required = true, Suggested = true, MaxLength = 60 },
                        new("count", "How many", OptionKind.Number) { Min = 1, Max = 50 },
                        new("mode", "How to score", OptionKind.Text) { Choices = [new("Accuracy", "accuracy"), new("Speed", "speed")] },
                    ],
                },
            ],
            Groups = [new("schedule", "Plans", [new("add", "Adds one")])],
        },
        new("report", "For teachers") { DefaultMemberPermissions = Permissions.ManageMessages },
        new("card", "A card") { Contexts = CommandContexts.Guild | CommandContexts.BotDirectMessage | CommandContexts.PrivateChannel },
    ];

    private readonly TestBot _bot = new();

    [Fact]
    public void JsonIsWhatDiscordDocuments()
    {
        const string expected = """
            [{"name":"quiz","description":"Quizzes","type":1,"contexts":[0],"integration_types":[0],"options":[
              {"type":2,"name":"schedule","description":"Plans","options":[{"type":1,"name":"add","description":"Adds one"}]},
              {"type":1,"name":"start","description":"Starts one","options":[
                {"type":3,"name":"deck","description":"Which deck","required":true,"autocomplete":true,"max_length":60},
                {"type":4,"name":"count","description":"How many","min_value":1,"max_value":50},
                {"type":3,"name":"mode","description":"How to score",
                 "choices":[{"name":"Accuracy","value":"accuracy"},{"name":"Speed","value":"speed"}]}]}]},
             {"name":"report","description":"For teachers","type":1,"default_member_permissions":8192,"contexts":[0],"integration_types":[0]},
             {"name":"card","description":"A card","type":1,"contexts":[0,1,2],"integration_types":[0,1]}]
            """;
        string written = CommandsJson.Write(_commands);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(written)), written);
        Assert.StartsWith("[\n  {\n    \"name\": \"quiz\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EqualCommandsAreLeftAlone()
    {
        Hold(AsDiscordHoldsThem());
        Assert.False(await RegisterAsync());
        Assert.Equal("GET", Assert.Single(_bot.Http.Requests).Method);
    }

    public static TheoryData<string> Changes() =>
        ["description", "permissions", "missing", "extra", "choice", "order", "required", "contexts", "limit"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task AnyDifferenceOverwritesAll(string change)
    {
        JsonArray held = AsDiscordHoldsThem();
        JsonArray options = held[1]!["options"]![1]!["options"]!.AsArray();
        switch (change)
        {
            case "description": held[2]!["description"] = "Other"; break;
            case "permissions": held[2]!["default_member_permissions"] = null; break;
            case "missing": held.RemoveAt(0); break;
            case "extra": held.Add(JsonNode.Parse("""{"id":"4","name":"old","description":"Old","type":1}""")); break;
            case "choice": options[2]!["choices"]![0]!["value"] = "other"; break;
            case "order":
                JsonNode first = options[0]!;
                options.RemoveAt(0);
                options.Add(first);
                break;
            case "required": options[0]!["required"] = false; break;
            case "contexts": held[0]!["contexts"] = new JsonArray(0); break;
            case "limit": options[1]!["max_value"] = 51; break;
        }

        Hold(held);
        Assert.True(await RegisterAsync());
        RecordedRequest put = _bot.Http.Requests.Last();
        Assert.Equal(("PUT", "/api/v10/applications/80/commands"), (put.Method, put.Path));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(CommandsJson.Write(_commands)), JsonNode.Parse(put.Body)));
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    // In another order, with what Discord adds, and with its defaults spelt out.
    private static JsonArray AsDiscordHoldsThem()
    {
        JsonArray commands = JsonNode.Parse(CommandsJson.Write(_commands))!.AsArray();
        foreach (JsonObject command in commands.Select(node => node!.AsObject()))
        {
            command["id"] = "1";
            command["application_id"] = "80";
            command["version"] = "2";
            command["nsfw"] = false;
            command["dm_permission"] = true;
            command["name_localizations"] = null;
            command["default_member_permissions"] = command["default_member_permissions"]?.ToString();
            if (!command.ContainsKey("options")) command["options"] = new JsonArray();
        }

        JsonNode options = commands[0]!["options"]![1]!["options"]!;
        options[0]!["choices"] = new JsonArray();
        options[1]!["required"] = false;
        options[1]!["autocomplete"] = false;
        options[1]!["min_value"] = 1.0;
        JsonNode last = commands[2]!;
        last["contexts"] = new JsonArray(2, 0, 1);
        commands.RemoveAt(2);
        commands.Insert(0, last);
        return commands;
    }

    private void Hold(JsonArray commands) =>
        _bot.Http.Answer = (request, _) => FakeDiscordHttp.Json(request.Method == "GET" ? commands.ToJsonString() : "[]");

    private Task<bool> RegisterAsync() => _bot.Connection.RegisterCommandsAsync(new Snowflake(80), _commands, CancellationToken.None);
}
