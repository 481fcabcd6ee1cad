using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>What a new version of a deck changes.</summary>
/// <param name="Added">In the order of the new version.</param>
/// <param name="Changed">Same id, other content; in the order of the new version.</param>
/// <param name="Removed">In the order of the old version.</param>
public sealed record DeckChanges(ImmutableArray<DeckChange> Added, ImmutableArray<DeckChange> Changed, ImmutableArray<DeckChange> Removed)
{
    public bool IsEmpty => Added.IsEmpty && Changed.IsEmpty && Removed.IsEmpty;

    /// <summary>Compares by ids.</summary>
    /// <param name="before">The version in use, or null when the deck is new: then everything is added.</param>
    /// <param name="after">The new version.</param>
    public static DeckChanges Between(Deck? before, Deck after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return new DeckChanges([.. after.Cards.Select(card => new DeckChange(DeckPart.Card, card.Id.Value, card.Front))], [], []);
    }
}

/// <summary>One thing that is added, changed or removed.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Text">Short, one line: the front, the text or the prompt, as it is after the change where it still is.</param>
public sealed record DeckChange(DeckPart Part, string Id, string Text);

/// <summary>What a <see cref="DeckChange"/> is about.</summary>
public enum DeckPart
{
    /// <summary>What stands in the header: title, source, names, near-duplicates and the like.</summary>
    Header,

    /// <summary>A card's topic, front, notes or place of points; not the points themselves.</summary>
    Card,
    Point,
    Question,
}
