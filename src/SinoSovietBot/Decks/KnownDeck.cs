using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Decks;

/// <summary>A deck that can be used where somebody is.</summary>
/// <param name="Address">Which one.</param>
/// <param name="Deck">Its content.</param>
/// <param name="ChangedAt">When it was last changed; null where nobody knows.</param>
/// <param name="Own">What is known of it besides, where the server has brought it; null for one of the bot's own.</param>
internal sealed record KnownDeck(DeckAddress Address, Deck Deck, DateTimeOffset? ChangedAt = null, ServerDeck? Own = null);

/// <summary>A deck in a list.</summary>
/// <param name="Address">Which one.</param>
/// <param name="Title">Its title.</param>
/// <param name="Subject">Its subject.</param>
internal sealed record DeckListing(DeckAddress Address, string Title, string Subject)
{
    public string Id => Address.Deck.Value;

    /// <summary>Whether somebody who typed a text means this one: by id or title, case aside.</summary>
    public bool IsCalled(string typed) =>
        string.Equals(Id, typed, StringComparison.OrdinalIgnoreCase) || string.Equals(Title, typed, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether title, id or subject holds what was typed.</summary>
    public bool Holds(string typed) =>
        Title.Contains(typed, StringComparison.CurrentCultureIgnoreCase)
        || Id.Contains(typed, StringComparison.OrdinalIgnoreCase)
        || Subject.Contains(typed, StringComparison.CurrentCultureIgnoreCase);
}
