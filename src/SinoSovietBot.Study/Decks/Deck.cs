using System.Collections.Immutable;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks;

/// <summary>
/// What a class revises: cards made of points, and questions about them. Immutable; a valid deck is made by <see cref="DeckReader"/> only.
/// </summary>
public sealed record Deck
{
    public required DeckId Id { get; init; }

    public required string Title { get; init; }

    public required string Subject { get; init; }

    /// <summary>A language tag such as <c>en-GB</c>.</summary>
    public required string Language { get; init; }

    public required string Licence { get; init; }

    /// <summary>Where the content comes from.</summary>
    public required string Source { get; init; }

    /// <summary>What a reader of the whole deck should know; may be empty.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The people, places and states it speaks of, with their spellings; may be empty.</summary>
    public ImmutableArray<DeckName> Names { get; init; } = [];

    /// <summary>The points that say nearly the same; may be empty.</summary>
    public ImmutableArray<PointCluster> NearDuplicates { get; init; } = [];

    /// <summary>In the order of the deck; never empty.</summary>
    public required ImmutableArray<Card> Cards { get; init; }

    /// <summary>The authored questions, in the order of the deck; may be empty.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>The topics of the cards, each once, in the order of the deck.</summary>
    public ImmutableArray<string> Topics => [.. Cards.Select(card => card.Topic).Distinct(StringComparer.Ordinal)];
}
