using System.Text.Json.Nodes;
using static SinoSovietBot.EndToEnd.Playground.Limit;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>The limits of a message.</summary>
internal static class MessageLimits
{
    private const string Row = "ActionRowComponentForMessageRequest";
    private const string Button = "ButtonComponentForMessageRequest";
    private const string Select = "StringSelectComponentForMessageRequest";
    private const string Option = "StringSelectOptionForRequest";

    public static IReadOnlyList<Limit> All { get; } =
    [
        // The description allows 4,000 to those who pay for it.
        new("content", 2000, n => Sample.Text(Text(n)), "content", TooLong),
        new("nonce", 25, n => With("nonce", Text(n)), "nonce", TooLong),
        new("users who may be mentioned", 100, n => With("allowed_mentions", new JsonObject { ["users"] = Many(n, i => $"{i + 1}") }),
            "allowed_mentions.users", TooLong, "MessageAllowedMentionsRequest.users.maxItems"),
        new("attachments", 10, n => With("attachments", Many(n, i => new JsonObject { ["id"] = $"{i}" })), "attachments", TooLong,
            "MessageCreateRequest.attachments.maxItems"),
        new("attachment description", 1024, n => With("attachments", new JsonArray(new JsonObject { ["id"] = "0", ["description"] = Text(n) })),
            "attachments.0.description", TooLong, "MessageAttachmentRequest.description.maxLength"),
        new("attachment filename", 1024, n => With("attachments", new JsonArray(new JsonObject { ["id"] = "0", ["filename"] = Text(n) })),
            "attachments.0.filename", TooLong, "MessageAttachmentRequest.filename.maxLength"),

        new("embeds", 10, n => With("embeds", Many(n, i => new JsonObject { ["title"] = $"{i}" })), "embeds", TooLong,
            "MessageCreateRequest.embeds.maxItems"),
        new("embed title", 256, n => Embed("title", Text(n)), "embeds.0.title", TooLong, "RichEmbed.title.maxLength"),
        new("embed description", 4096, n => Embed("description", Text(n)), "embeds.0.description", TooLong, "RichEmbed.description.maxLength"),
        new("embed url", 2048, n => Embed("url", "https://example.org/".PadRight(n, 'x')), "embeds.0.url", TooLong, "RichEmbed.url.maxLength"),
        new("embed colour", 0xFFFFFF, n => Embed("color", n), "embeds.0.color", TooLarge, "RichEmbed.color.maximum"),
        new("embed fields", 25, n => Embed("fields", Many(n, _ => Field("n", "v"))), "embeds.0.fields", TooLong, "RichEmbed.fields.maxItems"),
        new("embed field name", 256, n => Embed("fields", new JsonArray(Field(Text(n), "v"))), "embeds.0.fields.0.name", TooLong,
            "RichEmbedField.name.maxLength"),
        new("embed field value", 1024, n => Embed("fields", new JsonArray(Field("n", Text(n)))), "embeds.0.fields.0.value", TooLong,
            "RichEmbedField.value.maxLength"),
        new("embed footer", 2048, n => Embed("footer", new JsonObject { ["text"] = Text(n) }), "embeds.0.footer.text", TooLong,
            "RichEmbedFooter.text.maxLength"),
        new("embed author", 256, n => Embed("author", new JsonObject { ["name"] = Text(n) }), "embeds.0.author.name", TooLong,
            "RichEmbedAuthor.name.maxLength"),
        new("all texts of all embeds", 6000, AllTexts, "embeds", "MAX_EMBED_SIZE_EXCEEDED"),

        // The description allows 40 to messages of the second kind of components.
        new("rows", 5, n => With("components", Many(n, row => RowOf(PressMe(row)))), "components", TooLong),
        new("buttons in a row", 5, n => With("components", new JsonArray(RowOf([.. Enumerable.Range(0, n).Select(PressMe)]))),
            "components.0.components", BadLength, $"{Row}.components.maxItems"),
        new("button label", 80, n => OneButton("label", Text(n)), "components.0.components.0.label", TooLong, $"{Button}.label.maxLength"),
        new("custom id", 100, n => OneButton("custom_id", Text(n)),
            "components.0.components.0.custom_id", BadLength, $"{Button}.custom_id.maxLength"),
        new("button url", 512, n => OneButton("url", "https://example.org/".PadRight(n, 'x')), "components.0.components.0.url", BadLength,
            $"{Button}.url.maxLength"),
        new("select options", 25, n => OneSelect("options", Many(n, Choice)), "components.0.components.0.options", BadLength,
            $"{Select}.options.maxItems"),
        new("select placeholder", 150, n => OneSelect("placeholder", Text(n)), "components.0.components.0.placeholder", TooLong,
            $"{Select}.placeholder.maxLength"),
        new("most values of a select", 25, n => OneSelect("max_values", n), "components.0.components.0.max_values", TooLarge,
            $"{Select}.max_values.maximum"),
        new("least values of a select", 25, n => OneSelect("min_values", n, ("max_values", 25)), "components.0.components.0.min_values", TooLarge,
            $"{Select}.min_values.maximum"),
        new("select option label", 100, n => OneOption("label", n),
            "components.0.components.0.options.0.label", BadLength, $"{Option}.label.maxLength"),
        new("select option value", 100, n => OneOption("value", n),
            "components.0.components.0.options.0.value", BadLength, $"{Option}.value.maxLength"),
        new("select option description", 100, n => OneOption("description", n), "components.0.components.0.options.0.description", TooLong,
            $"{Option}.description.maxLength"),
    ];

