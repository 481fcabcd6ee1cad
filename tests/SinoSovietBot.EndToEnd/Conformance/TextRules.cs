using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SinoSovietBot.EndToEnd.Conformance;

/// <summary>The keywords about strings: <c>minLength</c> and <c>maxLength</c> (both inclusive, in code points) and <c>pattern</c>.</summary>
internal static class TextRules
{
    private static readonly ConcurrentDictionary<string, Regex> _patterns = new(StringComparer.Ordinal);

    public static void Apply(JsonProperty keyword, JsonElement instance, string path, Evaluation evaluation)
    {
        if (instance.ValueKind != JsonValueKind.String)
            return;
        var text = instance.GetString()!;
        var length = text.EnumerateRunes().Count();
        switch (keyword.Name)
        {
            case "minLength" when length < keyword.Value.GetInt32():
                evaluation.Fail(path, $"has {length} characters, at least {keyword.Value.GetInt32()} are needed");
                break;
            case "maxLength" when length > keyword.Value.GetInt32():
                evaluation.Fail(path, $"has {length} characters, at most {keyword.Value.GetInt32()} are allowed");
                break;
            case "pattern" when !Pattern(keyword.Value.GetString()!).IsMatch(text):
                evaluation.Fail(path, $"is {ValueRules.Describe(instance)}, which does not match {keyword.Value.GetString()}");
                break;
        }
    }

    private static Regex Pattern(string pattern) =>
        _patterns.GetOrAdd(pattern, key => new Regex(key, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
