using System.Collections.Frozen;
using System.Globalization;

namespace SinoSovietBot.Study.Marking;

/// <summary>
/// Reads numbers in digits and in English words: 300, three hundred million, 1.5 million, two and a half million, nineteen fifty-six, twentieth.
/// </summary>
internal static class Numbers
{
    private const decimal Largest = 1_000_000_000_000_000m;
    private const int MostDigits = 15;

    private static readonly FrozenDictionary<string, int> Small = Table(
        "zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 " +
        "sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90");

    private static readonly FrozenDictionary<string, int> Ordinals = Table(
        "first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12 thirteenth 13 " +
        "fourteenth 14 fifteenth 15 sixteenth 16 seventeenth 17 eighteenth 18 nineteenth 19 twentieth 20 thirtieth 30 fortieth 40 " +
        "fiftieth 50 sixtieth 60 seventieth 70 eightieth 80 ninetieth 90 hundredth 100");

    private static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["thousand"] = 1e3m,
        ["million"] = 1e6m,
        ["billion"] = 1e9m,
        ["trillion"] = 1e12m,
        ["thousands"] = 1e3m,
        ["millions"] = 1e6m,
        ["billions"] = 1e9m,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, decimal> ShortScales = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["k"] = 1e3m,
        ["m"] = 1e6m,
        ["mn"] = 1e6m,
        ["mil"] = 1e6m,
        ["mill"] = 1e6m,
        ["mio"] = 1e6m,
        ["mln"] = 1e6m,
        ["b"] = 1e9m,
        ["bn"] = 1e9m,
        ["bil"] = 1e9m,
        ["tn"] = 1e12m,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a word is part of a number in words, so that a slip in it would be another number.</summary>
    public static bool IsNumberWord(string word) =>
        Small.ContainsKey(word) || Ordinals.ContainsKey(word) || Scales.ContainsKey(word) || word is "hundred" or "hundreds";

    /// <summary>Whether a word multiplies the number before it: million.</summary>
    public static bool IsScale(string word) => Scales.ContainsKey(word) || ShortScales.ContainsKey(word) || word == "hundred";

    /// <summary>How a number is written in canonical text.</summary>
    public static string Write(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Reads the number that begins at a word.</summary>
    /// <param name="words">As <see cref="Words"/> gives them.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="shortScales">Whether k, m and bn multiply.</param>
    /// <param name="value">The number.</param>
    /// <returns>How many words it takes; 0 where there is none.</returns>
    public static int Read(List<string> words, int start, bool shortScales, out decimal value)
    {
        value = 0;
        var at = start;
        if (Words.IsNumber(words[at]))
        {
            if (words[at].Length > MostDigits
                || !decimal.TryParse(words[at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
                return 0;
            at++;
        }
        else if (Is(words, at, "half") && Is(words, at + 1, "a") && at + 2 < words.Count && Scales.ContainsKey(words[at + 2]))
        {
            value = 0.5m;
            at += 2;
        }
        else if (!ReadBelowThousand(words, ref at, out value))
            return 0;

        return ReadScales(words, ref at, shortScales, ref value) ? at - start : 0;
    }

    // The parts of "one million, two hundred thousand and five", from the largest scale down.
    private static bool ReadScales(List<string> words, ref int at, bool shortScales, ref decimal value)
    {
        var total = 0m;
        var smallest = decimal.MaxValue;
        while (true)
        {
            if (Is(words, at, "and") && Is(words, at + 1, "a") && Is(words, at + 2, "half"))
            {
                value += 0.5m;
                at += 3;
            }

            if (at < words.Count && Is(words, at, "hundred") && Words.IsNumber(words[at - 1]))
            {
                value *= 100;
                at++;
            }

            if (at >= words.Count || !ScaleAt(words, at, shortScales, out var scale) || scale >= smallest)
                break;
            total += value * scale;
            value = 0;
            smallest = scale;
            at++;
            if (total > Largest)
                return false;
            var next = Is(words, at, "and") ? at + 1 : at;
            if (next >= words.Count || Words.IsNumber(words[next]) || !ReadBelowThousand(words, ref next, out value))
                break;
            at = next;
        }

        value += total;
        return value <= Largest;
    }

    private static bool ScaleAt(List<string> words, int at, bool shortScales, out decimal scale) =>
        Scales.TryGetValue(words[at], out scale) || (shortScales && ShortScales.TryGetValue(words[at], out scale));

    // Below a thousand, but also years by halves (nineteen fifty-six) and by hundreds (nineteen hundred and five).
    private static bool ReadBelowThousand(List<string> words, ref int at, out decimal value)
    {
        value = 0;
        if (Is(words, at, "a") && at + 1 < words.Count && (words[at + 1] == "hundred" || Scales.ContainsKey(words[at + 1])))
        {
            value = 1;
            at++;
        }
        else if (Is(words, at, "hundred") || Is(words, at, "hundredth"))
            value = 1;
        else if (!ReadBelowHundred(words, ref at, out value))
            return false;

        if (Is(words, at, "hundred") || Is(words, at, "hundredth"))
        {
            value *= 100;
            at++;
            var next = Is(words, at, "and") ? at + 1 : at;
            if (ReadBelowHundred(words, ref next, out var rest))
            {
                value += rest;
                at = next;
            }
        }
        else if (value is >= 10 and <= 20 && ReadYearEnd(words, ref at, out var end))
            value = (value * 100) + end;
        return true;
    }

    private static bool ReadYearEnd(List<string> words, ref int at, out decimal end)
    {
        if ((Is(words, at, "oh") || Is(words, at, "o")) && at + 1 < words.Count && Small.TryGetValue(words[at + 1], out var unit) && unit < 10)
        {
            end = unit;
            at += 2;
            return true;
        }

        var next = at;
        if (!ReadBelowHundred(words, ref next, out end) || end < 10)
            return false;
        at = next;
        return true;
    }

    private static bool ReadBelowHundred(List<string> words, ref int at, out decimal value)
    {
        value = 0;
        if (at >= words.Count)
            return false;
        if (Ordinals.TryGetValue(words[at], out var ordinal))
        {
            value = ordinal;
            at++;
            return ordinal < 100;
        }

        if (!Small.TryGetValue(words[at], out var small))
            return false;
        value = small;
        at++;
        if (small < 20 || at >= words.Count)
            return true;
        if ((Small.TryGetValue(words[at], out var unit) || Ordinals.TryGetValue(words[at], out unit)) && unit is > 0 and < 10)
        {
            value += unit;
            at++;
        }

        return true;
    }

    private static bool Is(List<string> words, int at, string word) => at < words.Count && words[at] == word;

    private static FrozenDictionary<string, int> Table(string pairs) => pairs.Split(' ').Chunk(2)
        .ToFrozenDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
