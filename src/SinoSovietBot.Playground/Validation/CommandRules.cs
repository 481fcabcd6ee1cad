using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SinoSovietBot.Playground.Validation;

/// <summary>What Discord accepts as a command to register.</summary>
internal static partial class CommandRules
{
    private const int MaxCommands = 100;
    private const int MaxMenuCommands = 15;
    private const int MaxCommandText = 8000;
    private const int SubCommand = 1;
    private const int SubCommandGroup = 2;

    /// <summary>Checks a list for bulk registration; the paths begin with the position.</summary>
    public static void CheckAll(FormErrors errors, JsonArray commands)
    {
        CheckCount(commands.OfType<JsonObject>());
        var names = new HashSet<(string?, long)>();
        for (int index = 0; index < commands.Count; index++)
        {
            string at = index.ToString(CultureInfo.InvariantCulture);
            if (commands[index] is not JsonObject command)
            {
                errors.Add(at, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
                continue;
            }

            Check(errors, command, at);
            if (command.Text("name") is { } name && !names.Add((name, command.Integer("type") ?? 1)))
                errors.Add(at, "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }
    }

    /// <summary>Refuses more commands of a type than a scope may have.</summary>
    public static void CheckCount(IEnumerable<JsonObject> commands)
    {
        foreach (var ofType in commands.GroupBy(command => command.Integer("type") ?? 1))
        {
            int most = ofType.Key == 1 ? MaxCommands : MaxMenuCommands;
            if (ofType.Count() > most) throw new Refusal(400, 30032, $"Maximum number of application commands reached ({most})");
        }
    }

    /// <summary>Checks one command; <paramref name="partial"/> when it changes a registered one.</summary>
    public static void Check(FormErrors errors, JsonObject command, string path, bool partial = false)
    {
        long type = errors.Integer(command, path, "type", 1, 4) ?? 1;
        if (type == 1) CheckName(errors, command, path, required: !partial);
        else errors.Text(command, path, "name", 32, min: 1, required: !partial);
        if (type == 1) errors.Text(command, path, "description", 100, min: 1, required: !partial);
        CheckTranslations(errors, command, path, namesOfCommands: type == 1);
        CheckContexts(errors, command, path, "contexts", 2);
        CheckContexts(errors, command, path, "integration_types", 1);
        if (command["default_member_permissions"] is JsonValue bits
            && !ulong.TryParse(bits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            errors.Add(FieldChecks.Join(path, "default_member_permissions"), "NUMBER_TYPE_COERCE", $"Value \"{bits}\" is not int.");
        CheckOptions(errors, command, path, depth: 0);
        if (TextSize(command) > MaxCommandText)
            errors.Add(path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MaxCommandText})");
    }

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    private static void CheckTranslations(FormErrors errors, JsonObject node, string path, bool namesOfCommands)
    {
        if (errors.Child(node, path, "name_localizations") is { } names)
        {
            string at = FieldChecks.Join(path, "name_localizations");
            foreach ((string locale, _) in names)
            {
                if (namesOfCommands) CheckName(errors, names, at, required: false, locale);
                else errors.Text(names, at, locale, 32, min: 1);
            }
        }

        if (errors.Child(node, path, "description_localizations") is not { } descriptions) return;
        foreach ((string locale, _) in descriptions)
            errors.Text(descriptions, FieldChecks.Join(path, "description_localizations"), locale, 100, min: 1);
    }

    private static void CheckName(FormErrors errors, JsonObject node, string path, bool required, string field = "name")
    {
        if (errors.Text(node, path, field, 32, min: 1, required: required) is not { } name || name.Length is 0 or > 32) return;
        // Discord wants the lower-case form of every letter that has one.
        bool hasCapitals = name.Any(char.IsUpper);
        if (hasCapitals || !NamePattern().IsMatch(name))
            errors.Add(FieldChecks.Join(path, field), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }

    private static void CheckContexts(FormErrors errors, JsonObject command, string path, string name, long max)
    {
        if (command[name] is not JsonArray list) return;
        string at = FieldChecks.Join(path, name);
        if (list.Count == 0) errors.Add(at, "BASE_TYPE_MIN_LENGTH", "Must be 1 or more in length.");
        for (int index = 0; index < list.Count; index++)
            if ((list[index] as JsonValue).Integer() is not { } value || value < 0 || value > max)
                errors.Choices($"{at}.{index}", string.Join(", ", Enumerable.Range(0, (int)max + 1)));
    }

    private static void CheckOptions(FormErrors errors, JsonObject node, string path, int depth)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        bool optionalSeen = false;
        bool? nested = null;
        foreach ((JsonObject option, string at) in errors.List(node, path, "options", max: 25))
        {
            CheckName(errors, option, at, required: true);
            errors.Text(option, at, "description", 100, min: 1, required: true);
            CheckTranslations(errors, option, at, namesOfCommands: true);
            if (option.Text("name") is { } name && !names.Add(name))
                errors.Add(FieldChecks.Join(at, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
            long type = errors.Integer(option, at, "type", 1, 11, required: true) ?? 3;
            bool isNested = type is SubCommand or SubCommandGroup;
            bool tooDeep = (type == SubCommandGroup && depth > 0) || (type == SubCommand && depth > 1);
            if (tooDeep || (nested is { } before && before != isNested))
                errors.Add(FieldChecks.Join(at, "type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    "Sub-command and sub-command group option types are mutually exclusive to all other types");
            nested ??= isNested;
            if (isNested)
            {
                CheckOptions(errors, option, at, type == SubCommandGroup ? 1 : 2);
                continue;
            }

            bool required = option.Flag("required") ?? false;
            if (required && optionalSeen)
                errors.Add(at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            optionalSeen |= !required;
            CheckParameter(errors, option, at, type);
        }
    }

    private static void CheckParameter(FormErrors errors, JsonObject option, string path, long type)
    {
        errors.Integer(option, path, "min_length", 0, 6000);
        errors.Integer(option, path, "max_length", 1, 6000);
        bool hasChoices = option["choices"] is JsonArray { Count: > 0 };
        if (hasChoices && option.Flag("autocomplete") == true)
            errors.Add(FieldChecks.Join(path, "autocomplete"), "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES",
                "Autocomplete cannot be used together with choices");
        if (type == 4)
        {
            errors.Integer(option, path, "min_value", -9_007_199_254_740_991, 9_007_199_254_740_991);
            errors.Integer(option, path, "max_value", -9_007_199_254_740_991, 9_007_199_254_740_991);
        }

        foreach ((JsonObject choice, string at) in errors.List(option, path, "choices", max: 25))
        {
            errors.Text(choice, at, "name", 100, min: 1, required: true);
            if (type == 3) errors.Text(choice, at, "value", 100, required: true);
            else if (type == 4) errors.Integer(choice, at, "value", long.MinValue, long.MaxValue, required: true);
            else if (choice["value"] is null) errors.Required(FieldChecks.Join(at, "value"));
        }
    }

    /// <summary>
    /// Names, descriptions and choice values together, which Discord limits; of a text and its translations the longest counts.
    /// </summary>
    private static int TextSize(JsonObject node)
    {
        int own = Longest(node, "name") + Longest(node, "description") + (node.Text("value")?.Length ?? 0);
        return own + node.Objects("options").Sum(TextSize) + node.Objects("choices").Sum(TextSize);
    }

    private static int Longest(JsonObject node, string name)
    {
        IEnumerable<int> translated = node.Object($"{name}_localizations")?.Select(entry => entry.Value?.ToString().Length ?? 0) ?? [];
        return translated.Append(node.Text(name)?.Length ?? 0).Max();
    }
}
