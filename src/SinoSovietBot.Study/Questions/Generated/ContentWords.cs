using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Questions.Generated;

/// <summary>The words that carry a text's meaning, roughly: those of four letters and more, and all numbers.</summary>
internal static class ContentWords
{
    private const int MinLetters = 4;

    public static HashSet<string> Of(string text) =>
        [.. OptionWords.Of(text).Where(word => word.Length >= MinLetters || char.IsDigit(word[0]))];

    /// <summary>Which part of the words of the smaller set the other has, too: 0 to 1.</summary>
    public static double Share(HashSet<string> one, HashSet<string> other)
    {
        var (smaller, larger) = one.Count <= other.Count ? (one, other) : (other, one);
        return smaller.Count == 0 ? 0 : (double)smaller.Count(larger.Contains) / smaller.Count;
    }
}
