using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>The keywords about numbers: <c>minimum</c> and <c>maximum</c>, both inclusive.</summary>
internal static class NumberRules
{
    public static void Apply(JsonProperty keyword, JsonElement instance, string path, Evaluation evaluation)
    {
        if (instance.ValueKind != JsonValueKind.Number)
            return;
        var comparison = Compare(instance, keyword.Value);
        if (keyword.Name == "minimum" && comparison < 0)
            evaluation.Fail(path, $"is {instance.GetRawText()}, the least allowed is {keyword.Value.GetRawText()}");
        if (keyword.Name == "maximum" && comparison > 0)
            evaluation.Fail(path, $"is {instance.GetRawText()}, the most allowed is {keyword.Value.GetRawText()}");
    }

    // Decimal is exact for every 64-bit integer, which double is not; a number beyond decimal is far from every limit in use.
    private static int Compare(JsonElement left, JsonElement right) =>
        left.TryGetDecimal(out var exactLeft) && right.TryGetDecimal(out var exactRight)
            ? exactLeft.CompareTo(exactRight)
            : left.GetDouble().CompareTo(right.GetDouble());
}
