using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Study.Questions.Generated;

/// <summary>The points of a deck on which a program may rest a question, with what it takes to tell them apart.</summary>
internal sealed class PointPool
{
    // Two texts that share this part of the words of the shorter one may say the same.
    private const double SameShare = 0.4;

    // As many wrong answers as are tried for one question: enough to find three, and a deck of ten thousand cards stays quick.
    private const int Tries = 60;

    private readonly Dictionary<CardId, ImmutableArray<PoolPoint>> byCard;

    public PointPool(Deck deck)
    {
        var clusters = deck.NearDuplicates
            .SelectMany(cluster => cluster.Points, (cluster, point) => (cluster.Id, point))
            .ToLookup(pair => pair.point, pair => pair.Id);
        Points =
        [
            .. deck.Cards.Select(card => (Card: card, Words: ContentWords.Of(card.Front))).SelectMany(
                front => front.Card.AllPoints.Where(MayAsk),
                (front, point) => new PoolPoint(front.Card, front.Words, point, ContentWords.Of(point.Text), [.. clusters[point.Id]])),
        ];
        byCard = Points.GroupBy(point => point.Card.Id).ToDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    public ImmutableArray<PoolPoint> Points { get; }

    /// <summary>Up to three points, each of another card, that pass the test: found by chance, another topic's no less than the same one's.</summary>
    public ImmutableArray<PoolPoint> Others(PoolPoint point, Func<PoolPoint, bool> passes, Random random)
    {
        var found = ImmutableArray.CreateBuilder<PoolPoint>();
        for (var tries = 0; tries < Tries && found.Count < DeckLimits.MaxOptions - 1; tries++)
        {
            var other = Points[random.Next(Points.Length)];
            if (other.Card.Id != point.Card.Id && found.All(taken => taken.Card.Id != other.Card.Id) && passes(other))
                found.Add(other);
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a point might as well stand on a card: as far as the deck or the words tell, it says nearly what a point there says.</summary>
    public bool MightStandOn(PoolPoint point, Card card) =>
        byCard[card.Id].Any(there => ShareCluster(there, point) || ContentWords.Share(there.Words, point.Words) >= SameShare);

    private static bool ShareCluster(PoolPoint one, PoolPoint other) =>
        !one.Clusters.IsEmpty && !other.Clusters.IsEmpty && one.Clusters.Intersect(other.Clusters).Any();

    private static bool MayAsk(Point point) => point.Ask is AskPolicy.Ask or AskPolicy.AskSoft or AskPolicy.AskCorrected;
}

/// <summary>A point, its card with the words of its front, its own words and the clusters in which it is.</summary>
internal sealed record PoolPoint(Card Card, HashSet<string> FrontWords, Point Point, HashSet<string> Words, ImmutableArray<string> Clusters)
{
    /// <summary>The id of a question of some kind about this point. No authored id has a colon.</summary>
    public QuestionId QuestionId(string sort) => new($"made:{sort}:{Point.Id}");

    /// <summary>What the reveal says.</summary>
    public string Explanation => $"Made from the card ‘{Card.Front}’: {Point.Text}";
}
