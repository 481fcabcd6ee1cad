using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks;

/// <summary>A person, place or state of the deck.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Also">Other spellings and short forms that mean the same, and nothing else in this deck.</param>
/// <param name="From">The first year in which a person acts; null where it does not matter.</param>
/// <param name="To">The last year in which a person acts, inclusive; null where it does not matter.</param>
public sealed record DeckName(string Name, ImmutableArray<string> Also, int? From = null, int? To = null);
