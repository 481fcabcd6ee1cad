using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SinoSovietBot.Playground.Worlds;

/// <summary>Short ways to read and write JSON trees. A tree belongs to whoever holds the world's gate.</summary>
internal static class Json
{
    /// <summary>Discord sends letters beyond ASCII as they are.</summary>
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions ReaderOptions = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    public static byte[] Bytes(JsonNode? node)
    {
        if (node is null) return "null"u8.ToArray();
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions)) node.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads JSON, or gives false when it is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out JsonNode? node)
    {
        node = null;
        try
        {
            node = JsonNode.Parse(utf8, documentOptions: ReaderOptions);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static string Text(this ulong id) => id.ToString(CultureInfo.InvariantCulture);

    public static string Iso(this DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    public static string? Text(this JsonObject node, string name) =>
        node[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static long? Integer(this JsonObject node, string name) => (node[name] as JsonValue).Integer();

    public static bool? Flag(this JsonObject node, string name) =>
        node[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    public static JsonObject? Object(this JsonObject node, string name) => node[name] as JsonObject;

    /// <summary>The objects of an array; an empty sequence when there is none.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonObject node, string name) =>
        (node[name] as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>An id written as text (as Discord does) or as a number.</summary>
    public static ulong? Id(this JsonObject node, string name)
    {
        if (node[name] is not JsonValue value) return null;
        if (value.TryGetValue(out string? text))
            return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong id) ? id : null;
        return value.TryGetValue(out ulong number) ? number : null;
    }

    /// <summary>A whole number, also when it is written as 3.0.</summary>
    public static long? Integer(this JsonValue? value)
    {
        if (value is null || value.GetValueKind() != JsonValueKind.Number) return null;
        // A value read from JSON converts; one made in this process is exactly the type it was made from.
        if (value.TryGetValue(out long whole)) return whole;
        if (value.TryGetValue(out int small)) return small;
        return value.TryGetValue(out double real) && double.IsInteger(real) && Math.Abs(real) < 9e15 ? (long)real : null;
    }

    public static JsonArray Ids(IEnumerable<ulong> ids) => [.. ids.Select(id => (JsonNode?)id.Text())];

    /// <summary>A copy of the named properties, without those that are absent or null.</summary>
    public static JsonObject Pick(JsonObject from, params string[] names) =>
        new(names.Where(name => from[name] is not null).Select(name => KeyValuePair.Create(name, from[name]!.DeepClone())).ToArray()!);

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes];
}
