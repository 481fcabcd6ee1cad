using System.Text;

namespace SinoSovietBot.Study.Decks.Export;

/// <summary>Texts in the fields of an Anki note.</summary>
internal static class AnkiHtml
{
    /// <summary>Before the topic of a card, on the list of its points.</summary>
    public const string TopicKey = "data-topic";

    /// <summary>Of a point, on its list item.</summary>
    public const string IdKey = "data-id";
    public const string AskKey = "data-ask";
    public const string DateKey = "data-date";
    public const string SourceKey = "data-source";

    /// <summary>A whole question as in a deck file, on its answer.</summary>
    public const string QuestionKey = "data-question";

    /// <summary>Before a point's correction.</summary>
    public const string Correction = "Correction:";

    /// <summary>What a reader sees. Without quotes and tabs no field needs quoting; spaces that HTML would swallow are written as entities.</summary>
    public static string Text(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (Entity(text, i) is { } entity)
                html.Append(entity);
            else
                html.Append(text[i]);
        }

        return html.ToString();
    }

    /// <summary>An attribute with its value, or nothing where there is none.</summary>
    public static string Attribute(string key, string? value)
    {
        if (value is null)
            return "";
        var escaped = value
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal)
            .Replace("\n", "&#10;", StringComparison.Ordinal)
            .Replace("\t", "&#9;", StringComparison.Ordinal)
            .Replace("[", "&#91;", StringComparison.Ordinal)
            .Replace("{", "&#123;", StringComparison.Ordinal);
        return $" {key}='{escaped}'";
    }

    // Brackets and braces would be sounds, LaTeX and cloze deletions.
    private static string? Entity(string text, int i) => text[i] switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\n' => "<br>",
        '\t' => "&#9;",
        '[' => "&#91;",
        '{' => "&#123;",
        ' ' when i == 0 || i + 1 == text.Length || text[i - 1] is ' ' or '\n' or '\t' || text[i + 1] is '\n' => "&#32;",
        _ => null,
    };
}
