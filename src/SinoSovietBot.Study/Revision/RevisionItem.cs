using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Revision;

/// <summary>
/// What is remembered as one thing, and scheduled as one: a card, or a set of points about which questions ask. Two cards with the same points, and all
/// questions about the same points, are one item: another way to ask it comes each time. Equal only to itself: a deck has one of each.
/// </summary>
public sealed class RevisionItem
{
    /// <summary>The first of <see cref="Variants"/>; what a member has learned may be stored under any of them.</summary>
    public ItemId Id => Variants[0];

    /// <summary>The ways to ask it, in the order of the deck; never empty.</summary>
    public required ImmutableArray<ItemId> Variants { get; init; }

    /// <summary>What it is about; of points that say the same (see <see cref="PointCluster.AreSame"/>) one stands for all.</summary>
    public required ImmutableHashSet<PointId> Points { get; init; }

    public required string Topic { get; init; }

    /// <summary>The way to ask it after so many reviews.</summary>
    public ItemId VariantAfter(int reviews) => Variants[reviews % Variants.Length];
}

/// <summary>How a member revises.</summary>
public enum RevisionStyle
{
    /// <summary>Whole cards: the front, then the back with its points.</summary>
    Cards,

    /// <summary>Questions, which are marked.</summary>
    Questions,
}
