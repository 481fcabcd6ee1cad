namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>The ids of one sort that a deck declares. Badly formed ones are kept too, so that a reference to one is not reported as well.</summary>
internal sealed class IdIndex(string sort, ProblemList problems)
{
    private readonly Dictionary<string, Place> firstPlaces = new(StringComparer.Ordinal);

    public IEnumerable<string> All => firstPlaces.Keys;

    public void Declare(string id, Place at)
    {
        if (!firstPlaces.TryAdd(id, at))
            problems.Error(at, DeckMessages.DuplicateId(sort, id, firstPlaces[id]));
    }

    public bool Contains(string id) => firstPlaces.ContainsKey(id);
}
