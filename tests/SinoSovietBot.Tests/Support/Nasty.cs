using CsCheck;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Tests.Support;

/// <summary>Texts that would change a message, or ping somebody, if they were not escaped.</summary>
internal static class Nasty
{
    private static readonly string[] Pieces =
    [
        "**", "__", "~~", "||", "`", "```", "@everyone", "@here", "<@1>", "<@&2>", "<#3>", "<t:0:R>", "[here](https://evil.example)",
        "https://evil.example", "<https://evil.example>", "discord://x", "</quiz start:1>", "<id:guide>", "<@!1>", "\n", "\n# ", "\n-# ", "-# ", "\r## ",
        "\u2028> ", "\f", "@every\fone", "\v- ", "\0", "\t", "\u202E", "\u2066", "\u200F", "\u200B", "\u3164", "\u00AD", "***", "```js\n", "\n> ", "\n- ", "1. ", ":skull:", "<:a:1>", "\\", "*", "_", "Ann", " ", "é", "🙂",
    ];

    public static Gen<string> Text(int max) =>
        Gen.Int[0, Pieces.Length - 1].Array[1, 6].Select(indices => Trimmed(string.Concat(indices.Select(index => Pieces[index]))))
            // Shorter ones, such as "-", stand in messages of their own.
            .Where(text => text.Length <= max && Discord.Text.OneLine(text).Length > 3);

    // What is cut off in one place and not in another would look like a difference.
    private static string Trimmed(string text)
    {
        int begin = 0;
        int end = text.Length;
        while (begin < end && Discord.Text.OneLine($"a{text[begin]}") == "a")
            begin++;
        while (end > begin && Discord.Text.OneLine($"a{text[end - 1]}") == "a")
            end--;
        return text[begin..end];
    }

    /// <summary>The longest text that escaping makes longest.</summary>
    public static string Longest(int length) => new('*', length);

    /// <summary>
    /// Whether a message shows a text only in its escaped form (in markdown) or as it is (in labels and footers, which know no markdown):
    /// with both put back, it must be the message that a harmless word would have made.
    /// </summary>
    public static void AssertEscaped(MessageContent withNasty, string nasty, MessageContent withHarmless, string harmless)
    {
        Assert.Equal(Flat(withHarmless, text => text, text => text), Flat(
            withNasty,
            markdown => markdown.Replace(Markdown.Escape(nasty), harmless, StringComparison.Ordinal)
                .Replace(Markdown.EscapeLine(nasty), harmless, StringComparison.Ordinal)
                // In the middle of a line that was escaped as a whole.
                .Replace(Markdown.EscapeLine($"x {nasty}")[2..], harmless, StringComparison.Ordinal),
            plain => plain.Replace(Discord.Text.OneLine(nasty), harmless, StringComparison.Ordinal)));
        Assert.Empty(MessageLimits.Faults(withNasty));
        Assert.Empty(withNasty.MentionedUsers);
    }

    private static List<string> Flat(MessageContent content, Func<string, string> markdown, Func<string, string> plain)
    {
        List<string> parts = [markdown(content.Text)];
        foreach (var embed in content.Embeds)
        {
            parts.AddRange([markdown(embed.Title ?? ""), markdown(embed.Description ?? ""), plain(embed.Footer ?? "")]);
            parts.AddRange(embed.Fields.Select(field => $"{markdown(field.Name)}: {markdown(field.Value)}"));
        }

        parts.AddRange(content.Rows.SelectMany(row => row.Components).OfType<Button>().Select(button => plain(button.Label)));
        parts.AddRange(content.Rows.SelectMany(row => row.Components).OfType<StringSelect>()
            .SelectMany(menu => menu.Options).Select(option => plain(option.Label)));
        return parts;
    }
}
