using System.Collections.Frozen;
using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Reading;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Checking;

/// <summary>A deck with what the rules look up in it.</summary>
internal sealed class CheckedDeck
{
    private readonly FrozenDictionary<PointId, Point> points;
    private readonly FrozenDictionary<CardId, Card> cards;
    private readonly ILookup<PointId, PointCluster> clusters;
    private readonly EnemyGraph enemies;
    private readonly Restatements texts;
    private readonly Restatements falseSources;
    private readonly ImmutableArray<(DeckName Name, ImmutableArray<string[]> Spellings)> actors;

    public CheckedDeck(Deck deck)
    {
        Deck = deck;
        Words = new Vocabulary(deck.Language);
        points = deck.Cards.SelectMany(card => card.AllPoints).ToFrozenDictionary(point => point.Id);
        cards = deck.Cards.ToFrozenDictionary(card => card.Id);
        clusters = deck.NearDuplicates
            .SelectMany(cluster => cluster.Points.Select(point => (point, cluster)))
            .ToLookup(pair => pair.point, pair => pair.cluster);
        enemies = new EnemyGraph(deck.Questions);
        texts = new Restatements(points.Values.Select(point => (point, point.Text)), Words);
        falseSources = new Restatements(
            points.Values
                .Where(point => point is { Ask: AskPolicy.AskCorrected or AskPolicy.NeverAsk, SourceText: not null })
                .Select(point => (point, point.SourceText!)),
            Words);
        actors = [.. deck.Names.Where(name => name.From is not null || name.To is not null).Select(name => (name, Spellings(name)))];
    }

    public Deck Deck { get; }

    public Vocabulary Words { get; }

    public IEnumerable<Point> Points => points.Values;

    public Point Point(PointId id) => points[id];

    public Card Card(CardId id) => cards[id];

    /// <summary>A cluster that holds both; null where there is none.</summary>
    public PointCluster? Cluster(PointId one, PointId other) => clusters[one].FirstOrDefault(cluster => cluster.Points.Contains(other));

    /// <summary>The points that are the very same fact, the given one included.</summary>
    public IEnumerable<PointId> Twins(PointId id) => clusters[id].Where(cluster => cluster.AreSame).SelectMany(cluster => cluster.Points).Append(id);

    /// <summary>The point that a text restates; null where it restates none.</summary>
    public PointId? Restated(string text) => texts.Find(text)?.Id;

    /// <summary>The point whose false wording a text repeats, and not its true one; null where there is none.</summary>
    public Point? FalseSource(string text) => falseSources.Find(text) is { } point && Restated(text) != point.Id ? point : null;

    /// <summary>Those named in a text who have years in the deck.</summary>
    public ImmutableArray<DeckName> Actors(string text)
    {
        var words = OptionWords.Of(text);
        return [.. actors.Where(actor => actor.Spellings.Any(spelling => OptionWords.Contain(words, spelling))).Select(actor => actor.Name)];
    }

    public bool AreEnemies(Question one, Question other) => enemies.Of(one.Id).Contains(other.Id);

    private static ImmutableArray<string[]> Spellings(DeckName name) => [.. name.Also.Prepend(name.Name).Select(OptionWords.Of)];
}

/// <summary>What the rules ask of a question.</summary>
internal static class QuestionShape
{
    /// <summary>Has a right and wrong options, and is no statement to be judged.</summary>
    public static bool IsOptionItem(this Question question) => question.Kind != QuestionKind.TrueFalse && !question.Distractors.IsEmpty;

    /// <summary>The answer first, then the distractors; for an order or a list its items.</summary>
    public static ImmutableArray<string> Options(this Question question) => question.Items.IsEmpty
        ? [question.Answer, .. question.Distractors.Select(distractor => distractor.Text)]
        : [.. question.Items.Select(item => item.Text)];

    /// <summary>An option without the mark that makes it a correction.</summary>
    public static string Claim(string option) =>
        option.StartsWith(TrueFalseOptions.FalsePrefix, StringComparison.Ordinal) ? option[TrueFalseOptions.FalsePrefix.Length..] : option;
}
