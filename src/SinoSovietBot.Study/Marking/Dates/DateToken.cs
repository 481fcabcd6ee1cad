using System.Globalization;

namespace SinoSovietBot.Study.Marking.Dates;

/// <summary>A piece of a written date.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Of a number, a month (1 to 12), a decade or a short year.</param>
/// <param name="Digits">How many digits a number has.</param>
/// <param name="Text">The word or sign itself.</param>
internal readonly record struct DateToken(DateTokenKind Kind, int Value, int Digits, string Text)
{
    /// <summary>The pieces of a normalised text; null where it cannot be a date.</summary>
    public static List<DateToken>? Scan(string text)
    {
        var tokens = new List<DateToken>();
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsLetter(text[at]))
            {
                var start = at;
                while (at < text.Length && char.IsLetter(text[at]))
                    at++;
                words.Add(text[start..at]);
                continue;
            }

            // A point after a letter ends an abbreviation; a space only parts words.
            var parts = Words.IsDigit(text[at]) || text[at] is '/' or '-' or '\'' || (text[at] == '.' && at > 0 && Words.IsDigit(text[at - 1]));
            if (parts)
                Flush(words, tokens);
            if (Words.IsDigit(text[at]))
            {
                if (ScanNumber(text, ref at, tokens) is not { } number)
                    return null;
                tokens.Add(number);
            }
            else if (parts)
                tokens.Add(new(DateTokenKind.Sign, 0, 0, text[at++].ToString()));
            else if (text[at] is ' ' or ',' or '.' or '~')
                at++;
            else
                return null;
        }

        Flush(words, tokens);
        return tokens;
    }

    private static DateToken? ScanNumber(string text, ref int at, List<DateToken> tokens)
    {
        var start = at;
        while (at < text.Length && Words.IsDigit(text[at]))
            at++;
        var digits = at - start;
        if (digits > 4)
            return null;
        var value = int.Parse(text.AsSpan(start, digits), CultureInfo.InvariantCulture);
        if (Words.OrdinalEnding(text, at))
        {
            at += 2;
            return new(DateTokenKind.Ordinal, value, digits, "");
        }

        var end = at < text.Length && text[at] == '\'' ? at + 1 : at;
        if (end < text.Length && text[end] == 's' && (end + 1 == text.Length || !char.IsLetter(text[end + 1])) && digits is 2 or 4 && value % 10 == 0)
        {
            at = end + 1;
            return new(DateTokenKind.Decade, value, digits, "");
        }

        if (digits == 2 && tokens is [.., { Kind: DateTokenKind.Sign, Text: "'" }])
        {
            tokens.RemoveAt(tokens.Count - 1);
            return new(DateTokenKind.ShortYear, value, digits, "");
        }

        return new(DateTokenKind.Number, value, digits, "");
    }

    // Words in a row: months and numbers in words among them.
    private static void Flush(List<string> words, List<DateToken> tokens)
    {
        for (var at = 0; at < words.Count;)
        {
            var used = 1;
            if (DateWords.Month(words[at]) is { } month)
                tokens.Add(new(DateTokenKind.Month, month, 0, ""));
            else if (DateWords.Decade(words[at]) is { } decade)
                AddDecade(tokens, decade);
            else if ((used = Numbers.Read(words, at, shortScales: false, out var value)) > 0 && value is >= 1 and < 10_000)
                tokens.Add(InWords((int)value));
            else
            {
                used = 1;
                tokens.Add(new(DateTokenKind.Word, 0, 0, words[at]));
            }

            at += used;
        }

        words.Clear();
    }

    // "nineteen fifties" and "fifties"
    private static void AddDecade(List<DateToken> tokens, int decade)
    {
        var century = 0;
        if (tokens is [.., { Kind: DateTokenKind.Number, Digits: 2 } before])
        {
            century = before.Value;
            tokens.RemoveAt(tokens.Count - 1);
        }

        tokens.Add(new(DateTokenKind.Decade, (century * 100) + decade, century > 0 ? 4 : 2, ""));
    }

    private static DateToken InWords(int value) => new(DateTokenKind.Number, value, value.ToString(CultureInfo.InvariantCulture).Length, "");
}

internal enum DateTokenKind
{
    Number,

    /// <summary>27th</summary>
    Ordinal,
    Month,

    /// <summary>1950s (four digits) or 50s (two).</summary>
    Decade,

    /// <summary>'69</summary>
    ShortYear,
    Sign,
    Word,
}
