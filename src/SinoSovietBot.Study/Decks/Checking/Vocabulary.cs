using System.Collections.Frozen;
using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>
/// Texts as the check compares them: content words without their endings. Only English has a list of empty words and of endings; in other languages
/// short words are held to be empty, and the others count as they stand.
/// </summary>
internal sealed class Vocabulary(string language)
{
    private const int ShortestContentWord = 4;

    private static readonly FrozenSet<string> EmptyWords = """
        a an the and or but nor if than that this these those which who whom whose what when where why how
        i you he she it its we they them him her his their our your my me
        is are was were be been being am do does did done has have had having can could may might must shall should will would
        of to in on at by for from with without into onto over under after before between against about as so too also both
        more most very such any some other another own out up off through during until while there then
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether rules about English words apply.</summary>
    public bool IsEnglish { get; } = language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language[2] == '-');

    /// <summary>The content words of a text, each once, in the order of the text.</summary>
    public ImmutableArray<string> ContentWords(string text)
    {
        var words = OptionWords.Of(text).Where(word => char.IsDigit(word[0]) || !IsEmpty(word));
        return [.. (IsEnglish ? words.Select(Stem) : words).Distinct(StringComparer.Ordinal)];
    }

    // A single letter is what an apostrophe has cut off.
    private bool IsEmpty(string word) => IsEnglish ? word.Length == 1 || EmptyWords.Contains(word) : word.Length < ShortestContentWord;

    // Coarse: one stem for the forms of a word matters more than a stem that is a word.
    private static string Stem(string word)
    {
        if (word.Any(char.IsDigit))
            return word;
        var stem = word switch
        {
            [.. var start, 'i', 'e', 's'] when start.Length > 1 => start + "y",
            [.. var start, 'i', 'n', 'g'] when start.Length > 2 => start,
            [.. var start, 'i', 'e', 'd'] when start.Length > 1 => start + "y",
            [.. var start, 'e', 'd'] when start.Length > 2 => start,
            [.. var start, 'e', 's'] when start.Length > 2 => start,
            [.. var start, not 's', 's'] when start.Length > 1 => word[..^1],
            _ => word,
        };
        if (stem.Length > 3 && stem[^1] == 'e')
            stem = stem[..^1];
        return stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
    }
}
