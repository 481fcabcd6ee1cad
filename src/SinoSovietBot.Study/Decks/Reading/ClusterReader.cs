using System.Collections.Immutable;

namespace SinoSovietBot.Study.Decks.Reading;

/// <summary>Reads which points of a deck say nearly the same.</summary>
internal sealed class ClusterReader(DeckDraft draft)
{
    private const int MinPoints = 2;

    private static readonly ImmutableArray<string> Keys = ["id", "theme", "points", "same"];

    public void Read(MapReader header)
    {
        var nodes = header.List("near-duplicates", isRequired: false);
        if (nodes.Length > DeckLimits.NearDuplicates)
        {
            var message = DeckMessages.TooManyItems(header.Subject, "near-duplicates", nodes.Length, DeckLimits.NearDuplicates);
            draft.Problems.Error(header.PlaceOf("near-duplicates"), message);
        }

        foreach (var node in nodes)
            ReadCluster(node);
    }

    /// <summary>Whether every point named is there. For a draft of which every file has been read.</summary>
    public static void CheckPoints(DeckDraft draft)
    {
        if (draft.HasUnreadText)
            return;
        foreach (var point in draft.Clusters.SelectMany(entry => entry.Points).Where(point => !draft.Points.ContainsKey(point.Id)))
            draft.Problems.Error(point.At, DeckMessages.UnknownReference("point", point.Id, draft.Suggestions.Find(point.Id, draft.PointIds.All)));
    }

    private void ReadCluster(YamlNode node)
    {
        if (MapReader.Open(node, "near-duplicate", Keys, draft) is not { } map)
            return;
        var points = map.References("points", isRequired: true);
        if (points.Length == 1)
            draft.Problems.Error(map.PlaceOf("points"), DeckMessages.TooFewItems(map.Subject, "points", points.Length, MinPoints));
        var id = map.Id(draft.ClusterIds);
        var theme = map.Line("theme", DeckLimits.ThemeLength);
        draft.Clusters.Add(new ClusterEntry(
            new PointCluster(id, theme, [.. points.Select(point => new PointId(point.Id))], map.Flag("same")), points));
    }
}
