using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SinoSovietBot.EndToEnd.Conformance;
using Xunit;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>Each documented limit just at it and just over it, with the path and the code that Discord's error names.</summary>
public sealed class LimitTests
{
    private static readonly Limit[] _all = [.. MessageLimits.All, .. CommandLimits.All, .. FormLimits.Forms, .. FormLimits.Suggestions];

    public static TheoryData<string> OfMessages => [.. MessageLimits.All.Select(limit => limit.Name)];

    public static TheoryData<string> OfCommands => [.. CommandLimits.All.Select(limit => limit.Name)];

    public static TheoryData<string> OfForms => [.. FormLimits.Forms.Select(limit => limit.Name)];

    public static TheoryData<string> OfSuggestions => [.. FormLimits.Suggestions.Select(limit => limit.Name)];

    public static TheoryData<string> Described => [.. _all.Where(limit => limit.Described is not null).Select(limit => limit.Name)];

    [Theory]
    [MemberData(nameof(OfMessages))]
    public async Task AMessageMayBeAsLargeAsDiscordSaysAndNoLarger(string name)
    {
        await using Ground ground = await Ground.StartAsync();
        await CheckAsync(Find(name), ground.PostAsync);
    }

    [Theory]
    [MemberData(nameof(OfCommands))]
    public async Task ACommandMayBeAsLargeAsDiscordSaysAndNoLarger(string name)
    {
        await using Ground ground = await Ground.StartAsync();
        await CheckAsync(Find(name), command => ground.Bot.PutAsync($"/applications/{ground.Application}/commands", new JsonArray(command)));
    }

    [Theory]
    [MemberData(nameof(OfForms))]
    public async Task AFormMayBeAsLargeAsDiscordSaysAndNoLarger(string name)
    {
        await using Ground ground = await Ground.StartAsync();
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        JsonObject press = await member.PressAndSeeAsync(bot, (await ground.PostAsync(Sample.Question())).Id, "a:1");
        await CheckAsync(Find(name), form => ground.AnswerAsync(press, form));
    }

    [Theory]
    [MemberData(nameof(OfSuggestions))]
    public async Task SuggestionsMayBeAsLargeAsDiscordSaysAndNoLarger(string name)
    {
        await using Ground ground = await Ground.StartAsync();
        JsonObject topic = Sample.Option("topic", 3);
        topic["autocomplete"] = true;
        JsonNode command = (await ground.RegisterAsync(Sample.Command("card", topic)))[0]!;
        Socket bot = await ground.BotSocketAsync();
        Classmate member = await ground.MemberAsync(1);
        JsonObject typed = Sample.Value("topic", 3, "b");
        typed["focused"] = true;
        await member.TypeAsync(command, typed);
        JsonObject asked = await bot.NextAsync("INTERACTION_CREATE");
        await CheckAsync(Find(name), choices => ground.AnswerAsync(asked, choices));
    }

    [Theory]
    [MemberData(nameof(Described))]
    public void WhereDiscordsDescriptionStatesALimitItIsTheSame(string name)
    {
        Limit limit = Find(name);
        string[] steps = limit.Described!.Split('.');
        JsonElement stated = DiscordDescription.OrSkip().Document.GetProperty("components").GetProperty("schemas").GetProperty(steps[0])
            .GetProperty("properties").GetProperty(steps[1]).GetProperty(steps[2]);
        Assert.Equal(limit.Most, stated.GetInt32());
    }

    private static Limit Find(string name) => _all.Single(limit => limit.Name == name);

    // The larger one first: a refusal leaves an interaction open.
    private static async Task CheckAsync(Limit limit, Func<JsonNode, Task<Reply>> send)
    {
        Reply over = await send(limit.Make(limit.Most + 1));
        Reply at = await send(limit.Make(limit.Most));

        Assert.Equal((HttpStatusCode.BadRequest, 50035), (over.Status, over.Code));
        Assert.Contains(limit.Code, Limit.CodesAt(over.Json, limit.Path));
        Assert.True(at.Status is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{(int)at.Status}: {at.Body}");
    }
}
