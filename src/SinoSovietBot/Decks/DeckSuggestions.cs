using System.Collections.Immutable;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Decks;

/// <summary>What is offered while a deck, a topic or a card is being typed.</summary>
internal static class DeckSuggestions
{
    public static ImmutableArray<Suggestion> Decks(IEnumerable<DeckListing> decks) =>
        [.. decks.Take(DiscordLimits.Suggestions).Select(deck => new Suggestion(Text.Cut(deck.Title, DiscordLimits.SuggestionText), deck.Id))];

    public static ImmutableArray<Suggestion> Topics(Deck? deck, string typed) => deck is null
        ? []
        : [.. deck.Topics.Where(topic => topic.Contains(typed.Trim(), StringComparison.CurrentCultureIgnoreCase))
            .Take(DiscordLimits.Suggestions)
            .Select(topic => new Suggestion(Text.Cut(topic, DiscordLimits.SuggestionText), topic))];

    /// <summary>Cards by their fronts, topics or ids; the value is the id.</summary>
    public static ImmutableArray<Suggestion> Cards(Deck? deck, string typed) => deck is null
        ? []
        : [.. deck.Cards.Where(card =>
                card.Front.Contains(typed.Trim(), StringComparison.CurrentCultureIgnoreCase)
                || card.Topic.Contains(typed.Trim(), StringComparison.CurrentCultureIgnoreCase)
                || card.Id.Value.Contains(typed.Trim(), StringComparison.OrdinalIgnoreCase))
            .Take(DiscordLimits.Suggestions)
            .Select(card => new Suggestion(Text.Cut($"{card.Front} · {card.Topic}", DiscordLimits.SuggestionText), card.Id.Value))];
}
