using System.Collections.Frozen;

namespace SinoSovietBot.Study.Marking;

/// <summary>
/// Takes English endings off, so that "rebuilding", "rebuilt" and "rebuild" meet. Light on purpose: "commune" and "communist" stay apart.
/// </summary>
internal static class Stemmer
{
    private const int ShortestStem = 4;

    // Verbs whose forms share too little, as stem of each form.
    private static readonly FrozenDictionary<string, string> Irregular = Table(
        "build built building", "rebuild rebuilt rebuilding", "fight fought fighting", "lose lost losing loss losses", "take took taken taking",
        "give gave given giving", "send sent sending", "withdraw withdrew withdrawn withdrawal withdrawing", "win won winning",
        "sell sold selling sale sales",
        "lead led leading leader leaders leadership", "seek sought seeking", "speak spoke spoken speech speeches speaking",
        "break broke broken breaking",
        "grow grew grown growth growing", "fall fell fallen falling", "meet met meeting", "invade invasion invaded invading invasions invasive",
        "recognise recognition recognised recognising recognize recognized", "defend defence defense defending defensive defended",
        "deny denial denied denying",
        "refuse refusal refused refusing", "remove removal removed removing", "strong strength strengthen strengthened strengthening stronger",
        "weak weakness weaken weakened weakening weaker", "threat threaten threatened threatening threats threatens", "see saw seen seeing",
        "make made making", "buy bought buying", "hold held holding", "keep kept keeping", "leave left leaving", "begin began begun beginning",
        "choose chose chosen choice choosing", "grain grains", "criticise criticism criticised criticising criticize criticized critical",
        "oppose opposition opposed opposing opposite", "divide division divided dividing divisions", "decide decision decided",
        "expel expulsion expelled",
        "trade trading trader traders traded trades", "aid aided aids", "ally allies allied alliance alliances", "rival rivalry rivals rivalries",
        "poor poverty", "starve starvation starving starved", "die died death deaths dying", "safe safety", "secure security",
        "equal equality equally",
        "unequal inequality unequally", "succeed success succeeded successful successes", "fail failure failed failing failures",
        "isolate isolation isolated isolating", "hostile hostility", "compete competition competing competitive", "independent independence");

    // Longest first. What may stand before them has to be a word's length.
    private static readonly (string Ending, string Stem)[] Endings =
    [
        ("isations", "is"), ("izations", "is"), ("isation", "is"), ("ization", "is"), ("ational", "at"), ("ations", "at"), ("ation", "at"),
        ("fulness", ""), ("iveness", ""), ("ically", "ic"), ("ising", "is"), ("izing", "is"), ("ised", "is"), ("ized", "is"), ("ise", "is"),
        ("ize", "is"),
        ("istic", "ist"), ("isms", "ist"), ("ism", "ist"), ("ists", "ist"), ("ical", ""), ("ments", ""), ("ment", ""), ("ness", ""),
        ("ities", ""), ("ity", ""), ("ings", ""), ("ing", ""), ("ates", "at"), ("ated", "at"), ("ating", "at"), ("ate", "at"), ("ions", ""),
        ("ion", ""),
        ("ives", ""), ("ive", ""), ("ials", ""), ("ial", ""), ("als", ""), ("al", ""), ("ics", ""), ("ic", ""), ("ies", "y"), ("ied", "y"),
        ("ers", ""), ("er", ""),
        ("ors", ""), ("or", ""), ("ful", ""), ("ous", ""), ("ly", ""), ("ed", ""), ("es", ""), ("s", ""), ("y", ""), ("e", ""), ("i", ""),
    ];

    /// <summary>The stem of a folded word. Numbers and short words are their own stems.</summary>
    public static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out var irregular))
            return irregular;
        if (word.Length <= ShortestStem)
            return word.Length == ShortestStem && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
        var stem = word;
        foreach (var (ending, rest) in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length + rest.Length >= ShortestStem
                && !(ending == "s" && word.EndsWith("ss", StringComparison.Ordinal)))
            {
                stem = word[..^ending.Length] + rest;
                break;
            }
        }

        // trade: trad, as trading; stopped: stop; economy, economic: econom.
        if (stem.Length > ShortestStem && stem[^1] is ('e' or 'y' or 'i'))
            stem = stem[..^1];
        return stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'l' or 'e' or 'o') ? stem[..^1] : stem;
    }

    private static FrozenDictionary<string, string> Table(params string[] lines) => lines
        .SelectMany(line => line.Split(' ').Select(form => (form, stem: line.Split(' ')[0])))
        .DistinctBy(pair => pair.form)
        .ToFrozenDictionary(pair => pair.form, pair => pair.stem, StringComparer.Ordinal);
}
