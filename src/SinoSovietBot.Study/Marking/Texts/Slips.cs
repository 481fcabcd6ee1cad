using SinoSovietBot.Study.Marking.Names;

namespace SinoSovietBot.Study.Marking;

/// <summary>Step 5 of marking: small slips of spelling, never in a number and never in the first letter of a word.</summary>
internal static class Slips
{
    private const int ShortestWord = 5;
    private const int LongWord = 9;
    private const int MostOnStack = 256;

    /// <summary>
    /// Insertions, deletions, replacements and exchanges of neighbours from one text to the other; more than the limit where there are more.
    /// </summary>
    public static int Distance(string from, string to, int limit)
    {
        if (Math.Abs(from.Length - to.Length) > limit)
            return limit + 1;
        if (limit == 0)
            return from == to ? 0 : 1;
        var width = to.Length + 1;
        Span<int> rows = width <= MostOnStack ? stackalloc int[3 * width] : new int[3 * width];
        var before = rows[..width];
        var last = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var column = 0; column <= to.Length; column++)
            last[column] = column;
        for (var line = 1; line <= from.Length; line++)
        {
            row[0] = line;
            var least = line;
            for (var column = 1; column <= to.Length; column++)
            {
                var replaced = last[column - 1] + (from[line - 1] == to[column - 1] ? 0 : 1);
                row[column] = Math.Min(replaced, Math.Min(row[column - 1], last[column]) + 1);
                if (line > 1 && column > 1 && from[line - 1] == to[column - 2] && from[line - 2] == to[column - 1])
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                least = Math.Min(least, row[column]);
            }

            if (least > limit)
                return limit + 1;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[to.Length];
    }

    /// <summary>How many slips make the typed word of the expected one; null where they are too many. One in 5 to 8 letters, two in more.</summary>
    public static int? InWord(string typed, string expected)
    {
        if (typed == expected)
            return 0;
        var allowed = expected.Length >= LongWord ? 2 : expected.Length >= ShortestWord ? 1 : 0;
        if (allowed == 0 || typed.Length < ShortestWord - 1 || typed[0] != expected[0] || HoldsNumber(typed) || HoldsNumber(expected))
            return null;
        var distance = Distance(typed, expected, allowed);
        return distance <= allowed ? distance : null;
    }

    /// <summary>How many slips make the typed phrase of the expected one; null where they are too many in any word.</summary>
    public static int? InPhrase(List<string> typed, List<string> expected)
    {
        if (typed.Count != expected.Count)
            return InJoinedWords(typed, expected);
        var sum = 0;
        for (var at = 0; at < typed.Count; at++)
        {
            if (InWord(typed[at], expected[at]) is not { } slips)
                return null;
            sum += slips;
        }

        return sum;
    }

    /// <summary>The fewest slips that make the typed phrase of any form or spelling of the expected one.</summary>
    public static int? Fewest(Phrase typed, Phrase expected)
    {
        int? fewest = null;
        foreach (var mine in typed.Forms())
        {
            foreach (var theirs in expected.Forms())
            {
                foreach (var spelling in Spellings(theirs))
                    fewest = Less(fewest, InPhrase(mine.Content, spelling));
                fewest = Less(fewest, InAtoms(mine.Atoms, theirs.Atoms));
            }
        }

        return fewest;
    }

    /// <summary>All spellings of a name, or the one of a phrase.</summary>
    public static IEnumerable<List<string>> Spellings(Phrase phrase) =>
        phrase.Thing is { } thing ? thing.Spellings.Select(spelling => spelling.Content) : [phrase.Content];

    // "co-existance": the words are parted otherwise. One slip at most, since a short word more may turn the meaning.
    private static int? InJoinedWords(List<string> typed, List<string> expected)
    {
        var (from, to) = (string.Concat(typed), string.Concat(expected));
        if (to.Length < LongWord || from.Length == 0 || from[0] != to[0] || typed.Concat(expected).Any(HoldsNumber))
            return null;
        var distance = Distance(from, to, 1);
        return distance <= 1 ? distance : null;
    }

    // Names as names, the words beside them with slips.
    private static int? InAtoms(List<Atom> typed, List<Atom> expected)
    {
        if (typed.Count != expected.Count)
            return null;
        var sum = 0;
        for (var at = 0; at < typed.Count; at++)
        {
            var slips = typed[at] is { Word: { } word } && expected[at] is { Word: { } other } && typed[at].Text != expected[at].Text
                ? InWord(word, other)
                : typed[at].Text == expected[at].Text ? 0 : null;
            if (slips is null)
                return null;
            sum += slips.Value;
        }

        return sum;
    }

    private static int? Less(int? one, int? other) => one is null || other < one ? other ?? one : one;

    private static bool HoldsNumber(string word) => Words.IsNumber(word) || Numbers.IsNumberWord(word);
}
