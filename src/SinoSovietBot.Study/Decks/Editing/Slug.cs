using System.Globalization;
using System.Text;

namespace SinoSovietBot.Study.Decks.Editing;

/// <summary>Makes ids of titles.</summary>
public static class Slug
{
    /// <summary>The letters a to z, without accents, and the digits of a text, with single hyphens between words; perhaps nothing.</summary>
    /// <param name="text">Such as a title.</param>
    /// <param name="length">The greatest length, such as <see cref="DeckLimits.IdLength"/>.</param>
    public static string Of(string text, int length)
    {
        var slug = new StringBuilder();
        foreach (char character in text.Normalize(NormalizationForm.FormD))
        {
            if (slug.Length == length)
                break;
            char lower = char.ToLowerInvariant(character);
            if (char.IsAsciiLetterLower(lower) || char.IsAsciiDigit(lower))
                slug.Append(lower);
            else if (slug.Length > 0 && slug[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
