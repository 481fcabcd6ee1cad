using System.Text.Json.Nodes;
using static SinoSovietBot.EndToEnd.Playground.Limit;

namespace SinoSovietBot.EndToEnd.Playground;

/// <summary>The limits of a command; the paths are those in a list of one.</summary>
internal static class CommandLimits
{
    private const string Create = "ApplicationCommandCreateRequest";
    private const string Option = "ApplicationCommandStringOption";
    private const string Choice = "ApplicationCommandOptionStringChoice";

    public static IReadOnlyList<Limit> All { get; } =
    [
        new("command name", 32, n => Command("name", Text(n)), "0.name", BadLength, $"{Create}.name.maxLength"),
        new("command description", 100, n => Command("description", Text(n)), "0.description", BadLength, $"{Create}.description.maxLength"),
        new("localised command name", 32, n => Command("name_localizations", new JsonObject { ["de"] = Text(n) }),
            "0.name_localizations.de", BadLength),
        new("localised command description", 100, n => Command("description_localizations", new JsonObject { ["de"] = Text(n) }),
            "0.description_localizations.de", BadLength),
        new("options", 25, n => Command("options", Many(n, i => Sample.Option($"o{i}", 3))), "0.options", TooLong, $"{Create}.options.maxItems"),
        new("options of a subcommand", 25, n => OneOption("options", Many(n, i => Sample.Option($"o{i}", 3)), type: 1),
            "0.options.0.options", TooLong,
            "ApplicationCommandSubcommandOption.options.maxItems"),
        new("option name", 32, n => OneOption("name", Text(n)), "0.options.0.name", BadLength, $"{Option}.name.maxLength"),
        new("option description", 100, n => OneOption("description", Text(n)),
            "0.options.0.description", BadLength, $"{Option}.description.maxLength"),
        new("most characters of an answer", 6000, n => OneOption("max_length", n),
            "0.options.0.max_length", TooLarge, $"{Option}.max_length.maximum"),
        new("least characters of an answer", 6000, n => OneOption("min_length", n),
            "0.options.0.min_length", TooLarge, $"{Option}.min_length.maximum"),
        new("choices", 25, n => OneOption("choices", Many(n, i => Pick($"{i}", $"{i}"))),
            "0.options.0.choices", TooLong, $"{Option}.choices.maxItems"),
        new("choice name", 100, n => OneOption("choices", new JsonArray(Pick(Text(n), "v"))), "0.options.0.choices.0.name", BadLength,
            $"{Choice}.name.maxLength"),
        // The description says 6,000, the documentation 100.
        new("choice value", 100, n => OneOption("choices", new JsonArray(Pick("n", Text(n)))), "0.options.0.choices.0.value", TooLong),
        new("all texts of a command", 8000, AllTexts, "0", "APPLICATION_COMMAND_TOO_LARGE"),
        new("all texts with the longest translations", 8000, AllTextsTranslated, "0", "APPLICATION_COMMAND_TOO_LARGE"),
    ];

    /// <summary>A command whose names, descriptions and choices have this many characters.</summary>
    private static JsonObject AllTexts(int size)
    {
        var options = new JsonArray();
        JsonObject command = Command("options", options);
        int left = size - 1 - 100;
        for (int number = 0; left > 0; number++)
        {
            // Twenty-five choices hold 5,000 characters.
            int texts = Math.Min(left - 2 - 100, 5_000);
            JsonObject option = Sample.Option($"o{number}", 3);
            option["description"] = Text(100);
            option["choices"] = Choices(texts);
            options.Add(option);
            left -= texts + 2 + 100;
        }

        return command;
    }

    private static JsonObject AllTextsTranslated(int size)
    {
        JsonObject command = AllTexts(size - 30);
        command["description"] = Text(40);
        command["description_localizations"] = new JsonObject { ["de"] = Text(100), ["fr"] = Text(3) };
        command["name_localizations"] = new JsonObject { ["de"] = Text(31), ["fr"] = "n" };
        command["options"]![0]!["choices"]![0]!["name_localizations"] = new JsonObject { ["de"] = Text(100) };
        command["options"]![0]!["choices"]![0]!["name"] = Text(70);
        return command;
    }

    private static JsonArray Choices(int characters)
    {
        var choices = new JsonArray();
        while (characters > 0)
        {
            int name = Math.Min(100, characters - 1);
            int value = Math.Min(100, characters - name);
            choices.Add(Pick(Text(name), Text(value)));
            characters -= name + value;
        }

        return choices;
    }

    private static JsonObject Pick(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private static JsonObject Command(string name, JsonNode value)
    {
        var command = new JsonObject { ["name"] = "c", ["description"] = Text(100) };
        command[name] = value;
        return command;
    }

    private static JsonObject OneOption(string name, JsonNode value, int type = 3)
    {
        JsonObject option = Sample.Option("option", type);
        option[name] = value;
        return Command("options", new JsonArray(option));
    }
}
