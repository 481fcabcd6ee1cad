namespace SinoSovietBot.Study.Marking.Names;

/// <summary>What a name names. It decides which words may be left out beside it.</summary>
internal enum NameKind
{
    Person,
    Place,
    Term,

    /// <summary>A name of the deck that the general table does not have.</summary>
    OfDeck,
}

/// <summary>Something with a name, and all its spellings.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Spellings">As words.</param>
internal sealed record NamedThing(NameKind Kind, List<List<string>> Spellings)
{
    /// <summary>How it stands in canonical text: no word begins so.</summary>
    public required string Mark { get; init; }
}
