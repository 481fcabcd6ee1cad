using System.Collections.Immutable;
using System.Text.Json;

namespace SinoSovietBot.Discord.Gateway;

/// <summary>
/// The <c>data</c> of a submitted form. Inputs are found wherever they are: inside Label components, or inside the action rows that forms
/// consisted of before Labels.
/// </summary>
internal static class FormData
{
    /// <summary>Discord nests two deep; a limit keeps a broken peer from exhausting the stack.</summary>
    private const int DeepestNesting = 8;

    /// <param name="reader">On the property name <c>data</c>.</param>
    public static (string CustomId, ImmutableDictionary<string, string> Fields) Read(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EnterObject(ref reader, "data")) throw JsonRead.Missing("data");
        string? customId = null;
        ImmutableDictionary<string, string>.Builder fields = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("custom_id"u8)) customId = JsonRead.Text(ref reader, "data.custom_id");
            else if (reader.ValueTextEquals("components"u8)) ReadComponents(ref reader, fields, 0);
            else JsonRead.SkipValue(ref reader);
        }

        return (customId ?? throw JsonRead.Missing("data.custom_id"), fields.ToImmutable());
    }

    /// <param name="reader">On the property name.</param>
    /// <param name="field">What an error calls it.</param>
    public static ImmutableArray<string> ReadTexts(ref Utf8JsonReader reader, string field)
    {
        if (!JsonRead.EnterArray(ref reader, field)) return [];
        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>();
        while (JsonRead.NextElement(ref reader))
        {
            if (reader.TokenType != JsonTokenType.String) throw new JsonException($"The field {field} holds something other than texts.");
            texts.Add(reader.GetString() ?? "");
        }

        return texts.ToImmutable();
    }

    private static void ReadComponents(ref Utf8JsonReader reader, ImmutableDictionary<string, string>.Builder fields, int depth)
    {
        if (!JsonRead.EnterArray(ref reader, "components")) return;
        while (JsonRead.NextElement(ref reader))
        {
            if (reader.TokenType == JsonTokenType.StartObject) ReadComponent(ref reader, fields, depth + 1);
            else throw new JsonException("The field components holds something other than objects.");
        }
    }

    private static void ReadComponent(ref Utf8JsonReader reader, ImmutableDictionary<string, string>.Builder fields, int depth)
    {
        if (depth > DeepestNesting) throw new JsonException("The components are nested too deeply.");
        string? customId = null;
        string? value = null;
        while (JsonRead.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("custom_id"u8)) customId = JsonRead.Text(ref reader, "custom_id");
            else if (reader.ValueTextEquals("value"u8)) value = ReadValue(ref reader);
            else if (reader.ValueTextEquals("values"u8)) value = string.Join(',', ReadTexts(ref reader, "values"));
            else if (reader.ValueTextEquals("components"u8)) ReadComponents(ref reader, fields, depth);
            else if (reader.ValueTextEquals("component"u8))
            {
                if (JsonRead.EnterObject(ref reader, "component")) ReadComponent(ref reader, fields, depth + 1);
            }
            else JsonRead.SkipValue(ref reader);
        }

        if (customId is not null && value is not null) fields[customId] = value;
    }

    private static string? ReadValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return reader.GetString();
            case JsonTokenType.True: return "true";
            case JsonTokenType.False: return "false";
            default:
                reader.Skip();
                return null;
        }
    }
}
