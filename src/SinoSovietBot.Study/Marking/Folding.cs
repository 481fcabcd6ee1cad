using System.Globalization;
using System.Text;

namespace SinoSovietBot.Study.Marking;

/// <summary>
/// Rids a text of what does not matter: letter case, diacritics, invisible characters, kinds of quotes and dashes, scripts of digits.
/// </summary>
internal static class Folding
{
    /// <summary>
    /// Lower-case letters, ASCII digits, spaces, line feeds and plain punctuation. Never throws; folding twice is folding once.
    /// </summary>
    public static string Fold(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Before normalising: it throws on what is no character, and putting thousands of marks in order takes long.
            if (!IsInvisible(rune))
                visible.Append(rune.ToString());
        }

        var folded = new StringBuilder(visible.Length);
        foreach (var rune in visible.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (!IsInvisible(rune))
                Append(folded, rune);
        }

        return folded.ToString();
    }

    private static bool IsInvisible(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static void Append(StringBuilder folded, Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (Rune.IsLetter(rune) && !IsQuote(rune.Value))
            AppendLetter(folded, Rune.ToLowerInvariant(rune));
        else if (category == UnicodeCategory.DecimalDigitNumber)
            folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        else
            folded.Append(Sign(rune, category));
    }

    // Letters that Unicode does not take apart.
    private static void AppendLetter(StringBuilder folded, Rune letter) => folded.Append(letter.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => letter.ToString(),
    });

    private static char Sign(Rune rune, UnicodeCategory category) => rune.Value switch
    {
        '\n' or '\r' or 0x85 or 0x2028 or 0x2029 => '\n',
        var value when IsQuote(value) => '\'',
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' => '"',
        0x2212 => '-',
        0x2044 or 0x2215 => '/',
        '•' or '●' or '▪' or '◦' or '‣' or '∙' or '■' or '○' => '•',
        >= 0x2190 and <= 0x21FF or 0x27A1 => '>',
        _ when category == UnicodeCategory.DashPunctuation => '-',
        < 0x80 and > 0x20 and not 0x7F => (char)rune.Value,
        _ when category == UnicodeCategory.CurrencySymbol && rune.IsBmp => (char)rune.Value,
        _ => ' ',
    };

    // Modifier letters among them, as romanisations write them: Ch’en, Yan’an.
    private static bool IsQuote(int value) => value is
        '\'' or '`' or '´' or '‘' or '’' or '‛' or '‚' or '′' or 0x02B9 or 0x02BB or 0x02BC or 0x02BD or 0x02BF;
}
