using System.Text.Json;
using Xunit;

namespace SinoSovietBot.EndToEnd.Conformance;

public class SchemaValidatorTests
{
    [Theory]
    [InlineData("""{"type": "string"}""", "\"a\"", "1")]
    [InlineData("""{"type": ["integer", "null"]}""", "null", "\"1\"")]
    [InlineData("""{"type": "integer"}""", "2.0", "2.5")]
    [InlineData("""{"type": "number"}""", "2.5", "true")]
    [InlineData("""{"type": "boolean"}""", "false", "0")]
    [InlineData("""{"type": "object"}""", "{}", "[]")]
    [InlineData("""{"type": "array"}""", "[]", "{}")]
    [InlineData("""{"const": 2}""", "2", "3")]
    [InlineData("""{"enum": ["a", "b"]}""", "\"b\"", "\"c\"")]
    [InlineData("""{"minLength": 1}""", "\"a\"", "\"\"")]
    [InlineData("""{"maxLength": 2}""", "\"\uD83D\uDE00\uD83D\uDE00\"", "\"abc\"")]
    [InlineData("""{"pattern": "^(0|[1-9][0-9]*)$"}""", "\"10\"", "\"010\"")]
    [InlineData("""{"minimum": 0}""", "0", "-1")]
    [InlineData("""{"maximum": 9223372036854775807}""", "9223372036854775807", "9223372036854775808")]
    [InlineData("""{"items": {"type": "string"}}""", "[\"a\"]", "[\"a\", 1]")]
    [InlineData("""{"minItems": 1}""", "[1]", "[]")]
    [InlineData("""{"maxItems": 1}""", "[1]", "[1, 2]")]
    [InlineData("""{"uniqueItems": true}""", "[1, 2]", "[1, 2, 1]")]
    [InlineData("""{"properties": {"a": {"type": "string"}}}""", """{"a": "x"}""", """{"a": 1}""")]
    [InlineData("""{"properties": {"a": {}}}""", """{"a": 1}""", """{"a": 1, "b": 2}""")]
    [InlineData("""{"required": ["a"]}""", """{"a": null}""", """{"b": 1}""")]
    [InlineData("""{"minProperties": 1}""", """{"a": 1}""", "{}")]
    [InlineData("""{"maxProperties": 1}""", """{"a": 1}""", """{"a": 1, "b": 2}""")]
    [InlineData("""{"additionalProperties": {"type": "string"}}""", """{"a": "x"}""", """{"a": 1}""")]
    [InlineData("""{"properties": {"a": {}}, "additionalProperties": false}""", """{"a": 1}""", """{"b": 1}""")]
    [InlineData("""{"properties": {"a": {}}, "additionalProperties": {"type": "string"}}""", """{"a": 1, "b": "x"}""", """{"a": 1, "b": 2}""")]
    [InlineData("""{"allOf": [{"minimum": 1}, {"maximum": 2}]}""", "2", "3")]
    [InlineData("""{"anyOf": [{"type": "string"}, {"minimum": 5}]}""", "6", "4")]
    [InlineData("""{"oneOf": [{"type": "null"}, {"type": "string"}]}""", "null", "4")]
    [InlineData("""{"oneOf": [{"minimum": 1}, {"maximum": 5}]}""", "9", "3")]
    [InlineData("""{"$ref": "#/components/schemas/Small"}""", "3", "11")]
    public void EachKeywordIsHeld(string schema, string good, string bad)
    {
        Assert.Empty(Validate(schema, good));
        Assert.NotEmpty(Validate(schema, bad));
    }

