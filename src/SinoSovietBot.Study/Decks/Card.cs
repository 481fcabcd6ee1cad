using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks;

/// <summary>One heading of a deck and what belongs under it.</summary>
public sealed record Card
{
    public required CardId Id { get; init; }

    public required string Topic { get; init; }

    public required string Front { get; init; }

    /// <summary>The top-level points; never empty.</summary>
    public required ImmutableArray<Point> Points { get; init; }

    /// <summary>What a reader of the whole card should know; may be empty.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Every point of the card, a parent before its sub-points, in the order of the deck.</summary>
    public IEnumerable<Point> AllPoints => Points.SelectMany(point => point.WithDescendants());
}
