using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SinoSovietBot.Discord.Rest.Commands;

/// <summary>
/// Whether Discord already holds the commands we would send. Overwriting equal commands is not free: Discord counts it, and members' clients load
/// every command anew. Compared is a canonical form, without what Discord adds (ids, versions, localisations) and with its defaults left out.
/// </summary>
internal static class CommandComparison
{
    /// <summary>What counts, in the order in which it is compared; every other property is Discord's own.</summary>
    private static readonly string[] _compared =
    [
        "type", "name", "description", "default_member_permissions", "contexts", "integration_types", "required", "autocomplete", "nsfw",
        "min_value", "max_value", "min_length", "max_length", "channel_types", "choices", "value", "options",
    ];

    /// <exception cref="JsonException"><paramref name="held"/> is no list of commands.</exception>
    public static bool AreEqual(ReadOnlyMemory<byte> declared, ReadOnlyMemory<byte> held)
    {
        using JsonDocument ours = JsonDocument.Parse(declared);
        using JsonDocument theirs = JsonDocument.Parse(held);
        if (theirs.RootElement.ValueKind != JsonValueKind.Array) throw new JsonException("The commands are not a list.");
        return Canonical(ours.RootElement).SetEquals(Canonical(theirs.RootElement));
    }

    private static HashSet<string> Canonical(JsonElement commands)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement command in commands.EnumerateArray())
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var json = new Utf8JsonWriter(buffer)) WriteObject(json, command, isCommand: true);
            all.Add(Encoding.UTF8.GetString(buffer.WrittenSpan));
        }

        return all;
    }

    private static void WriteObject(Utf8JsonWriter json, JsonElement element, bool isCommand)
    {
        json.WriteStartObject();
        foreach (string name in _compared)
        {
            if (!element.TryGetProperty(name, out JsonElement value) || IsDefault(name, value, isCommand)) continue;
            json.WritePropertyName(name);
            WriteValue(json, name, value);
        }

        json.WriteEndObject();
    }

    private static bool IsDefault(string name, JsonElement value, bool isCommand) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.Array => value.GetArrayLength() == 0 || (name == "integration_types" && value.GetArrayLength() == 1 && Is(value[0], 0)),
        JsonValueKind.Number => isCommand && name == "type" && Is(value, 1),
        _ => false,
    };

    private static bool Is(JsonElement value, int number) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int n) && n == number;

    private static void WriteValue(Utf8JsonWriter json, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            // Where it can be used is a set; the order of options and choices is what members see.
            bool isSet = name is "contexts" or "integration_types" or "channel_types";
            json.WriteStartArray();
            IEnumerable<JsonElement> elements = value.EnumerateArray();
            if (isSet) elements = elements.OrderBy(static e => e.GetRawText(), StringComparer.Ordinal);
            foreach (JsonElement element in elements) WriteValue(json, "", element);
            json.WriteEndArray();
        }
        else if (value.ValueKind == JsonValueKind.Object) WriteObject(json, value, isCommand: false);
        else if (name == "default_member_permissions") json.WriteStringValue(value.ToString());
        else if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number)) json.WriteNumberValue(number);
        else value.WriteTo(json);
    }
}
