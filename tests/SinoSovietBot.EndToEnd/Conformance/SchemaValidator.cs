using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>
/// Validates JSON against the schemas of one OpenAPI 3.1 document: the keywords that Discord's description uses, and no others. A keyword it does
/// not know is an exception, so that a newer description cannot pass unread.
/// </summary>
/// <remarks>
/// Stricter than JSON Schema in one point, on purpose: an object schema that lists properties is closed unless it says otherwise, because Discord
/// ignores a misspelt property and a bot that sends one has a silent bug. Thread safe.
/// </remarks>
internal sealed class SchemaValidator(JsonElement document)
{
    // A repeated property name is taken by some parsers and refused by others: never valid.
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    /// <summary>The violations of <paramref name="instance"/>, none when it is valid.</summary>
    public IReadOnlyList<Violation> Validate(JsonElement schema, JsonElement instance, string path = "$") =>
        EvaluateWhole(schema, instance, path).Violations;

    /// <summary>Like <see cref="Validate"/>, for JSON as it was sent.</summary>
    public IReadOnlyList<Violation> ValidateJson(JsonElement schema, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json, _strict);
            return Validate(schema, parsed.RootElement);
        }
        catch (JsonException fault)
        {
            return [new Violation("$", $"is no valid JSON: {fault.Message}")];
        }
    }

    /// <summary>Everything that applies to this place, unknown property names included.</summary>
    internal Evaluation EvaluateWhole(JsonElement schema, JsonElement instance, string path)
    {
        var evaluation = Evaluate(schema, instance, path);
        if (instance.ValueKind == JsonValueKind.Object && evaluation.ListsProperties && !evaluation.AllowsAnyProperty)
        {
            foreach (var property in instance.EnumerateObject().Where(property => !evaluation.KnownProperties.Contains(property.Name)))
                evaluation.Fail($"{path}.{property.Name}", "is not a property Discord knows here");
        }

        return evaluation;
    }

    /// <summary>One schema at one place, without the verdict on unknown names: other schemas may apply to the same place.</summary>
    internal Evaluation Evaluate(JsonElement schema, JsonElement instance, string path)
    {
        var evaluation = new Evaluation();
        if (schema.ValueKind == JsonValueKind.True)
        {
            evaluation.AllowsAnyProperty = true;
            return evaluation;
        }

        if (schema.ValueKind == JsonValueKind.False)
        {
            evaluation.Fail(path, "is not allowed here");
            return evaluation;
        }

        foreach (var keyword in schema.EnumerateObject())
            Apply(keyword, schema, instance, path, evaluation);
        return evaluation;
    }

    /// <summary>Follows <c>$ref</c> to the schema it names.</summary>
    internal JsonElement Resolve(JsonElement schema)
    {
        while (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out var reference))
            schema = Find(reference.GetString()!);
        return schema;
    }

    private void Apply(JsonProperty keyword, JsonElement schema, JsonElement instance, string path, Evaluation evaluation)
    {
        switch (keyword.Name)
        {
            case "$ref":
                evaluation.Require(Evaluate(Find(keyword.Value.GetString()!), instance, path));
                break;
            case "type" or "const" or "enum":
                ValueRules.Apply(keyword, instance, path, evaluation);
                break;
            case "minLength" or "maxLength" or "pattern":
                TextRules.Apply(keyword, instance, path, evaluation);
                break;
            case "minimum" or "maximum":
                NumberRules.Apply(keyword, instance, path, evaluation);
                break;
            case "format":
                FormatRules.Apply(keyword.Value.GetString()!, instance, path, evaluation);
                break;
            case "items" or "minItems" or "maxItems" or "uniqueItems":
                ArrayRules.Apply(this, keyword, instance, path, evaluation);
                break;
            case "properties" or "required" or "additionalProperties" or "minProperties" or "maxProperties":
                ObjectRules.Apply(this, keyword, schema, instance, path, evaluation);
                break;
            case "allOf" or "anyOf" or "oneOf":
                UnionRules.Apply(this, keyword, instance, path, evaluation);
                break;
            // They describe and demand nothing. x-discord-union says which union Discord's own generator had in mind.
            case "title" or "description" or "contentEncoding" or "x-discord-union":
                break;
            default:
                throw new NotSupportedException($"The description uses the keyword '{keyword.Name}', which this validator does not know.");
        }
    }

    /// <summary>What a reference within the document (<c>#/components/schemas/UserResponse</c>) leads to.</summary>
    internal JsonElement Find(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
            throw new NotSupportedException($"The reference '{reference}' leaves the document.");
        var found = document;
        foreach (var step in reference[2..].Split('/'))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (!found.TryGetProperty(name, out found))
                throw new InvalidDataException($"The reference '{reference}' leads nowhere.");
        }

        return found;
    }
}
