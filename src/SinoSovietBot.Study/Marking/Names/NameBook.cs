using System.Collections.Immutable;

namespace SinoSovietBot.Study.Marking.Names;

/// <summary>The names that marking holds to be the same: the general table, over it what the deck says.</summary>
internal sealed class NameBook
{
    private const int MostWords = 9;
    private readonly Dictionary<string, NamedThing> ofDeck = new(StringComparer.Ordinal);

    /// <param name="equivalents">Groups of spellings. A group belongs to a name of the general table when its first spelling does.</param>
    public NameBook(ImmutableArray<ImmutableArray<string>> equivalents)
    {
        foreach (var group in equivalents)
        {
            var spellings = group.Select(spelling => Words.Of(Normaliser.Normalise(spelling))).Where(words => words.Count > 0).ToList();
            if (spellings.Count > 0)
                Add(spellings);
        }
    }

    /// <summary>Every name of the general table and of the deck.</summary>
    public IEnumerable<NamedThing> All => KnownNames.All.Concat(ofDeck.Values.Distinct());

    /// <summary>The longest name that begins at a word.</summary>
    /// <returns>How many words it has; 0 where there is none.</returns>
    public int Read(List<string> words, int start, out NamedThing? thing)
    {
        for (var length = Math.Min(MostWords, words.Count - start); length > 0; length--)
        {
            thing = Find(KnownNames.Compact(words.GetRange(start, length)));
            if (thing is not null)
                return length;
        }

        thing = null;
        return 0;
    }

    /// <summary>The thing whose name the words are as a whole, or null.</summary>
    public NamedThing? Find(List<string> words) => words.Count is > 0 and <= MostWords ? Find(KnownNames.Compact(words)) : null;

    private NamedThing? Find(string compact) => ofDeck.GetValueOrDefault(compact) ?? KnownNames.BySpelling.GetValueOrDefault(compact);

    private void Add(List<List<string>> spellings)
    {
        var name = KnownNames.Compact(spellings[0]);
        var known = Find(name);
        var thing = new NamedThing(known?.Kind ?? NameKind.OfDeck, known?.Mark ?? "@" + name);
        foreach (var spelling in (known?.Spellings.Select(spelling => spelling.AllWords) ?? []).Concat(spellings))
        {
            if (ofDeck.GetValueOrDefault(KnownNames.Compact(spelling)) == thing)
                continue;
            ofDeck[KnownNames.Compact(spelling)] = thing;
            thing.Add(spelling);
        }
    }
}
