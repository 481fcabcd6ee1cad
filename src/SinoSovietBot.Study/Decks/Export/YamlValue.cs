using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SinoSovietBot.Study.Decks.Export;

/// <summary>Writes single values as YAML, plainly where that is safe.</summary>
internal static class YamlValue
{
    private const string PlainMarks = " ,.;'’()/%$£€–—-+=!?“”‘…";

    private static readonly ImmutableHashSet<string> Words =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "null", "true", "false", "yes", "no");

    /// <summary>A text as the value of a key or an item of a list.</summary>
    /// <param name="text">Trimmed, not empty.</param>
    /// <param name="indent">Of the lines of a text that has several.</param>
    public static string Of(string text, int indent)
    {
        if (IsPlain(text))
            return text;
        return IsBlock(text) ? Block(text, indent) : Quoted(text);
    }

    /// <summary>Texts in brackets, in one line.</summary>
    public static string Flow(IEnumerable<string> texts) =>
        $"[{string.Join(", ", texts.Select(text => IsPlain(text) && !text.Contains(',', StringComparison.Ordinal) ? text : Quoted(text)))}]";

    private static bool IsPlain(string text) =>
        char.IsAsciiLetterOrDigit(text[0])
        && !Words.Contains(text)
        && text.All(character => char.IsLetterOrDigit(character) || PlainMarks.Contains(character, StringComparison.Ordinal));

    // A block keeps its lines as they are, so it may hold nothing that YAML breaks or indents by itself.
    private static bool IsBlock(string text) =>
        text.Contains('\n', StringComparison.Ordinal)
        && text.All(character => character == '\n' || IsShown(character))
        && text.Split('\n').All(line => line.Length == 0 || (!char.IsWhiteSpace(line[0]) && !char.IsWhiteSpace(line[^1])));

    private static string Block(string text, int indent)
    {
        var margin = new string(' ', indent);
        return "|-\n" + string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? "" : margin + line));
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                quoted.Append(character).Append(text[++i]);
            else
                quoted.Append(Escaped(character));
        }

        return quoted.Append('"').ToString();
    }

    private static string Escaped(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\t' => "\\t",
        _ when IsShown(character) => character.ToString(),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
    };

    // Everything that a reader cannot see, or that YAML takes for a line break or a byte order mark, is escaped.
    private static bool IsShown(char character) => char.GetUnicodeCategory(character) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && (character == ' ' || !char.IsWhiteSpace(character));
}
