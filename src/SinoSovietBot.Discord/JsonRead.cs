using System.Buffers.Text;
using System.Text.Json;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord;

/// <summary>
/// Reads values that Discord promises but a broken peer may send differently. Every surprise is a <see cref="JsonException"/> which names the
/// field and never its content: contents may be secrets, and the message ends up in a log.
/// </summary>
internal static class JsonRead
{
    /// <summary>Moves onto the next property name of the current object; false at its end.</summary>
    public static bool NextProperty(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException("The object has no end.");
        return reader.TokenType switch
        {
            JsonTokenType.PropertyName => true,
            JsonTokenType.EndObject => false,
            _ => throw new InvalidOperationException("A value was not read before the next property."),
        };
    }

    /// <summary>Moves onto the next element of the current array; false at its end.</summary>
    public static bool NextElement(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException("The array has no end.");
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>From a property name onto its value, which must be an object; false for null.</summary>
    public static bool EnterObject(ref Utf8JsonReader reader, string field) => Enter(ref reader, JsonTokenType.StartObject, field);

    /// <summary>From a property name onto its value, which must be an array; false for null.</summary>
    public static bool EnterArray(ref Utf8JsonReader reader, string field) => Enter(ref reader, JsonTokenType.StartArray, field);

    /// <summary>From a property name over its value.</summary>
    public static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary>From a property name to its value: digits in a string (or a bare number); null for null.</summary>
    public static ulong? Digits(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return null;
        bool ok = reader.TokenType is JsonTokenType.String or JsonTokenType.Number;
        if (ok && Utf8Parser.TryParse(reader.ValueSpan, out ulong value, out int used) && used == reader.ValueSpan.Length) return value;
        throw Wrong(field, "digits");
    }

    /// <inheritdoc cref="Digits"/>
    public static Snowflake? Id(ref Utf8JsonReader reader, string field) => Digits(ref reader, field) is { } value ? new Snowflake(value) : null;

    /// <summary>From a property name to its value: a string; null for null.</summary>
    public static string? Text(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw Wrong(field, "a text"),
        };
    }

    /// <summary>From a property name to its value: a whole number; null for null.</summary>
    public static long? Whole(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long value)) return value;
        throw Wrong(field, "a whole number");
    }

    /// <summary>From a property name to its value: true only for <c>true</c>.</summary>
    public static bool Flag(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) reader.Skip();
        return reader.TokenType == JsonTokenType.True;
    }

    public static JsonException Missing(string field) => new($"The field {field} is missing.");

    private static bool Enter(ref Utf8JsonReader reader, JsonTokenType expected, string field)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return false;
        return reader.TokenType == expected ? true : throw Wrong(field, expected == JsonTokenType.StartArray ? "a list" : "an object");
    }

    private static JsonException Wrong(string field, string expected) => new($"The field {field} is not {expected}.");
}
