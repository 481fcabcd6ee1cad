using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Takes out of a deck the parts in which something is wrong, and what rests on them.</summary>
/// <param name="faulty">The places of the faults.</param>
/// <param name="wholeCards">Whether a card with a faulty point goes as a whole.</param>
internal sealed class DeckPruning(HashSet<Place> faulty, bool wholeCards)
{
    private static readonly ImmutableArray<string> HeaderLists = ["notes", "names", "near-duplicates"];

    private static readonly ImmutableArray<string> RootLists = ["cards", "questions"];

    // Of which an item can be taken out alone.
    private static readonly ImmutableArray<string> CardLists = ["notes", "points"];

    private readonly List<DeckProblem> problems = [];
    private readonly Dictionary<string, Place> gone = new(StringComparer.Ordinal);
    private readonly HashSet<string> goneQuestions = new(StringComparer.Ordinal);
    private bool tookAny;

    /// <summary>The root is null when nothing could be taken out: the fault is in the header.</summary>
    public (YamlMap? Root, IReadOnlyList<DeckProblem> Problems) Apply(YamlMap root)
    {
        if (IsFaulty(root, [.. RootLists, .. HeaderLists]))
            return (null, problems);
        root = With(root, "cards", list => Prune(list, Card));
        root = With(root, "questions", list => Prune(list, question => Whole(question, goneQuestions)));
        foreach (var key in HeaderLists)
            root = With(root, key, list => Prune(list, item => Whole(item, null)));
        if (!tookAny)
            return (null, problems);

        foreach (var id in IdsLeft(root))
            gone.Remove(id);
        root = With(root, "questions", list => Prune(list, Resting));
        root = With(root, "questions", list => Prune(list, WithoutDangling));
        root = With(root, "near-duplicates", list => Prune(list, Cluster));
        return (root, problems);
    }

    private YamlNode? Card(YamlNode node)
    {
        if (node is not YamlMap card || wholeCards)
            return Whole(node, null);
        if (IsFaulty(card, CardLists))
            return Take(card);
        var kept = With(With(card, "notes", list => Prune(list, note => Whole(note, null))), "points", list => Prune(list, Point));
        if (kept.Find("points") is not null || card.Find("points") is null)
            return kept;
        problems.Add(new DeckProblem(card.At.File, card.At.Line, card.At.Column, ProblemSeverity.Error, ImportMessages.CardGone));
        return Take(card);
    }

    private YamlNode? Point(YamlNode node)
    {
        if (node is not YamlMap point)
            return Whole(node, null);
        return IsFaulty(point, CardLists) ? Take(point) : With(point, "points", list => Prune(list, Point));
    }

    private YamlNode? Whole(YamlNode node, HashSet<string>? ids)
    {
        if (!IsFaulty(node, []))
            return node;
        if (node is YamlMap map && Id(map) is { } id)
            ids?.Add(id);
        return Take(node);
    }

    private YamlNode? Take(YamlNode node)
    {
        tookAny = true;
        foreach (var id in Ids(node))
            gone.TryAdd(id, node.At);
        return null;
    }

    private YamlNode? Resting(YamlNode node)
    {
        if (node is not YamlMap question)
            return node;
        string?[] needed = [(question.Find("card")?.Value as YamlText)?.Value.Trim(), .. Texts(question, "points")];
        if (needed.FirstOrDefault(id => id is not null && gone.ContainsKey(id)) is not { } missing)
            return node;
        if (Id(question) is { } own)
            goneQuestions.Add(own);

        // A question made of the same line as its card has nothing to say of its own.
        if (gone[missing].Line != question.At.Line)
        {
            problems.Add(new DeckProblem(
                question.At.File, question.At.Line, question.At.Column, ProblemSeverity.Error, ImportMessages.RestsOn(Id(question) ?? "", missing)));
        }

        return null;
    }

    private YamlNode WithoutDangling(YamlNode node) => node is not YamlMap question
        ? node
        : With(
            With(question, "enemies", list => Prune(list, item => item is YamlText text && goneQuestions.Contains(text.Value.Trim()) ? null : item)),
            "distractors",
            list => Prune(list, WithoutPointThatIsGone));

    private YamlNode WithoutPointThatIsGone(YamlNode node) =>
        node is YamlMap distractor && Texts(distractor, "point").Any(gone.ContainsKey) ? Without(distractor, "point") : node;

    private YamlNode? Cluster(YamlNode node)
    {
        if (node is not YamlMap cluster || !Texts(cluster, "points").Any(gone.ContainsKey))
            return node;
        var kept = With(cluster, "points", list => Prune(list, item => item is YamlText text && gone.ContainsKey(text.Value.Trim()) ? null : item));
        return Texts(kept, "points").Count() < 2 ? null : kept;
    }

    private bool IsFaulty(YamlNode node, ImmutableArray<string> butNot) => faulty.Contains(node.At) || node switch
    {
        YamlMap map => map.Entries.Any(entry => faulty.Contains(entry.KeyAt)
            || (butNot.Contains(entry.Key, StringComparer.Ordinal) && entry.Value is YamlList
                ? faulty.Contains(entry.Value.At)
                : IsFaulty(entry.Value, []))),
        YamlList list => list.Items.Any(item => IsFaulty(item, [])),
        _ => false,
    };

    private static IEnumerable<string> IdsLeft(YamlMap root) => root.Find("cards")?.Value is YamlList list ? list.Items.SelectMany(Ids) : [];

    // Of a card and of its points.
    private static IEnumerable<string> Ids(YamlNode node)
    {
        if (node is not YamlMap map)
            return [];
        var below = map.Find("points")?.Value is YamlList list ? list.Items.SelectMany(Ids) : [];
        return Id(map) is { } id ? below.Prepend(id) : below;
    }

    private static string? Id(YamlMap map) => (map.Find("id")?.Value as YamlText)?.Value.Trim();

    private static IEnumerable<string> Texts(YamlMap map, string key) => map.Find(key)?.Value switch
    {
        YamlText text => [text.Value.Trim()],
        YamlList list => list.Items.OfType<YamlText>().Select(text => text.Value.Trim()),
        _ => [],
    };

    // A list of which nothing is left goes with its key.
    private static YamlMap With(YamlMap map, string key, Func<YamlList, YamlList> change)
    {
        if (map.Find(key) is not { Value: YamlList list } entry)
            return map;
        var changed = change(list);
        if (ReferenceEquals(changed, list))
            return map;
        return changed.Items.IsEmpty ? Without(map, key) : map with { Entries = map.Entries.Replace(entry, entry with { Value = changed }) };
    }

    private static YamlMap Without(YamlMap map, string key) =>
        map with { Entries = [.. map.Entries.Where(entry => !string.Equals(entry.Key, key, StringComparison.Ordinal))] };

    private static YamlList Prune(YamlList list, Func<YamlNode, YamlNode?> change)
    {
        var items = list.Items.Select(change).OfType<YamlNode>().ToImmutableArray();
        var isSame = items.Length == list.Items.Length && items.Zip(list.Items).All(pair => ReferenceEquals(pair.First, pair.Second));
        return isSame ? list : list with { Items = items };
    }
}
