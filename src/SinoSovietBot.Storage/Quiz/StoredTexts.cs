using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SinoSovietBot.Storage.Quiz;

/// <summary>Lists of texts as JSON arrays in a column.</summary>
internal static partial class StoredTexts
{
    public static string Write(ImmutableArray<string> texts) => JsonSerializer.Serialize(texts, Json.Default.ImmutableArrayString);

    /// <exception cref="JsonException">It is not a list of texts; a null is none.</exception>
    public static ImmutableArray<string> Read(string json)
    {
        var texts = JsonSerializer.Deserialize(json, Json.Default.ImmutableArrayString);
        if (texts.IsDefault || texts.Any(text => text is null))
            throw new JsonException("A list of texts has a null in the place of a text.");
        return texts;
    }

    [JsonSerializable(typeof(ImmutableArray<string>))]
    private sealed partial class Json : JsonSerializerContext;
}
