using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Rest.Commands;

/// <summary>Writes command declarations as Discord's application commands.</summary>
internal static class CommandWriter
{
    private const int ChatInput = 1;
    private const int Subcommand = 1;
    private const int SubcommandGroup = 2;

    public static void Write(Utf8JsonWriter json, ImmutableArray<CommandDeclaration> commands)
    {
        json.WriteStartArray();
        foreach (CommandDeclaration command in commands) WriteCommand(json, command);
        json.WriteEndArray();
    }

    private static void WriteCommand(Utf8JsonWriter json, CommandDeclaration command)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, command.Name);
        json.WriteString("description"u8, command.Description);
        json.WriteNumber("type"u8, ChatInput);
        // A number, as Discord's description of its API has it here; what it answers with is a text.
        if (command.DefaultMemberPermissions is { } permissions) json.WriteNumber("default_member_permissions"u8, (ulong)permissions);
        WritePlaces(json, command.Contexts);
        if (command.Groups.Length + command.Subcommands.Length + command.Options.Length > 0)
        {
            json.WriteStartArray("options"u8);
            foreach (SubcommandGroupDeclaration group in command.Groups) WriteGroup(json, group);
            foreach (SubcommandDeclaration subcommand in command.Subcommands) WriteSubcommand(json, subcommand);
            foreach (OptionDeclaration option in command.Options) WriteOption(json, option);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, CommandContexts contexts)
    {
        json.WriteStartArray("contexts"u8);
        if (contexts.HasFlag(CommandContexts.Guild)) json.WriteNumberValue(0);
        if (contexts.HasFlag(CommandContexts.BotDirectMessage)) json.WriteNumberValue(1);
        if (contexts.HasFlag(CommandContexts.PrivateChannel)) json.WriteNumberValue(2);
        json.WriteEndArray();
        json.WriteStartArray("integration_types"u8);
        json.WriteNumberValue(0);
        // Between two people there is no server which could have installed the bot: only a person can.
        if (contexts.HasFlag(CommandContexts.PrivateChannel)) json.WriteNumberValue(1);
        json.WriteEndArray();
    }

    private static void WriteGroup(Utf8JsonWriter json, SubcommandGroupDeclaration group)
    {
        json.WriteStartObject();
        json.WriteNumber("type"u8, SubcommandGroup);
        json.WriteString("name"u8, group.Name);
        json.WriteString("description"u8, group.Description);
        json.WriteStartArray("options"u8);
        foreach (SubcommandDeclaration subcommand in group.Subcommands) WriteSubcommand(json, subcommand);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSubcommand(Utf8JsonWriter json, SubcommandDeclaration subcommand)
    {
        json.WriteStartObject();
        json.WriteNumber("type"u8, Subcommand);
        json.WriteString("name"u8, subcommand.Name);
        json.WriteString("description"u8, subcommand.Description);
        if (subcommand.Options.Length > 0)
        {
            json.WriteStartArray("options"u8);
            foreach (OptionDeclaration option in subcommand.Options) WriteOption(json, option);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteOption(Utf8JsonWriter json, OptionDeclaration option)
    {
        json.WriteStartObject();
        json.WriteNumber("type"u8, (int)option.Kind);
        json.WriteString("name"u8, option.Name);
        json.WriteString("description"u8, option.Description);
        if (option.Required) json.WriteBoolean("required"u8, true);
        if (option.Suggested) json.WriteBoolean("autocomplete"u8, true);
        if (option.Choices.Length > 0) WriteChoices(json, option);
        if (option.Kind == OptionKind.Number && option.Min is { } min) json.WriteNumber("min_value"u8, min);
        if (option.Kind == OptionKind.Number && option.Max is { } max) json.WriteNumber("max_value"u8, max);
        if (option.Kind == OptionKind.Text && option.MaxLength is { } length) json.WriteNumber("max_length"u8, length);
        json.WriteEndObject();
    }

    private static void WriteChoices(Utf8JsonWriter json, OptionDeclaration option)
    {
        json.WriteStartArray("choices"u8);
        foreach (Suggestion choice in option.Choices)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, choice.Name);
            if (option.Kind == OptionKind.Number) json.WriteNumber("value"u8, long.Parse(choice.Value, CultureInfo.InvariantCulture));
            else json.WriteString("value"u8, choice.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
