using System.Collections.Frozen;

namespace SinoSovietBot.Study.Marking;

/// <summary>Words that turn what is said into its opposite.</summary>
internal static class Negations
{
    private static readonly FrozenSet<string> Denying = FrozenSet.Create(
        StringComparer.Ordinal,
        "not", "no", "never", "neither", "nor", "without", "cannot", "cant", "dont", "doesnt", "didnt", "isnt", "wasnt", "arent", "werent", "wont",
        "wouldnt",
        "couldnt", "shouldnt", "hasnt", "havent", "hadnt", "aint", "nobody", "nothing", "none", "except", "nowt");

    public static bool Is(string word) => Denying.Contains(word);

    public static bool In(List<string> words) => words.Exists(Is);
}
