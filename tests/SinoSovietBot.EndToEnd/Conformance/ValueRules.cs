using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>The keywords about any value: <c>type</c>, <c>const</c>, <c>enum</c>.</summary>
internal static class ValueRules
{
    public static void Apply(JsonProperty keyword, JsonElement instance, string path, Evaluation evaluation)
    {
        switch (keyword.Name)
        {
            case "type" when !TypesOf(keyword.Value).Any(type => Is(instance, type)):
                evaluation.Fail(path, $"is {Describe(instance)}, expected {string.Join(" or ", TypesOf(keyword.Value))}");
                break;
            case "const" when !JsonElement.DeepEquals(keyword.Value, instance):
                evaluation.Fail(path, $"is {Describe(instance)}, expected {keyword.Value.GetRawText()}");
                break;
            case "enum" when !keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, instance)):
                evaluation.Fail(path, $"is {Describe(instance)}, expected one of {keyword.Value.GetRawText()}");
                break;
        }
    }

    /// <summary>The value as a fault names it: short values in full, others by their kind.</summary>
    public static string Describe(JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ when instance.GetRawText() is { Length: <= 60 } raw => raw,
        _ => $"{instance.GetRawText()[..57]}...",
    };

    private static IEnumerable<string> TypesOf(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement instance, string type) => type switch
    {
        "null" => instance.ValueKind == JsonValueKind.Null,
        "boolean" => instance.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => instance.ValueKind == JsonValueKind.String,
        "number" => instance.ValueKind == JsonValueKind.Number,
        // 2.0 is an integer in JSON Schema.
        "integer" => instance.ValueKind == JsonValueKind.Number && instance.TryGetDecimal(out var number) && decimal.IsInteger(number),
        "array" => instance.ValueKind == JsonValueKind.Array,
        "object" => instance.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"The description uses the type '{type}', which JSON does not have."),
    };
}