    public static JsonObject RowOf(params JsonNode[] components) => new() { ["type"] = 1, ["components"] = new JsonArray(components) };

    public static JsonNode PressMe(int number) =>
        new JsonObject { ["type"] = 2, ["style"] = 1, ["label"] = "Press", ["custom_id"] = $"button-{number}" };

    public static JsonObject Select25(params (string Name, JsonNode Value)[] changes)
    {
        var select = new JsonObject { ["type"] = 3, ["custom_id"] = "select", ["options"] = Many(25, Choice) };
        foreach ((string name, JsonNode value) in changes) select[name] = value;
        return select;
    }

    private static JsonNode Choice(int number) => new JsonObject { ["label"] = $"{number}", ["value"] = $"{number}" };

    private static JsonObject With(string name, JsonNode value) => new() { ["content"] = "x", [name] = value };

    private static JsonObject Embed(string name, JsonNode value) =>
        new() { ["embeds"] = new JsonArray(new JsonObject { ["title"] = "t", [name] = value }) };

    private static JsonObject Field(string name, string value) => new() { ["name"] = name, ["value"] = value };

    /// <summary>Two embeds that have every text that counts.</summary>
    private static JsonObject AllTexts(int size)
    {
        JsonObject first = Embed("description", Text(2000));
        JsonNode embed = first["embeds"]![0]!;
        embed["footer"] = new JsonObject { ["text"] = Text(1000) };
        embed["author"] = new JsonObject { ["name"] = Text(100) };
        embed["fields"] = new JsonArray(Field(Text(100), Text(800)));
        int used = 1 + 2000 + 1000 + 100 + 100 + 800;
        first["embeds"]!.AsArray().Add(new JsonObject { ["description"] = Text(size - used) });
        return first;
    }

    private static JsonObject OneButton(string name, JsonNode value)
    {
        JsonObject button = name == "url" ? new() { ["type"] = 2, ["style"] = 5, ["label"] = "Open" } : PressMe(0).AsObject();
        button[name] = value;
        return With("components", new JsonArray(RowOf(button)));
    }

    private static JsonObject OneSelect(string name, JsonNode value, params (string Name, JsonNode Value)[] more) =>
        With("components", new JsonArray(RowOf(Select25([(name, value), .. more]))));

    private static JsonObject OneOption(string name, int length)
    {
        JsonNode option = Choice(0);
        option[name] = Text(length);
        return OneSelect("options", new JsonArray(option));
    }
}
