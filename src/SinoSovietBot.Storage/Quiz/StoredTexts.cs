using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SinoSovietBot.Storage.Quiz;

/// <summary>Lists of texts as JSON arrays in a column.</summary>
internal static partial class StoredTexts
{
    public static string Write(ImmutableArray<string> texts) => JsonSerializer.Serialize(texts, Json.Default.ImmutableArrayString);

    public static ImmutableArray<string> Read(string json) => JsonSerializer.Deserialize(json, Json.Default.ImmutableArrayString);

    [JsonSerializable(typeof(ImmutableArray<string>))]
    private sealed partial class Json : JsonSerializerContext;
}
