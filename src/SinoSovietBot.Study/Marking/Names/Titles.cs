using System.Collections.Frozen;

namespace SinoSovietBot.Study.Marking.Names;

/// <summary>Titles, which may be left out or added before a name: Chairman Mao, the Soviet leader Khrushchev, Secretary of State Kissinger.</summary>
internal static class Titles
{
    private static readonly FrozenSet<string> Core = FrozenSet.Create(
        StringComparer.Ordinal,
        "president", "chairman", "premier", "leader", "comrade", "mr", "mrs", "ms", "dr", "sir", "lord", "madame", "marshal", "emperor", "king",
        "prince",
        "secretary", "minister", "adviser", "advisor", "ambassador", "dictator", "ruler", "diplomat", "politician", "generalissimo", "general");

    private static readonly FrozenSet<string> Beside = FrozenSet.Create(
        StringComparer.Ordinal,
        "us", "american", "soviet", "russian", "chinese", "yugoslav", "yugoslavian", "albanian", "british", "french", "indian", "korean",
        "vietnamese",
        "romanian", "german", "north", "east", "communist", "nationalist", "former", "then", "prime", "vice", "deputy", "foreign", "defence",
        "defense",
        "state", "national", "security", "party", "first", "of", "the", "s");

    /// <summary>The words after a title, or null where there is no title or nothing after it.</summary>
    public static List<string>? Without(List<string> words, NameBook names)
    {
        var end = 0;
        for (var at = 0; at < words.Count && (Core.Contains(words[at]) || Beside.Contains(words[at])); at++)
        {
            // Of "Secretary of State" and "Minister of Defence" the title is all three words.
            if (Core.Contains(words[at]) || (at > 1 && words[at - 1] == "of" && Core.Contains(words[at - 2])))
                end = at + 1;
        }

        if (end == 0 || end == words.Count || words[end] is "of" or "and" or "or")
            return null;
        var rest = words[end..];
        var mustBePerson = words[end - 1] is "general";
        return mustBePerson && names.Find(rest)?.Kind is not (NameKind.Person or NameKind.OfDeck) ? null : rest;
    }
}
