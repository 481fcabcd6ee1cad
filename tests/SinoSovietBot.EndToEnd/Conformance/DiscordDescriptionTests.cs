using System.Text;
using Xunit;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>Bodies of the calls the bot makes, good and bad, against Discord's real description.</summary>
public class DiscordDescriptionTests
{
    private const string Messages = "/channels/1001/messages";
    private const string Callback = "/interactions/1002/aW50ZXJhY3Rpb24.token/callback";
    private const string Commands = "/applications/1003/commands";
    private const string Original = "/webhooks/1003/aW50ZXJhY3Rpb24.token/messages/@original";

    private const string Row = """
        {"type": 1, "components": [
          {"type": 2, "style": 2, "label": "A 1956", "custom_id": "v1:a"},
          {"type": 2, "style": 5, "label": "Source", "url": "https://example.org/"}]}
        """;

    private const string Embed = """
        {"title": "t", "description": "d", "color": 255, "fields": [{"name": "n", "value": "v", "inline": true}], "footer": {"text": "f"}}
        """;

    private const string Label = """
        {"type": 18, "label": "Your answer", "component": {"type": 4, "custom_id": "text", "style": 1, "max_length": 200, "required": true}}
        """;

    private const string Start = """
        {"type": 1, "name": "start", "description": "Starts one", "options": [
          {"type": 3, "name": "deck", "description": "Which", "required": true, "autocomplete": true},
          {"type": 4, "name": "questions", "description": "How many", "min_value": 1, "max_value": 50}]}
        """;

    private static readonly string _longTitle = new('x', 46);

    public static TheoryData<string, string, string> GoodBodies => new()
    {
        { "POST", Messages, """{"content": "Question 1", "nonce": "round-7", "enforce_nonce": true, "allowed_mentions": {"parse": []}}""" },
        { "POST", Messages, $$$"""{"embeds": [{{{Embed}}}], "components": [{{{Row}}}]}""" },
        { "POST", Callback, $$$"""{"type": 4, "data": {"content": "Locked in: B.", "flags": 64, "components": [{{{Row}}}]}}""" },
        { "POST", Callback, """{"type": 5, "data": {"flags": 64}}""" },
        { "POST", Callback, """{"type": 6}""" },
        { "POST", Callback, """{"type": 7, "data": {"content": null, "embeds": [], "components": []}}""" },
        { "POST", Callback, """{"type": 8, "data": {"choices": [{"name": "Sino-Soviet relations", "value": "sino-soviet-relations"}]}}""" },
        { "POST", Callback, """{"type": 8, "data": {"choices": [{"name": "ten", "value": 10}]}}""" },
        { "POST", Callback, FormOf("Answer") },
        { "PUT", Commands, $$$"""[{"type": 1, "name": "quiz", "description": "Quizzes", "contexts": [0], "options": [{{{Start}}}]}]""" },
        { "PATCH", Original, """{"content": "Saved"}""" },
        { "PATCH", Messages + "/1004", $$"""{"embeds": [{"description": "12 of 30 answered"}], "components": [{{Row}}]}""" },
        { "POST", "/webhooks/1003/aW50ZXJhY3Rpb24.token", """{"content": "And one more thing", "flags": 64}""" },
        { "POST", "/users/@me/channels", """{"recipient_id": "1005"}""" },
    };

    public static TheoryData<string, string, string, string> BadBodies => new()
    {
        { "POST", Messages, """{"content": "x", "nonce": "12345678901234567890123456"}""", "$.nonce" },
        { "POST", Messages, """{"content": "x", "enforce_nonce": "true"}""", "$.enforce_nonce" },
        { "POST", Messages, """{"content": "x", "enforceNonce": true}""", "$.enforceNonce" },
        { "POST", Messages, """{"embeds": [{"color": 16777216}]}""", "$.embeds[0].color" },
        { "POST", Messages, """{"embeds": [{"descripton": "x"}]}""", "$.embeds[0].descripton" },
        { "POST", Messages, """{"embeds": [{"fields": [{"name": "n"}]}]}""", "$.embeds[0].fields[0].value" },
        { "POST", Messages, """{"components": [{"type": 2, "style": 1, "label": "alone", "custom_id": "x"}]}""", "$.components[0]" },
        { "POST", Messages, RowOf("""{"type": 2, "style": 9, "custom_id": "x"}"""), "$.components[0].components[0].style" },
        { "POST", Messages, RowOf("""{"type": 2, "style": 1, "custom_id": ""}"""), "$.components[0].components[0].custom_id" },
        { "POST", Messages, """{"components": [{"type": 1, "components": []}]}""", "$.components[0].components" },
        { "POST", Callback, """{"type": 4, "data": {"contents": "x"}}""", "$.data.contents" },
        { "POST", Callback, """{"type": 5, "data": {"flags": "64"}}""", "$.data.flags" },
        { "POST", Callback, """{"type": 6, "ephemeral": true}""", "$.ephemeral" },
        { "POST", Callback, """{"type": 7, "data": {"embeds": [{"title": 1}]}}""", "$.data.embeds[0].title" },
        { "POST", Callback, """{"type": 8, "data": {"choices": [{"name": "", "value": "x"}]}}""", "$.data.choices[0].name" },
        { "POST", Callback, """{"type": 8}""", "$.data" },
        { "POST", Callback, FormOf(_longTitle), "$.data.title" },
        { "POST", Callback, """{"type": 3}""", "$" },
        { "POST", Callback, """{"data": {}}""", "$.type" },
        { "PUT", Commands, CommandOf("""{"type": 1, "name": "start", "description": "s", "autocomplete": true}"""), "$[0].options[0].autocomplete" },
        { "PUT", Commands, """[{"name": "quiz", "description": "q", "contexts": [0, 0]}]""", "$[0].contexts[1]" },
        { "PATCH", Original, """{"tts": true}""", "$.tts" },
        { "PATCH", Messages + "/1004", """{"nonce": "x"}""", "$.nonce" },
        { "POST", "/users/@me/channels", """{"recipient_id": 1005}""", "$.recipient_id" },
    };

    [Theory]
    [MemberData(nameof(GoodBodies))]
    public void WhatTheBotSendsIsValid(string method, string path, string body) => Assert.Empty(Validate(method, path, body));

    [Theory]
    [MemberData(nameof(BadBodies))]
    public void AFaultIsFoundAtItsPlace(string method, string path, string body, string where) =>
        Assert.Contains(where, Validate(method, path, body).Select(violation => violation.Where));

    [Fact]
    public void ACallDiscordDoesNotKnowIsAViolation() =>
        Assert.Equal("path", Assert.Single(Validate("POST", "/channels/1001/message", "{}")).Where);

    [Fact]
    public void AnIdThatIsNoSnowflakeIsAViolation() =>
        Assert.Contains("path.channel_id", Validate("POST", "/channels/general/messages", "{}").Select(violation => violation.Where));

    private static string FormOf(string title) =>
        $$$"""{"type": 9, "data": {"custom_id": "v1:f", "title": "{{{title}}}", "components": [{{{Label}}}]}}""";

    private static string RowOf(string component) => $$"""{"components": [{"type": 1, "components": [{{component}}]}]}""";

    private static string CommandOf(string option) => $$"""[{"name": "quiz", "description": "q", "options": [{{option}}]}]""";

    private static IReadOnlyList<Violation> Validate(string method, string path, string body) =>
        DiscordDescription.OrSkip().ValidateRequest(method, path, null, "application/json", Encoding.UTF8.GetBytes(body));
}
