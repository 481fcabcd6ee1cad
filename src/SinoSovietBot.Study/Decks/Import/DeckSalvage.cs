using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Reading;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>
/// Reads a deck of which parts may be faulty: takes out the smallest parts that a fault is in (points, cards, questions), and what rests on them, until
/// the rest is a deck.
/// </summary>
internal sealed class DeckSalvage
{
    // Each round finds up to a thousand faults, and a deck has at most twenty thousand parts that can be taken out one by one.
    private const int Rounds = 100;

    private readonly bool wholeCards;
    private readonly List<DeckProblem> rejected = [];

    private DeckSalvage(bool wholeCards) => this.wholeCards = wholeCards;

    /// <param name="root">The deck as written.</param>
    /// <param name="wholeCards">Whether a card with a faulty point is taken out as a whole.</param>
    /// <param name="problems">What was wrong already when it was taken apart.</param>
    public static Salvage Read(YamlMap root, bool wholeCards, IReadOnlyList<DeckProblem> problems) =>
        new DeckSalvage(wholeCards).Read(root, problems);

    private Salvage Read(YamlMap root, IReadOnlyList<DeckProblem> problems)
    {
        if (TooMany(root) is { } tooMany)
            return new Salvage(null, [tooMany], 0);
        if (problems.Count > 0)
        {
            rejected.AddRange(problems);
            var pruned = new DeckPruning(Nearest(root, problems), wholeCards).Apply(root);
            if (pruned.Root is null)
                return new Salvage(null, InOrder(), 0);
            root = pruned.Root;
            rejected.AddRange(pruned.Problems);
        }

        for (var round = 0; round < Rounds; round++)
        {
            var draft = new DeckDraft();
            var deck = DeckReader.Read(root, draft);
            var errors = draft.Problems.Found.Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
            rejected.AddRange(errors);
            if (deck is not null)
                return new Salvage(deck, InOrder(), draft.Problems.Found.Count);
            var faulty = errors.Select(error => new Place(error.File, error.Line, error.Column)).ToHashSet();
            var pruned = new DeckPruning(faulty, wholeCards).Apply(root);
            if (pruned.Root is null)
                break;
            root = pruned.Root;
            rejected.AddRange(pruned.Problems);
            if (root.Find("cards") is null)
                break;
        }

        return new Salvage(null, InOrder(), 0);
    }

    // A key that stands twice is in the tree once, so its fault is laid to what stands before it.
    private static HashSet<Place> Nearest(YamlMap root, IReadOnlyList<DeckProblem> problems)
    {
        var places = Places(root).Distinct().OrderBy(place => place.Line).ThenBy(place => place.Column).ToList();
        return [.. problems.Select(problem => places.LastOrDefault(place => IsUpTo(place, problem), root.At))];

        static bool IsUpTo(Place place, DeckProblem problem) => place.Line < problem.Line || (place.Line == problem.Line && place.Column <= problem.Column);
    }

    private static IEnumerable<Place> Places(YamlNode node) => (node switch
    {
        YamlMap map => map.Entries.SelectMany(entry => Places(entry.Value).Prepend(entry.KeyAt)),
        YamlList list => list.Items.SelectMany(Places),
        _ => [],
    }).Prepend(node.At);

    private static DeckProblem? TooMany(YamlMap root)
    {
        var cards = Count("cards");
        var questions = Count("questions");
        if (cards > DeckLimits.Cards)
            return Problem(ImportMessages.TooManyCards(cards));
        return questions > DeckLimits.Questions ? Problem(ImportMessages.TooManyQuestions(questions)) : null;

        int Count(string key) => root.Find(key)?.Value is YamlList list ? list.Items.Length : 0;

        DeckProblem Problem(string message) =>
            new(root.At.File, Math.Max(1, root.At.Line), Math.Max(1, root.At.Column), ProblemSeverity.Error, message);
    }

    private ImmutableArray<DeckProblem> InOrder() => [.. rejected.Distinct().OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
}

/// <summary>What is left of a deck.</summary>
/// <param name="Deck">Null when nothing is.</param>
/// <param name="Rejected">Why the rest is not in it.</param>
/// <param name="Warnings">How many there are about what is.</param>
internal sealed record Salvage(Deck? Deck, ImmutableArray<DeckProblem> Rejected, int Warnings);
