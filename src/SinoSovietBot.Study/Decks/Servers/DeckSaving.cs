namespace SinoSovietBot.Study.Decks.Servers;

/// <summary>What came of a change to a server's decks; a closed family.</summary>
public abstract record DeckSaving
{
    private DeckSaving()
    {
    }

    /// <summary>It is on disk.</summary>
    /// <param name="Revision">Now in use.</param>
    public sealed record Saved(int Revision) : DeckSaving;

    /// <summary>The same was confirmed before, by an earlier press.</summary>
    public sealed record SavedBefore : DeckSaving;

    /// <summary>The deck is not (or no longer) what the change was made from.</summary>
    /// <param name="Current">The revision in use; 0 when there is none.</param>
    public sealed record Overtaken(int Current) : DeckSaving;

    /// <summary>A removed deck has this id.</summary>
    public sealed record InTheBin : DeckSaving;

    /// <summary>The server has as many decks as it may.</summary>
    public sealed record TooManyDecks : DeckSaving;

    /// <summary>The server's decks would be larger than they may.</summary>
    public sealed record TooLarge : DeckSaving;

    /// <summary>There is no such deck, import or form, or its time is over.</summary>
    public sealed record Gone : DeckSaving;
}
