using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>
/// What has been read of a deck so far. Where a value is missing or faulty its place is taken by an empty one, which no rule
/// looks at: the fault has been reported, and a deck with errors is never handed out.
/// </summary>
internal sealed class DeckDraft
{
    public DeckDraft()
    {
        Problems = new ProblemList();
        CardIds = new IdIndex("card", Problems);
        PointIds = new IdIndex("point", Problems);
        QuestionIds = new IdIndex("question", Problems);
        ClusterIds = new IdIndex("near-duplicate", Problems);
    }

    public ProblemList Problems { get; }

    public DidYouMean Suggestions { get; } = new();

    public IdIndex CardIds { get; }

    public IdIndex PointIds { get; }

    public IdIndex QuestionIds { get; }

    public IdIndex ClusterIds { get; }

    public DeckHeader? Header { get; set; }

    public List<Card> Cards { get; } = [];

    /// <summary>The points by id, each with the id of its card.</summary>
    public Dictionary<string, PointEntry> Points { get; } = new(StringComparer.Ordinal);

    public List<QuestionEntry> Questions { get; } = [];

    public List<ClusterEntry> Clusters { get; } = [];

    /// <summary>True when cards were written, even if none of them could be read.</summary>
    public bool HasCardsToRead { get; set; }

    /// <summary>True when a file could not be read to its end: what seems to be missing may stand there.</summary>
    public bool HasUnreadText { get; set; }
}

/// <summary>The keys that only one file of a deck has.</summary>
internal sealed record DeckHeader(Place At, string Id, string Title, string Subject, string Language, string Licence, string Source)
{
    public ImmutableArray<string> Notes { get; init; } = [];

    public ImmutableArray<DeckName> Names { get; init; } = [];
}

/// <summary>A cluster of near-duplicates and where its points are named.</summary>
internal sealed record ClusterEntry(PointCluster Cluster, ImmutableArray<Reference> Points);

internal sealed record PointEntry(string CardId, AskPolicy Ask);

/// <summary>An id that names something declared elsewhere.</summary>
internal sealed record Reference(string Id, Place At);

/// <summary>The text of an option and where it stands.</summary>
internal sealed record OptionEntry(string Text, Place At);
