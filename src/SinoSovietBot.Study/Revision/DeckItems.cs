using System.Collections.Frozen;
using System.Collections.Immutable;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Questions;
using SinoSovietBot.Study.Questions.Generated;

namespace SinoSovietBot.Study.Revision;

/// <summary>Everything of a deck that can be revised in one style, and which of it belongs together. Immutable; made once for each version of a deck.</summary>
public sealed class DeckItems
{
    private readonly FrozenDictionary<ItemId, RevisionItem> byVariant;
    private readonly FrozenDictionary<CardId, Card> cards;
    private readonly FrozenDictionary<QuestionId, Question> questions;
    private readonly PointRelations relations;

    private DeckItems(Deck deck, RevisionStyle style, ImmutableArray<Question> asked)
    {
        Deck = deck;
        Style = style;
        cards = deck.Cards.ToFrozenDictionary(card => card.Id);
        questions = asked.ToFrozenDictionary(question => question.Id);
        relations = new PointRelations(deck);
        Items = Grouped(style == RevisionStyle.Cards ? OfCards(deck) : OfQuestions(asked), relations);
        byVariant = Items.SelectMany(item => item.Variants, (item, variant) => (item, variant)).ToFrozenDictionary(pair => pair.variant, pair => pair.item);
        relations.Index(Items);
    }

    public Deck Deck { get; }

    public RevisionStyle Style { get; }

    /// <summary>In the order of the deck; empty where a deck has no questions and none can be made.</summary>
    public ImmutableArray<RevisionItem> Items { get; }

    /// <summary>
    /// Questions are the authored ones, and made ones about points that none of these tests. A deck of thousands of cards takes about a second.
    /// </summary>
    public static DeckItems Of(Deck deck, RevisionStyle style) =>
        new(deck, style, style == RevisionStyle.Questions ? deck.Questions.AddRange(GeneratedQuestions.OfUntestedPoints(deck)) : []);

    /// <summary>The item that something shown belongs to; null where the deck no longer has it.</summary>
    public RevisionItem? Find(ItemId shown) => byVariant.GetValueOrDefault(shown);

    /// <summary>The question behind an id; null for a card, and where the deck no longer has it.</summary>
    public Question? QuestionOf(ItemId shown) => shown.Question is { } id ? questions.GetValueOrDefault(id) : null;

    /// <summary>The card, or the card of the question, behind an id; null where the deck no longer has it.</summary>
    public Card? CardOf(ItemId shown) => cards.GetValueOrDefault(shown.Card ?? QuestionOf(shown)?.Card ?? default);

    /// <summary>
    /// The items that give this one away, and that it gives away: at least half of the points of one of the two are points of the other, or nearly say
    /// the same (see <see cref="Deck.NearDuplicates"/>). Without the item itself.
    /// </summary>
    public ImmutableHashSet<RevisionItem> RelatedTo(RevisionItem item) => relations.RelatedTo(item);

    private static IEnumerable<(ItemId Id, string Topic, IEnumerable<PointId> Points)> OfCards(Deck deck) =>
        deck.Cards.Select(card => (ItemId.Of(card.Id), card.Topic, card.AllPoints.Select(point => point.Id)));

    private IEnumerable<(ItemId Id, string Topic, IEnumerable<PointId> Points)> OfQuestions(ImmutableArray<Question> asked) =>
        asked.Select(question => (ItemId.Of(question.Id), cards[question.Card].Topic, question.Points.AsEnumerable()));

    private static ImmutableArray<RevisionItem> Grouped(
        IEnumerable<(ItemId Id, string Topic, IEnumerable<PointId> Points)> shown, PointRelations relations) =>
    [
        .. shown
            .Select(one => (one.Id, one.Topic, Points: one.Points.Select(relations.Same).ToImmutableHashSet()))
            .GroupBy(one => string.Join('\n', one.Points.Select(point => point.Value).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .Select(group => new RevisionItem
            {
                Variants = [.. group.Select(one => one.Id)],
                Points = group.First().Points,
                Topic = group.First().Topic,
            }),
    ];
}
