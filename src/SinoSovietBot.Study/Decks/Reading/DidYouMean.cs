namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Finds what a misspelt word was meant to be.</summary>
internal sealed class DidYouMean
{
    private const int LongestWord = DeckLimits.IdLength;

    // A search may compare with ten thousand ids, and a hostile deck can ask for as many searches.
    private int comparisonsLeft = 20_000;

    /// <summary>The nearest of the known words, or null when none is near or too many have been searched for.</summary>
    public string? Find(string wrong, IEnumerable<string> known)
    {
        if (wrong.Length > LongestWord)
            return null;

        string? best = null;
        var bestDistance = wrong.Length < 4 ? 2 : 3;
        foreach (var word in known)
        {
            if (word.Length > LongestWord || Math.Abs(word.Length - wrong.Length) >= bestDistance)
                continue;
            if (comparisonsLeft-- <= 0)
                return null;
            var distance = Distance(wrong, word);
            if (distance >= bestDistance)
                continue;
            best = word;
            bestDistance = distance;
        }

        return best;
    }

    // Levenshtein distance in one row; letter case does not count.
    internal static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[LongestWord + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
