using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>The numbers in a text.</summary>
internal static partial class NumberText
{
    // Beside the number, such as "March", "about" or "projects".
    private const int WordsBeside = 2;

    /// <summary>Every number of a text, without thousands marks.</summary>
    public static ImmutableArray<decimal> Of(string text) =>
    [
        .. Number().Matches(text).Select(match => match.Value.Replace(",", "", StringComparison.Ordinal))
            .Where(digits => digits.Length < 20)
            .Select(digits => decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)),
    ];

    /// <summary>The years of a text: whole numbers from 1000 to 2099 that are no sum of money and no decade.</summary>
    public static ImmutableArray<int> Years(string text) =>
        [.. Year().Matches(text).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture))];

    /// <summary>The value of a text that is a number, with a unit or a word or two; null for any other text.</summary>
    public static decimal? Value(string text)
    {
        var numbers = Of(text);
        var words = OptionWords.Of(Number().Replace(text, " "));
        if (numbers.Length != 1 || words.Length > WordsBeside)
            return null;
        if (words.Contains("million"))
            return numbers[0] * 1_000_000;
        if (words.Contains("billion"))
            return numbers[0] * 1_000_000_000;
        return words.Contains("thousand") ? numbers[0] * 1_000 : numbers[0];
    }

    [GeneratedRegex(@"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?|[0-9]+(\.[0-9]+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![0-9.$£€]|[0-9],)(1[0-9]|20)[0-9]{2}(?![0-9s]|[.,][0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Year();
}
