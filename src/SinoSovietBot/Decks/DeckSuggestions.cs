using System.Collections.Immutable;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Decks;

/// <summary>What is offered while a deck or a topic is being typed.</summary>
internal static class DeckSuggestions
{
    public static ImmutableArray<Suggestion> Decks(DeckLibrary library, string typed) =>
    [
        .. library.Search(typed.Trim()).Take(DiscordLimits.Suggestions)
            .Select(deck => new Suggestion(Text.Cut(deck.Title, DiscordLimits.SuggestionText), deck.Id.Value)),
    ];

    public static ImmutableArray<Suggestion> Topics(Deck? deck, string typed) => deck is null
        ? []
        : [.. deck.Topics.Where(topic => topic.Contains(typed.Trim(), StringComparison.CurrentCultureIgnoreCase))
            .Take(DiscordLimits.Suggestions)
            .Select(topic => new Suggestion(Text.Cut(topic, DiscordLimits.SuggestionText), topic))];
}
