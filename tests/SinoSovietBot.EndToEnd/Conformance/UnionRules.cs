using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// <c>allOf</c>, <c>anyOf</c> and <c>oneOf</c>. When no branch matches, the fault is told in the words of the one branch that was meant: the one
/// whose <c>type</c> property takes the value given (callbacks, components, command options), or the only one of the right JSON type.
/// </summary>
internal static class UnionRules
{
    public static void Apply(SchemaValidator validator, JsonProperty keyword, JsonElement instance, string path, Evaluation evaluation)
    {
        var branches = keyword.Value.EnumerateArray().ToList();
        if (keyword.Name == "allOf")
        {
            foreach (var branch in branches)
                evaluation.Require(validator.Evaluate(branch, instance, path));
            return;
        }

        var matches = branches.Select(branch => validator.Evaluate(branch, instance, path)).Where(result => result.Passed).ToList();
        if (matches.Count > 1)
            matches = WithoutThoseThatLeaveNamesUnknown(matches, instance);
        if (matches.Count == 0)
            FailAsMeant(validator, branches, instance, path, evaluation);
        else if (keyword.Name == "oneOf" && matches.Count > 1)
            evaluation.Fail(path, $"fits {matches.Count} of the alternatives, exactly one is allowed");
        foreach (var match in matches)
            evaluation.Know(match);
    }

    // Two open branches may both pass an object that only one of them really describes; the closed reading decides.
    private static List<Evaluation> WithoutThoseThatLeaveNamesUnknown(List<Evaluation> matches, JsonElement instance)
    {
        if (instance.ValueKind != JsonValueKind.Object)
            return matches;
        var complete = matches.Where(match => match.AllowsAnyProperty || !match.ListsProperties
            || instance.EnumerateObject().All(property => match.KnownProperties.Contains(property.Name))).ToList();
        return complete.Count > 0 ? complete : matches;
    }

    private static void FailAsMeant(
        SchemaValidator validator, List<JsonElement> branches, JsonElement instance, string path, Evaluation evaluation)
    {
        var meant = branches.Where(branch => IsMeant(validator, branch, instance)).ToList();
        if (meant.Count == 1 || (meant.Count > 0 && instance.ValueKind == JsonValueKind.Object))
        {
            evaluation.Require(meant.Select(branch => validator.Evaluate(branch, instance, path)).MinBy(result => result.Violations.Count)!);
            return;
        }

        // Everything under this place would be called unknown as well: one fault is enough.
        evaluation.AllowsAnyProperty = true;
        evaluation.Fail(path, $"is {Describe(instance)}, which fits none of the alternatives: {string.Join(", ", branches.Select(Name))}");
    }

    private static bool IsMeant(SchemaValidator validator, JsonElement branch, JsonElement instance)
    {
        var schema = validator.Resolve(branch);
        if (schema.ValueKind != JsonValueKind.Object || !HasTypeOf(schema, instance))
            return false;
        if (instance.ValueKind != JsonValueKind.Object || !instance.TryGetProperty("type", out var given))
            return true;
        return !schema.TryGetProperty("properties", out var properties)
            || !properties.TryGetProperty("type", out var allowed)
            || validator.Evaluate(allowed, given, "").Passed;
    }

    private static bool HasTypeOf(JsonElement schema, JsonElement instance)
    {
        var evaluation = new Evaluation();
        foreach (var keyword in schema.EnumerateObject().Where(keyword => keyword.NameEquals("type")))
            ValueRules.Apply(keyword, instance, "", evaluation);
        return evaluation.Passed;
    }

    private static string Describe(JsonElement instance) =>
        instance.ValueKind == JsonValueKind.Object && instance.TryGetProperty("type", out var type)
            ? $"an object of type {ValueRules.Describe(type)}"
            : ValueRules.Describe(instance);

    private static string Name(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return reference.GetString()!.Split('/')[^1];
        if (schema.TryGetProperty("const", out var value))
            return schema.TryGetProperty("title", out var title) ? $"{value.GetRawText()} ({title.GetString()})" : value.GetRawText();
        return schema.TryGetProperty("type", out var type) ? $"type {type.GetRawText()}" : "another schema";
    }
}