    [Theory]
    [InlineData("int32", "2147483647", "2147483648")]
    [InlineData("int64", "-9223372036854775808", "9223372036854775808")]
    [InlineData("double", "1e300", null)]
    [InlineData("snowflake", "\"18446744073709551615\"", "\"18446744073709551616\"")]
    [InlineData("date-time", "\"2026-07-01T10:00:00.5+00:00\"", "\"2026-07-01\"")]
    [InlineData("uri", "\"attachment://podium.png\"", "\"podium.png\"")]
    [InlineData("nonce", "\"1234567890123456789012345\"", "\"12345678901234567890123456\"")]
    public void EachFormatIsHeld(string format, string good, string? bad)
    {
        var schema = $$"""{"format": "{{format}}"}""";
        Assert.Empty(Validate(schema, good));
        if (bad is not null)
            Assert.NotEmpty(Validate(schema, bad));
    }

    [Fact]
    public void NamesKnownToAnyPartOfAnAllOfAreKnown()
    {
        const string Schema = """{"allOf": [{"properties": {"a": {}}}, {"properties": {"b": {}}}]}""";
        Assert.Empty(Validate(Schema, """{"a": 1, "b": 2}"""));
        Assert.Equal("$.c", Assert.Single(Validate(Schema, """{"a": 1, "c": 2}""")).Where);
    }

    [Fact]
    public void NamesOfABranchThatDidNotMatchAreUnknown()
    {
        const string Schema = """
            {"anyOf": [
              {"properties": {"a": {"type": "string"}}, "required": ["a"]},
              {"properties": {"b": {}}, "required": ["b"]}]}
            """;
        Assert.Empty(Validate(Schema, """{"b": 1}"""));
        Assert.Equal("$.c", Assert.Single(Validate(Schema, """{"b": 1, "c": 1}""")).Where);
        Assert.Equal("$.a", Assert.Single(Validate(Schema, """{"a": 1, "b": 1}""")).Where);
    }

    [Fact]
    public void OfTwoOpenBranchesTheOneThatKnowsEveryNameIsMeant()
    {
        const string Schema = """{"oneOf": [{"properties": {"a": {}}}, {"properties": {"a": {}, "b": {}}}]}""";
        Assert.Empty(Validate(Schema, """{"a": 1, "b": 2}"""));
    }

    [Fact]
    public void AFaultInATypedUnionIsToldInTheWordsOfTheBranchThatWasMeant()
    {
        const string Schema = """
            {"oneOf": [
              {"type": "object", "properties": {"type": {"enum": [1]}, "label": {"maxLength": 2}}},
              {"type": "object", "properties": {"type": {"enum": [2]}, "url": {"type": "string"}}}]}
            """;
        var violation = Assert.Single(Validate(Schema, """{"type": 1, "label": "abc"}"""));
        Assert.Equal("$.label", violation.Where);
        Assert.Contains("at most 2", violation.What, StringComparison.Ordinal);
    }

    [Fact]
    public void AFaultDeepInsideIsNamedByItsPath()
    {
        const string Schema = """{"properties": {"rows": {"items": {"properties": {"cells": {"items": {"type": "string"}}}}}}}""";
        Assert.Equal("$.rows[1].cells[0]", Assert.Single(Validate(Schema, """{"rows": [{}, {"cells": [1]}]}""")).Where);
    }

    [Fact]
    public void AKeywordThatIsNotKnownIsAnExceptionRatherThanAPass() =>
        Assert.Throws<NotSupportedException>(() => Validate("""{"propertyNames": {}}""", "{}"));

    [Fact]
    public void AFormatThatIsNotKnownIsAnExceptionRatherThanAPass() =>
        Assert.Throws<NotSupportedException>(() => Validate("""{"format": "ipv4"}""", "\"1.2.3.4\""));

    private static IReadOnlyList<Violation> Validate(string schema, string instance)
    {
        using var document = JsonDocument.Parse("""{"components": {"schemas": {"Small": {"type": "integer", "maximum": 10}}}}""");
        using var schemaDocument = JsonDocument.Parse(schema);
        using var instanceDocument = JsonDocument.Parse(instance);
        return new SchemaValidator(document.RootElement).Validate(schemaDocument.RootElement, instanceDocument.RootElement);
    }
}
