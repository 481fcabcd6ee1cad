using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// The keywords about objects: <c>properties</c>, <c>required</c>, <c>additionalProperties</c>, <c>minProperties</c> and <c>maxProperties</c>
/// (both inclusive).
/// </summary>
internal static class ObjectRules
{
    public static void Apply(
        SchemaValidator validator, JsonProperty keyword, JsonElement schema, JsonElement instance, string path, Evaluation evaluation)
    {
        if (instance.ValueKind != JsonValueKind.Object)
            return;
        var count = instance.EnumerateObject().Count();
        switch (keyword.Name)
        {
            case "properties":
                CheckListed(validator, keyword.Value, instance, path, evaluation);
                break;
            case "required":
                foreach (var name in keyword.Value.EnumerateArray().Select(name => name.GetString()!))
                {
                    if (!instance.TryGetProperty(name, out _))
                        evaluation.Fail($"{path}.{name}", "is missing");
                }

                break;
            case "additionalProperties":
                CheckFurther(validator, keyword.Value, schema, instance, path, evaluation);
                break;
            case "minProperties" when count < keyword.Value.GetInt32():
                evaluation.Fail(path, $"has {count} properties, at least {keyword.Value.GetInt32()} are needed");
                break;
            case "maxProperties" when count > keyword.Value.GetInt32():
                evaluation.Fail(path, $"has {count} properties, at most {keyword.Value.GetInt32()} are allowed");
                break;
        }
    }

    private static void CheckListed(SchemaValidator validator, JsonElement listed, JsonElement instance, string path, Evaluation evaluation)
    {
        evaluation.ListsProperties = true;
        foreach (var property in listed.EnumerateObject())
        {
            evaluation.KnownProperties.Add(property.Name);
            if (instance.TryGetProperty(property.Name, out var value))
                evaluation.Violations.AddRange(validator.EvaluateWhole(property.Value, value, $"{path}.{property.Name}").Violations);
        }
    }

    private static void CheckFurther(
        SchemaValidator validator, JsonElement further, JsonElement schema, JsonElement instance, string path, Evaluation evaluation)
    {
        foreach (var property in instance.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var listed) && listed.TryGetProperty(property.Name, out _))
                continue;
            evaluation.KnownProperties.Add(property.Name);
            evaluation.Violations.AddRange(validator.EvaluateWhole(further, property.Value, $"{path}.{property.Name}").Violations);
        }
    }
}
