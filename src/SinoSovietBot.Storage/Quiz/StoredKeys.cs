using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Storage.Quiz;

/// <summary>Marking keys as JSON in a column.</summary>
internal static partial class StoredKeys
{
    public static string? Write(MarkingKey? key) => key is null ? null : JsonSerializer.Serialize(key, KeyJson.Default.MarkingKey);

    /// <exception cref="JsonException">It is no marking key; a null in the place of a text is none.</exception>
    public static MarkingKey Read(string json)
    {
        var key = JsonSerializer.Deserialize(json, KeyJson.Default.MarkingKey) ?? throw new JsonException("There is a null in the place of a marking key.");
        if (key.Answer is null)
            throw Null();
        return key with
        {
            Accept = Texts(key.Accept),
            Vague = Texts(key.Vague),
            Reject = Texts(key.Reject),
            Items = Items(key.Items),
            Also = Items(key.Also),
            Equivalents = key.Equivalents.IsDefault ? [] : [.. key.Equivalents.Select(Texts)],
            Others = Texts(key.Others),
            ShownOrder = key.ShownOrder.IsDefault ? [] : key.ShownOrder,
        };
    }

    // What a version before did not write is missing, and means the same as nothing in it.
    private static ImmutableArray<string> Texts(ImmutableArray<string> texts)
    {
        if (texts.IsDefault)
            return [];
        return texts.Any(text => text is null) ? throw Null() : texts;
    }

    private static ImmutableArray<AnswerItem> Items(ImmutableArray<AnswerItem> items) => items.IsDefault
        ? []
        : [.. items.Select(item => item?.Text is null ? throw Null() : item with { Accept = Texts(item.Accept) })];

    private static JsonException Null() => new("A marking key has a null in the place of a text.");

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
    [JsonSerializable(typeof(MarkingKey))]
    private sealed partial class KeyJson : JsonSerializerContext;
}
