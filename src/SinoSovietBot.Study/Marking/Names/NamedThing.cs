namespace SinoSovietBot.Study.Marking.Names;

/// <summary>Something with a name, and all its spellings.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Mark">How it stands in canonical text: no word begins so.</param>
internal sealed record NamedThing(NameKind Kind, string Mark)
{
    private readonly List<Spelling> spellings = [];

    public IReadOnlyList<Spelling> Spellings => spellings;

    public void Add(List<string> words)
    {
        var content = Words.Content(words);
        spellings.Add(new(words, content, string.Concat(content)));
    }
}

/// <summary>One way to write a name.</summary>
/// <param name="AllWords">As it is written.</param>
/// <param name="Content">Without the words that only serve grammar.</param>
/// <param name="Compact">These without spaces.</param>
internal sealed record Spelling(List<string> AllWords, List<string> Content, string Compact)
{
    /// <summary>Which letters it has.</summary>
    public uint Letters { get; } = LettersOf(Compact);

    /// <summary>A bit for each letter of the alphabet that a text has. A slip changes two of them at most.</summary>
    public static uint LettersOf(string text)
    {
        var letters = 0u;
        foreach (var character in text)
            letters |= 1u << (character % 32);
        return letters;
    }
}
