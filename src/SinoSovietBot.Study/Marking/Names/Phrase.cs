using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SinoSovietBot.Study.Marking.Names;

/// <summary>A text as words, and in the canonical form in which different ways to write the same are equal.</summary>
internal sealed class Phrase
{
    private static readonly FrozenDictionary<string, string> Roman = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["i"] = "1",
        ["ii"] = "2",
        ["iii"] = "3",
        ["iv"] = "4",
        ["v"] = "5",
        ["vi"] = "6",
        ["vii"] = "7",
        ["viii"] = "8",
        ["ix"] = "9",
        ["x"] = "10",
        ["xi"] = "11",
        ["xii"] = "12",
        ["xx"] = "20",
        ["xxi"] = "21",
        ["xxii"] = "22",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly NameBook names;
    private List<Phrase>? withoutTitle;
    private List<Phrase>? withoutNoun;

    public Phrase(List<string> words, NameBook names)
    {
        this.names = names;
        AllWords = words;
        Content = Words.Content(words);
        Atoms = Atom.Of(words, names);
        Canonical = Join(Atoms, roman: false);
        CanonicalRoman = Join(Atoms, roman: true);
        Thing = names.Find(words) ?? names.Find(Content);
    }

    public List<string> AllWords { get; }

    /// <summary>Without the words that only serve grammar.</summary>
    public List<string> Content { get; }

    public List<Atom> Atoms { get; }

    public string Canonical { get; }

    /// <summary>With Roman numerals after the first word as numbers.</summary>
    public string CanonicalRoman { get; }

    /// <summary>What it names as a whole, or null.</summary>
    public NamedThing? Thing { get; }

    public static Phrase Of(string normalised, NameBook names) => new(Words.Of(normalised), names);

    /// <summary>The same words but for spelling of names, grammar, plural s, numbers in words and Roman numerals.</summary>
    public bool Same(Phrase other) => Canonical.Length > 0 && (Canonical == other.Canonical || CanonicalRoman == other.CanonicalRoman);

    /// <summary>The same, a title and a generic noun more or less on either side.</summary>
    public bool SameName(Phrase other)
    {
        foreach (var mine in WithAndWithoutTitle())
        {
            foreach (var theirs in other.WithAndWithoutTitle())
            {
                if (mine.Same(theirs) || mine.WithoutNoun().Exists(theirs.Same) || theirs.WithoutNoun().Exists(mine.Same))
                    return true;
            }
        }

        return false;
    }

    /// <summary>It and its shorter forms.</summary>
    public IEnumerable<Phrase> Forms() => WithAndWithoutTitle().SelectMany(form => form.WithoutNoun().Prepend(form));

    private IEnumerable<Phrase> WithAndWithoutTitle() =>
        (withoutTitle ??= Titles.Without(AllWords, names) is { } rest ? [new Phrase(rest, names)] : []).Prepend(this);

    private List<Phrase> WithoutNoun() => withoutNoun ??= GenericNouns.Without(AllWords, names) is { } rest ? [new Phrase(rest, names)] : [];

    // Words run together, so that "cease-fire" is "ceasefire"; numbers and names stand apart, so that 19 69 is not 1969.
    private static string Join(List<Atom> atoms, bool roman)
    {
        var joined = new StringBuilder();
        for (var at = 0; at < atoms.Count; at++)
        {
            var text = roman && at > 0 ? Roman.GetValueOrDefault(atoms[at].Text, atoms[at].Text) : atoms[at].Text;
            if (char.IsLetter(text[0]) || char.IsSurrogate(text[0]))
                joined.Append(text);
            else
                joined.Append(CultureInfo.InvariantCulture, $" {text} ");
        }

        return joined.ToString();
    }
}
