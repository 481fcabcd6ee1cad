using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>
/// Finds the text that another restates: it has no content word of its own, its words come in the same order, and they are four fifths of the
/// text's. A word changed or two changed over make a wrong option of a right text, and a good one.
/// </summary>
internal sealed class Restatements
{
    // Texts of fewer content words are alike by chance.
    private const int MinWords = 3;
    private const double Whole = 0.8;

    private readonly Vocabulary words;
    private readonly ImmutableArray<(Point Point, ImmutableArray<string> Words)> texts;
    private readonly ILookup<string, int> byWord;

    public Restatements(IEnumerable<(Point Point, string Text)> texts, Vocabulary words)
    {
        this.words = words;
        this.texts = [.. texts.Select(entry => (entry.Point, words.ContentWords(entry.Text)))];
        byWord = this.texts
            .SelectMany((entry, place) => entry.Words.Select(word => (word, place)))
            .ToLookup(pair => pair.word, pair => pair.place, StringComparer.Ordinal);
    }

    /// <summary>The point whose text this one restates; null where it restates none.</summary>
    public Point? Find(string text)
    {
        var sought = words.ContentWords(text);
        if (sought.Length < MinWords)
            return null;
        return byWord[sought[0]].Select(place => texts[place]).FirstOrDefault(text => IsRestated(text.Words, sought)).Point;
    }

    private static bool IsRestated(ImmutableArray<string> text, ImmutableArray<string> by)
    {
        var found = 0;
        foreach (var word in text)
        {
            if (found < by.Length && string.Equals(word, by[found], StringComparison.Ordinal))
                found++;
        }

        return found == by.Length && by.Length >= Whole * text.Length;
    }
}
