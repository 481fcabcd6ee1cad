using System.Text.Json.Nodes;
using SinoSovietBot.EndToEnd.Playground;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>The part of the tour in which a member uses commands, components and forms, and the bot's side answers in every way there is.</summary>
internal sealed class InteractionTour(Ground ground, Socket bot, Classmate member, Func<string, string, JsonNode?, Task<Reply>> call)
{
    public async Task WalkAsync()
    {
        var commands = await ground.RegisterAsync(EveryOption(), Sample.Command("plain"));
        await AnswerACommandAsync(commands[1]!);
        await ReadEveryOptionAsync(commands[0]!);
        await SuggestAsync(commands[0]!);
        await AnswerComponentsAsync();
        await FillInAFormAsync();
        await RunInADirectMessageAsync(commands[1]!);
    }

    private static JsonObject EveryOption()
    {
        var typed = Sample.Option("typed", 3);
        typed["autocomplete"] = true;
        return Sample.Command("options", typed, Sample.Option("member", 6), Sample.Option("place", 7), Sample.Option("role", 8),
            Sample.Option("half", 10), Sample.Option("sure", 5));
    }

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;

    private async Task AnswerACommandAsync(JsonNode command)
    {
        var webhook = "";
        foreach (var (type, query) in new[] { (4, "?with_response=true"), (5, "?with_response=true"), (4, "") })
        {
            var interaction = await member.RunAndSeeAsync(bot, command);
            await CallbackAsync(interaction, Sample.Response(type, Parse("""{"content": "Here", "flags": 64}""")), query);
            await CallbackAsync(interaction, Sample.Response(4, Parse("""{"content": "Again"}""")), "");
            webhook = WebhookOf(interaction);
        }

        await call("GET", $"{webhook}/messages/@original", null);
        await call("PATCH", $"{webhook}/messages/@original", Sample.Text("Changed"));
        var followUp = await call("POST", $"{webhook}?wait=true", Sample.Text("And more"));
        await call("GET", $"{webhook}/messages/{followUp.Id}", null);
        await call("PATCH", $"{webhook}/messages/{followUp.Id}", Sample.Text("And less"));
        await call("DELETE", $"{webhook}/messages/{followUp.Id}", null);
        await call("DELETE", $"{webhook}/messages/@original", null);
        await call("GET", $"{webhook}/messages/@original", null);
        await call("POST", "/interactions/1/nothing/callback", Sample.Reply("Too late"));
    }

    private async Task ReadEveryOptionAsync(JsonNode command)
    {
        var role = (await ground.Bot.GetAsync($"/guilds/{ground.Guild}/roles")).Json[1]!["id"]!;
        var interaction = await member.RunAndSeeAsync(bot, command,
            Sample.Value("typed", 3, "text"), Sample.Value("member", 6, member.Id), Sample.Value("place", 7, ground.Channel),
            Sample.Value("role", 8, role.DeepClone()), Sample.Value("half", 10, 0.5), Sample.Value("sure", 5, true));
        await CallbackAsync(interaction, Sample.Response(5), "");
        await call("POST", WebhookOf(interaction), Sample.Text("Filled in"));
    }

    private async Task SuggestAsync(JsonNode command)
    {
        var typed = Sample.Value("typed", 3, "bo");
        typed["focused"] = true;
        await member.TypeAsync(command, typed);
        var interaction = await bot.NextAsync("INTERACTION_CREATE");
        var choices = Parse("""{"choices": [{"name": "Border", "value": "border"}]}""");
        await CallbackAsync(interaction, Sample.Response(8, choices), "?with_response=true");
        await member.Socket.NextAsync("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE");
    }

    private async Task AnswerComponentsAsync()
    {
        var posted = await ground.PostAsync(Parse("""
            {"content": "Choose", "components": [
              {"type": 1, "components": [{"type": 2, "style": 1, "label": "Button", "custom_id": "button"}]},
              {"type": 1, "components": [{"type": 3, "custom_id": "select", "options": [{"label": "l", "value": "v"}]}]}]}
            """));
        foreach (var type in (int[])[4, 5, 6, 7])
        {
            var interaction = await member.PressAndSeeAsync(bot, posted.Id, "button");
            var data = type switch { 6 => null, 5 => Parse("""{"flags": 64}"""), _ => Parse("""{"content": "Pressed"}""") };
            await CallbackAsync(interaction, Sample.Response(type, data), "?with_response=true");
        }

        await member.InteractAsync(3, new JsonObject
        {
            ["component_type"] = 3,
            ["custom_id"] = "select",
            ["values"] = new JsonArray("v"),
        }, posted.Id);
        await CallbackAsync(await bot.NextAsync("INTERACTION_CREATE"), Sample.Reply("Chosen", ephemeral: true), "");
    }

    private async Task FillInAFormAsync()
    {
        var posted = await ground.PostAsync(Sample.Question("form"));
        await CallbackAsync(await member.PressAndSeeAsync(bot, posted.Id, "form"), Sample.Form(), "?with_response=true");
        var shown = await member.Socket.NextAsync("INTERACTION_MODAL_CREATE");
        await member.InteractAsync(5, Sample.Filled((string)shown["id"]!, "1950"));
        await CallbackAsync(await bot.NextAsync("INTERACTION_CREATE"), Sample.Reply("Thank you"), "?with_response=true");
        await member.Socket.NextAsync("INTERACTION_SUCCESS");
    }

    private async Task RunInADirectMessageAsync(JsonNode command)
    {
        var direct = await ground.Bot.PostAsync("/users/@me/channels", new JsonObject { ["recipient_id"] = member.Id });
        await member.InteractAsync(2, new JsonObject
        {
            ["id"] = (string)command["id"]!,
            ["name"] = (string)command["name"]!,
            ["type"] = 1,
            ["version"] = (string)command["version"]!,
        }, channel: direct.Id);
        await CallbackAsync(await bot.NextAsync("INTERACTION_CREATE"), Sample.Reply("Between us"), "?with_response=true");
    }

    private string WebhookOf(JsonObject interaction) => $"/webhooks/{ground.Application}/{(string)interaction["token"]!}";

    private Task<Reply> CallbackAsync(JsonObject interaction, JsonNode response, string query) =>
        call("POST", $"/interactions/{(string)interaction["id"]!}/{(string)interaction["token"]!}/callback{query}", response);
}
