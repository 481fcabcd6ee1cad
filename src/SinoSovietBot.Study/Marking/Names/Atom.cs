namespace SinoSovietBot.Study.Marking.Names;

/// <summary>A word, a number or a name of canonical text.</summary>
/// <param name="Text">A word without plural s, a number in digits, or the mark of a name.</param>
/// <param name="Word">What stood there, where it was no name and no number.</param>
/// <param name="Thing">What a name names.</param>
internal readonly record struct Atom(string Text, string? Word = null, NamedThing? Thing = null)
{
    public bool IsWord => char.IsLetter(Text[0]);

    /// <summary>Names first, since "Second World War" holds no number; then numbers; the rest are words, those of mere grammar left out.</summary>
    public static List<Atom> Of(List<string> words, NameBook names)
    {
        var atoms = new List<Atom>(words.Count);
        for (var at = 0; at < words.Count;)
        {
            if (names.Read(words, at, out var thing) is > 0 and var named)
            {
                atoms.Add(new(thing!.Mark, Thing: thing));
                at += named;
            }
            else if (Numbers.Read(words, at, shortScales: false, out var value) is > 0 and var counted)
            {
                atoms.Add(new(Numbers.Write(value)));
                at += counted;
            }
            else
            {
                if (!Words.IsGrammar(words[at]))
                    atoms.Add(new(Plain(words[at]), words[at]));
                at++;
            }
        }

        return atoms;
    }

    // British and American endings are the same, and so are one and many.
    private static string Plain(string word)
    {
        var plain = word.Length > 5 ? word.Replace("iz", "is", StringComparison.Ordinal) : word;
        return plain.Length > 3 && plain.EndsWith('s') && !plain.EndsWith("ss", StringComparison.Ordinal) ? plain[..^1] : plain;
    }
}
