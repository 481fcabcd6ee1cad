using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Revision;

/// <summary>Which points of a deck say the same, and which nearly.</summary>
internal sealed class PointRelations
{
    private readonly FrozenDictionary<PointId, PointId> same;
    private readonly ILookup<PointId, string> clusters;
    private readonly ConcurrentDictionary<RevisionItem, ImmutableHashSet<RevisionItem>> related = [];
    private FrozenDictionary<string, ImmutableArray<RevisionItem>> byKey = FrozenDictionary<string, ImmutableArray<RevisionItem>>.Empty;

    public PointRelations(Deck deck)
    {
        same = Representatives(deck.NearDuplicates.Where(cluster => cluster.AreSame)).ToFrozenDictionary();
        clusters = deck.NearDuplicates
            .SelectMany(cluster => cluster.Points, (cluster, point) => (Point: Same(point), Key: $"cluster {cluster.Id}"))
            .ToLookup(pair => pair.Point, pair => pair.Key);
    }

    /// <summary>The point that stands for this one and for all that say the same.</summary>
    public PointId Same(PointId point) => same.GetValueOrDefault(point, point);

    public void Index(ImmutableArray<RevisionItem> items) => byKey = items
        .SelectMany(item => item.Points.SelectMany(Keys).Distinct(), (item, key) => (item, key))
        .GroupBy(pair => pair.key, pair => pair.item, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>Thread-safe.</summary>
    public ImmutableHashSet<RevisionItem> RelatedTo(RevisionItem item) => related.GetOrAdd(item, FindRelated);

    private ImmutableHashSet<RevisionItem> FindRelated(RevisionItem item) =>
    [
        .. item.Points.SelectMany(Keys)
            .SelectMany(key => byKey.GetValueOrDefault(key, []))
            .Distinct()
            .Where(other => !ReferenceEquals(other, item))
            .Where(other => HalfIn(item, other) || HalfIn(other, item)),
    ];

    private bool HalfIn(RevisionItem one, RevisionItem other)
    {
        var keys = other.Points.SelectMany(Keys).ToHashSet(StringComparer.Ordinal);
        return one.Points.Count(point => Keys(point).Any(keys.Contains)) * 2 >= one.Points.Count;
    }

    private IEnumerable<string> Keys(PointId point) => clusters[point].Prepend($"point {point.Value}");

    // A point may stand in two clusters, which joins them.
    private static Dictionary<PointId, PointId> Representatives(IEnumerable<PointCluster> clusters)
    {
        var representatives = new Dictionary<PointId, PointId>();
        foreach (var cluster in clusters)
        {
            var joined = cluster.Points.Select(point => representatives.GetValueOrDefault(point, point)).ToHashSet();
            var first = joined.MinBy(point => point.Value, StringComparer.Ordinal);
            foreach (var point in cluster.Points)
                representatives[point] = first;
            foreach (var point in representatives.Where(pair => joined.Contains(pair.Value)).Select(pair => pair.Key).ToList())
                representatives[point] = first;
        }

        return representatives;
    }
}
