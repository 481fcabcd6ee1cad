using System.Text.Json.Nodes;
using static SinoSovietBot.EndToEnd.Playground.Limit;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>The limits of a form, and of what is suggested while somebody types.</summary>
internal static class FormLimits
{
    private const string Form = "ModalInteractionCallbackRequestData";
    private const string Input = "TextInputComponentForModalRequest";
    private const string LabelSchema = "LabelComponentForModalRequest";
    private const string InLabel = "data.components.0.component";

    public static IReadOnlyList<Limit> Forms { get; } =
    [
        new("form title", 45, n => Modal("title", Text(n)), "data.title", BadLength, $"{Form}.title.maxLength"),
        new("form custom id", 100, n => Modal("custom_id", Text(n)), "data.custom_id", BadLength, $"{Form}.custom_id.maxLength"),
        // The description says 40, as for messages; the documentation 5.
        new("components of a form", 5, n => Modal("components", Many(n, i => Label(TextInput($"input-{i}")))), "data.components", BadLength),
        new("label", 45, n => OneLabel("label", Text(n)), "data.components.0.label", BadLength, $"{LabelSchema}.label.maxLength"),
        new("label description", 100, n => OneLabel("description", Text(n)), "data.components.0.description", BadLength,
            $"{LabelSchema}.description.maxLength"),
        new("input custom id", 100, n => OneInput("custom_id", Text(n)), $"{InLabel}.custom_id", BadLength, $"{Input}.custom_id.maxLength"),
        new("most characters of an input", 4000, n => OneInput("max_length", n), $"{InLabel}.max_length", TooLarge, $"{Input}.max_length.maximum"),
        new("least characters of an input", 4000, n => OneInput("min_length", n), $"{InLabel}.min_length", TooLarge, $"{Input}.min_length.maximum"),
        new("prefilled text", 4000, n => OneInput("value", Text(n)), $"{InLabel}.value", TooLong, $"{Input}.value.maxLength"),
        new("input placeholder", 100, n => OneInput("placeholder", Text(n)), $"{InLabel}.placeholder", TooLong, $"{Input}.placeholder.maxLength"),
        new("select options in a form", 25, n => Modal("components", new JsonArray(Label(SelectOf(n)))), $"{InLabel}.options", BadLength,
            "StringSelectComponentForModalRequest.options.maxItems"),
    ];

    public static IReadOnlyList<Limit> Suggestions { get; } =
    [
        new("suggestions", 25, n => Suggest(Many(n, i => Choice($"{i}", $"{i}"))), "data.choices", TooLong,
            "InteractionApplicationCommandAutocompleteCallbackStringData.choices.maxItems"),
        new("name of a suggestion", 100, n => Suggest(new JsonArray(Choice(Text(n), "v"))), "data.choices.0.name", BadLength,
            "ApplicationCommandOptionStringChoice.name.maxLength"),
        new("value of a suggestion", 100, n => Suggest(new JsonArray(Choice("n", Text(n)))), "data.choices.0.value", BadLength),
    ];

    public static JsonObject Modal(string name, JsonNode value)
    {
        JsonObject form = Sample.Form();
        form["data"]![name] = value;
        return form;
    }

    public static JsonNode Label(JsonNode component) => new JsonObject { ["type"] = 18, ["label"] = "Label", ["component"] = component };

    public static JsonObject TextInput(string customId) => new() { ["type"] = 4, ["custom_id"] = customId, ["style"] = 1 };

    private static JsonObject Choice(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private static JsonObject Suggest(JsonArray choices) => Sample.Response(8, new JsonObject { ["choices"] = choices });

    private static JsonObject OneLabel(string name, JsonNode value)
    {
        JsonNode label = Label(TextInput("input"));
        label[name] = value;
        return Modal("components", new JsonArray(label));
    }

    private static JsonObject OneInput(string name, JsonNode value)
    {
        JsonObject input = TextInput("input");
        input[name] = value;
        return Modal("components", new JsonArray(Label(input)));
    }

    private static JsonObject SelectOf(int options) => new()
    {
        ["type"] = 3,
        ["custom_id"] = "select",
        ["options"] = Many(options, i => new JsonObject { ["label"] = $"{i}", ["value"] = $"{i}" }),
    };
}
