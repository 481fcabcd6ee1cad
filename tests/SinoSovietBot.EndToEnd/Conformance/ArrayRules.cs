using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>The keywords about arrays: <c>items</c>, <c>minItems</c> and <c>maxItems</c> (both inclusive), <c>uniqueItems</c>.</summary>
internal static class ArrayRules
{
    public static void Apply(SchemaValidator validator, JsonProperty keyword, JsonElement instance, string path, Evaluation evaluation)
    {
        if (instance.ValueKind != JsonValueKind.Array)
            return;
        var count = instance.GetArrayLength();
        switch (keyword.Name)
        {
            case "items":
                for (var i = 0; i < count; i++)
                    evaluation.Violations.AddRange(validator.EvaluateWhole(keyword.Value, instance[i], $"{path}[{i}]").Violations);
                break;
            case "minItems" when count < keyword.Value.GetInt32():
                evaluation.Fail(path, $"has {count} items, at least {keyword.Value.GetInt32()} are needed");
                break;
            case "maxItems" when count > keyword.Value.GetInt32():
                evaluation.Fail(path, $"has {count} items, at most {keyword.Value.GetInt32()} are allowed");
                break;
            case "uniqueItems" when keyword.Value.GetBoolean():
                foreach (var (first, second) in Repeats(instance, count))
                    evaluation.Fail($"{path}[{second}]", $"repeats item {first}");
                break;
        }
    }

    private static IEnumerable<(int First, int Second)> Repeats(JsonElement array, int count)
    {
        for (var second = 1; second < count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (JsonElement.DeepEquals(array[first], array[second]))
                {
                    yield return (first, second);
                    break;
                }
            }
        }
    }
}
