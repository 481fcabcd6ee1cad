namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Makes the id of a deck of what somebody calls it.</summary>
public static class NewDeckId
{
    /// <summary>The words of a title with hyphens between them, such as <c>detente-1969-80</c>; null where it has no letters a to z and no digits.</summary>
    public static DeckId? Of(string title) => ImportIds.Slug(title, DeckLimits.IdLength) is { Length: > 0 } id ? new DeckId(id) : null;
}
