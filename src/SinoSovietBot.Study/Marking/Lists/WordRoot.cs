using System.Collections.Frozen;
using SinoSovietBot.Study.Marking.Names;

namespace SinoSovietBot.Study.Marking;

/// <summary>A word of an entry or an idea, as far as it matters there: a stem, a name or a number.</summary>
/// <param name="Text">The stem, the mark of a name, the number, or "not" for all that denies.</param>
/// <param name="Word">The word itself where it was one.</param>
/// <param name="Thing">What a name names.</param>
internal readonly record struct WordRoot(string Text, string? Word = null, NamedThing? Thing = null)
{
    private const string Denial = "not";

    private static readonly FrozenSet<string> Idle = FrozenSet.Create(
        StringComparer.Ordinal,
        "the", "a", "an", "of", "and", "to", "in", "on", "at", "for", "by", "with", "from", "as", "it", "its", "is", "was", "were", "be", "been",
        "being", "are",
        "that", "this", "these", "those", "which", "who", "whose", "their", "his", "her", "they", "he", "she", "had", "has", "have", "would",
        "could", "should",
        "will", "can", "did", "do", "does", "so", "or", "but", "because", "into", "out", "up", "also", "there", "them", "him", "s", "t", "than",
        "then");

    public bool Denies => Text == Denial;

    /// <summary>The roots of a normalised text, without the words that carry nothing.</summary>
    public static List<WordRoot> Of(string normalised, NameBook names)
    {
        var roots = new List<WordRoot>();
        foreach (var atom in Atom.Of(Words.Of(normalised), names))
        {
            if (atom.Word is not { } word)
                roots.Add(new(atom.Text, Thing: atom.Thing));
            else if (Negations.Is(word))
                roots.Add(new(Denial));
            else if (!Idle.Contains(word))
                roots.Add(new(Stemmer.Stem(word), word));
        }

        return roots;
    }

    /// <summary>Whether a word of an entry is this one.</summary>
    public bool IsMetBy(WordRoot typed) =>
        Text == typed.Text || (Word is { } expected && typed.Word is { } word && Slips.InWord(word, expected) is not null)
        || (Word is not null && typed.Word is not null && Slips.InWord(typed.Text, Text) is not null)
        || (Thing is { } thing && typed.Word is { } misspelt
            && thing.Spellings.Any(name => name.Content is [var only] && Slips.InWord(misspelt, only) is not null));
}
