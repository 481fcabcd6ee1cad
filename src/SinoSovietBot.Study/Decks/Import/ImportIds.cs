using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Makes ids of what a file has instead. The same text always gives the same id, so that importing again finds what is there.</summary>
internal static partial class ImportIds
{
    private const int WordsLength = 44;
    private const int HashLength = 8;

    /// <summary>The letters a to z and digits of a text, with hyphens for the rest; accents are dropped. May be empty.</summary>
    public static string Slug(string text, int length = WordsLength)
    {
        var slug = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormKD))
        {
            if (slug.Length >= length)
                break;
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(char.ToLowerInvariant(character));
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>Words and hash: two texts that differ in anything have two ids.</summary>
    public static string WithHash(string text) => $"{Slug(text)}-{Hash(text)}".TrimStart('-');

    /// <summary>The words alone where they are enough.</summary>
    /// <param name="text">The front of a card.</param>
    /// <param name="isAlone">Whether no other card of the file has the same words.</param>
    public static string OfFront(string text, bool isAlone)
    {
        var slug = Slug(text);
        return isAlone && slug.Length > 0 ? slug : WithHash(text);
    }

    /// <summary>The id of a part of something.</summary>
    public static string Part(string id, string part)
    {
        var whole = $"{id}-{part}";
        return whole.Length <= DeckLimits.IdLength ? whole : $"{Slug(id, WordsLength - part.Length)}-{Hash(id)}-{part}";
    }

    public static bool IsId(string text) => text.Length <= DeckLimits.IdLength && IdForm().IsMatch(text);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IdForm();
}
