using System.Collections.Frozen;
using System.Text;

namespace SinoSovietBot.Study.Marking;

/// <summary>Takes a folded text apart into words, numbers and the signs that say something.</summary>
internal static class Words
{
    private static readonly FrozenSet<string> Grammar = FrozenSet.Create(StringComparer.Ordinal, "the", "a", "an", "of", "and");

    /// <summary>
    /// Runs of letters without their apostrophes and possessive s; numbers without thousands commas and ordinal endings; currency
    /// and percent signs; "and" for &amp;.
    /// </summary>
    public static List<string> Of(string folded)
    {
        var words = new List<string>();
        for (var at = 0; at < folded.Length;)
        {
            var start = at;
            if (IsDigit(folded[at]))
                words.Add(Number(folded, ref at));
            else if (char.IsLetter(folded[at]) || char.IsSurrogate(folded[at]))
                words.Add(Letters(folded, ref at));
            else
                at++;
            if (at == start + 1 && Sign(folded[start]) is { } sign)
                words.Add(sign);
        }

        return words;
    }

    public static bool IsNumber(string word) => IsDigit(word[0]);

    /// <summary>Words without which a phrase means the same.</summary>
    public static bool IsGrammar(string word) => Grammar.Contains(word);

    /// <summary>Without the words that only serve grammar, unless nothing else is left.</summary>
    public static List<string> Content(List<string> words)
    {
        var content = words.Where(word => !IsGrammar(word)).ToList();
        return content.Count > 0 ? content : words;
    }

    internal static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static string? Sign(char character) => character switch
    {
        '&' or '+' => "and",
        '%' => "%",
        _ when char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.CurrencySymbol => character.ToString(),
        _ => null,
    };

    private static string Letters(string text, ref int at)
    {
        var word = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (char.IsLetter(text[at]) || char.IsSurrogate(text[at]))
                word.Append(text[at]);
            else if (text[at] != '\'' || !IsLetterAt(text, at + 1))
                break;
            else if (text[at + 1] == 's' && !IsLetterAt(text, at + 2))
            {
                at += 2;
                break;
            }
        }

        return word.ToString();
    }

    private static string Number(string text, ref int at)
    {
        var number = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (IsDigit(text[at]))
                number.Append(text[at]);
            else if (text[at] == '.' && IsDigitAt(text, at + 1) && !number.ToString().Contains('.', StringComparison.Ordinal))
                number.Append('.');
            else if (text[at] != ',' || !IsThousands(text, at + 1))
                break;
        }

        if (OrdinalEnding(text, at))
            at += 2;
        return number.ToString();
    }

    /// <summary>Whether the two letters after a number are the end of an ordinal such as 27th.</summary>
    internal static bool OrdinalEnding(string text, int at) =>
        at + 1 < text.Length && text.AsSpan(at, 2) is "st" or "nd" or "rd" or "th" && !IsLetterAt(text, at + 2);

    private static bool IsThousands(string text, int at) =>
        IsDigitAt(text, at) && IsDigitAt(text, at + 1) && IsDigitAt(text, at + 2) && !IsDigitAt(text, at + 3);

    private static bool IsDigitAt(string text, int at) => at < text.Length && IsDigit(text[at]);

    private static bool IsLetterAt(string text, int at) => at < text.Length && char.IsLetter(text[at]);
}
