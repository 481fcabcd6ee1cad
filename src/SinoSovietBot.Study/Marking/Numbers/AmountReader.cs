using System.Collections.Frozen;

namespace SinoSovietBot.Study.Marking;

/// <summary>
/// Reads whole texts as numbers with a unit: $300 million, US$300m, 300,000,000 dollars, three hundred million, 50 projects, fifty per cent.
/// </summary>
internal static class AmountReader
{
    private const int MostUnitWords = 3;

    private static readonly FrozenSet<string> About = FrozenSet.Create(
        StringComparer.Ordinal, "about", "around", "approximately", "approx", "roughly", "c", "ca", "circa", "some", "just", "exactly", "only");

    private static readonly FrozenSet<string> NoUnit =
        FrozenSet.Create(StringComparer.Ordinal, "or", "and", "not", "no", "to", "but", "maybe", "bc", "bce", "ad", "ce", "plus", "if", "then");

    /// <summary>The number that a text is, with nothing left over but a unit of up to three words; else null.</summary>
    public static Amount? Read(string text)
    {
        var words = JoinThousands(Words.Of(text));
        var at = 0;
        while (at < words.Count && About.Contains(words[at]))
            at++;
        var bound = Bound(words, ref at);
        var unit = UnitBefore(words, ref at);
        if (at >= words.Count || Numbers.Read(words, at, shortScales: true, out var value) is not (> 0 and var used))
            return null;
        var bare = Numbers.Read(words[at..(at + 1)], 0, shortScales: false, out var first) > 0 ? first : value;
        return UnitAfter(words[(at + used)..], ref unit) ? new Amount(value, bare, unit, bound) : null;
    }

    /// <summary>Whether a text is about the number, so that the number alone answers: in digits, or in words with a unit of measure.</summary>
    public static bool IsNumberFirst(string text)
    {
        // "8th Route Army" is one army.
        if (Enumerable.Range(1, text.Length).Any(at => Words.IsDigit(text[at - 1]) && Words.OrdinalEnding(text, at)))
            return false;
        var words = Words.Of(text);
        if (words.Any(Words.IsNumber))
            return true;
        return Read(text) is { } amount && (amount.Unit is null || Units.Known(words[^1]) is not null);
    }

    private static AmountBound Bound(List<string> words, ref int at)
    {
        var (bound, length) = words[Math.Min(at, words.Count)..] switch
        {
            ["more" or "greater", "than", ..] => (AmountBound.Over, 2),
            ["at", "least", ..] => (AmountBound.Over, 2),
            ["over" or "above", ..] => (AmountBound.Over, 1),
            ["less" or "fewer", "than", ..] => (AmountBound.Under, 2),
            ["up", "to", ..] or ["at", "most", ..] => (AmountBound.Under, 2),
            ["under" or "below" or "nearly" or "almost", ..] => (AmountBound.Under, 1),
            _ => (AmountBound.None, 0),
        };
        at += length;
        return bound;
    }

    // $300, US$300, USD 300
    private static string? UnitBefore(List<string> words, ref int at)
    {
        var sign = at < words.Count - 1 && words[at] is "us" ? at + 1 : at;
        if (sign >= words.Count || Units.Known(words[sign]) is not { } unit || !Units.IsSign(unit))
            return null;
        at = sign + 1;
        return unit;
    }

    private static bool UnitAfter(List<string> rest, ref string? unit)
    {
        if (rest is ["per", "cent"])
            rest = ["%"];
        else if (rest is ["per", "cent", "of", ..] or ["%", ..] or ["percent", ..])
            rest = ["%"];
        if (rest is ["of", .. var noun])
            rest = noun;
        if (rest.Count == 0)
            return true;
        if (rest.Count > MostUnitWords || rest.Exists(word => NoUnit.Contains(word) || Words.IsNumber(word) || Numbers.IsNumberWord(word)))
            return false;
        if (rest.Count > 1 && Units.IsMeasure(rest[0]))
            return false;
        var known = Units.Known(rest[0]) ?? Units.Known(rest[^1]);
        var after = known ?? Stemmer.Stem(rest[^1]);
        if (unit is not null && unit != after)
            return known is null;
        unit = after;
        return true;
    }

    // 300 000 000
    private static List<string> JoinThousands(List<string> words)
    {
        var joined = new List<string>(words.Count);
        foreach (var word in words)
        {
            if (joined.Count > 0 && word.Length == 3 && Words.IsNumber(word) && Words.IsNumber(joined[^1]) && IsGroup(joined[^1]))
                joined[^1] += word;
            else
                joined.Add(word);
        }

        return joined;
    }

    private static bool IsGroup(string number) => number.Length <= 9 && !number.Contains('.', StringComparison.Ordinal);
}
