using System.Collections.Immutable;

namespace SinoSovietBot.Study.Revision.Exchange;

/// <summary>What a log from elsewhere adds to a member's own.</summary>
public sealed record HistoryImport
{
    /// <summary>What there is to add, item by item; an item of which everything is known already is not among them.</summary>
    public required ImmutableArray<ItemHistory> Items { get; init; }

    /// <summary>Notes with reviews that have become known as something of the deck.</summary>
    public required int Matched { get; init; }

    /// <summary>Notes with reviews that have not.</summary>
    public required int Unmatched { get; init; }

    /// <summary>Reviews of matched notes that are there already.</summary>
    public required int Known { get; init; }

    /// <summary>Reviews to add.</summary>
    public int New => Items.Sum(item => item.Reviews.Length);

    /// <summary>The first review to add; null for none.</summary>
    public DateTimeOffset? From => Items.IsEmpty ? null : Items.Min(item => item.Reviews[0].At);

    /// <summary>The last review to add; null for none.</summary>
    public DateTimeOffset? To => Items.IsEmpty ? null : Items.Max(item => item.Reviews[^1].At);
}

/// <summary>What is to be added to one item.</summary>
/// <param name="Reviews">Oldest first; at least one, all of kind <see cref="ReviewKind.Imported"/>.</param>
/// <param name="Memory">What is remembered after these and after all that were there before.</param>
public sealed record ItemHistory(ImmutableArray<Review> Reviews, ItemMemory Memory);
