using System.Globalization;
using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>The <c>format</c>s of the description. JSON Schema leaves them as notes; here they are demands.</summary>
internal static class FormatRules
{
    private const int MaxNonceLength = 25;

    public static void Apply(string format, JsonElement instance, string path, Evaluation evaluation)
    {
        if (!IsKnown(format))
            throw new NotSupportedException($"The description uses the format '{format}', which this validator does not know.");
        if (!Holds(format, instance))
            evaluation.Fail(path, $"is {ValueRules.Describe(instance)}, which is not a valid {format}");
    }

    private static bool IsKnown(string format) =>
        format is "int32" or "int64" or "double" or "snowflake" or "date-time" or "uri" or "nonce";

    private static bool Holds(string format, JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.Number => HoldsForNumber(format, instance),
        JsonValueKind.String => HoldsForText(format, instance.GetString()!),
        // null and the like are a matter for "type".
        _ => true,
    };

    private static bool HoldsForNumber(string format, JsonElement number) => format switch
    {
        "int32" => number.TryGetDecimal(out var value) && value is >= int.MinValue and <= int.MaxValue,
        "int64" => number.TryGetDecimal(out var value) && value is >= long.MinValue and <= long.MaxValue,
        _ => true,
    };

    private static bool HoldsForText(string format, string text) => format switch
    {
        "snowflake" => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "date-time" => IsDateTime(text),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "nonce" => text.Length <= MaxNonceLength,
        _ => true,
    };

    // RFC 3339 wants both a time and an offset; the parser alone would take a bare date.
    private static bool IsDateTime(string text) =>
        text.Length >= "2026-01-01T00:00:00Z".Length
        && text[10] is 'T' or 't'
        && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-')
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
