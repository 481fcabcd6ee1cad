using System.Collections.Frozen;

namespace SinoSovietBot.Study.Marking.Names;

/// <summary>Nouns that may be left out or added beside a name: Zhenbao Island, Xinjiang province, the policy of containment by proxy.</summary>
internal static class GenericNouns
{
    private static readonly FrozenSet<string> OfPlaces = FrozenSet.Create(
        StringComparer.Ordinal, "island", "islands", "isle", "isles", "river", "province", "region", "city", "peninsula", "mountains");

    private static readonly FrozenSet<string> OfEvents = FrozenSet.Create(
        StringComparer.Ordinal,
        "treaty", "campaign", "movement", "crisis", "incident", "conference", "summit", "agreement", "pact", "policy", "doctrine", "declaration",
        "resolution", "programme", "program", "strategy");

    // Without its noun such a word names nothing.
    private static readonly FrozenSet<string> Adjectives = FrozenSet.Create(
        StringComparer.Ordinal,
        "yellow", "black", "red", "white", "blue", "green", "long", "great", "big", "small", "new", "old", "north", "south", "east", "west",
        "northern",
        "southern", "eastern", "western", "offshore", "capital", "autonomous", "border", "disputed", "same", "other", "this", "that");

    /// <summary>The words without a generic noun at either end, or null where there is none or nothing would be left.</summary>
    public static List<string>? Without(List<string> words, NameBook names)
    {
        if (words is [.. var before, var last] && MayGo(last, before, names))
            return before;
        if (words is [var first, "of", .. var after] && MayGo(first, after, names))
            return after;
        if (words is [var river, .. var name] && OfPlaces.Contains(river) && MayGo(river, name, names))
            return name;
        return null;
    }

    private static bool MayGo(string noun, List<string> rest, NameBook names)
    {
        var content = rest.Where(word => !Words.IsGrammar(word)).ToList();
        if (OfPlaces.Contains(noun))
            return content.Count > 0 && !content.TrueForAll(Adjectives.Contains);

        // "Brezhnev" and "Warsaw" are not the Doctrine and the Pact.
        return OfEvents.Contains(noun) && content.Count > 1 && names.Find(rest)?.Kind is not (NameKind.Person or NameKind.Place);
    }
}
