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
