using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Study.Decks.Editing;

/// <summary>Turns cards into text that a person edits, and back. Pure; what comes of it is for <see cref="DeckReader"/> to judge.</summary>
public static class CardEditing
{
    private const string NoteSeparator = "\n\n";

    public static CardText Write(Card card) =>
        new(card.Front, card.Topic, PointLines.Write(card.Points), string.Join(NoteSeparator, card.Notes));

    /// <summary>The deck with a card as it was typed.</summary>
    /// <param name="deck">As it is.</param>
    /// <param name="card">The card that was edited, which the deck has; null for a new one, which comes after the last card of its topic.</param>
    /// <param name="text">As it was typed.</param>
    public static Deck Apply(Deck deck, CardId? card, CardText text)
    {
        var ids = new NewIds(deck);
        if (deck.Cards.FirstOrDefault(candidate => candidate.Id == card) is not { } before)
            return deck with { Cards = Inserted(deck.Cards, Typed(new CardId(ids.ForCard(text.Front)), before: null, text, ids)) };
        var after = Typed(before.Id, before, text, ids);
        var changed = deck with { Cards = deck.Cards.Replace(before, after) };
        return WithoutPoints(changed, [.. before.AllPoints.Select(point => point.Id).Except(after.AllPoints.Select(point => point.Id))]);
    }

    private static ImmutableArray<Card> Inserted(ImmutableArray<Card> cards, Card added)
    {
        int last = cards.Length - 1;
        while (last >= 0 && cards[last].Topic != added.Topic)
            last--;
        return last < 0 ? cards.Add(added) : cards.Insert(last + 1, added);
    }

    private static Card Typed(CardId id, Card? before, CardText text, NewIds ids)
    {
        var lines = PointLines.Read(text.Points);
        var matches = PointMatching.Match([.. before?.AllPoints ?? []], [.. lines.SelectMany(line => line.WithDescendants())]);
        return new Card
        {
            Id = id,
            Front = text.Front.Trim(),
            Topic = text.Topic.Trim(),
            Points = [.. lines.Select(Made)],
            Notes = before is not null && text.Notes == Write(before).Notes ? before.Notes : Notes(text.Notes),
        };

        Point Made(TypedPoint line)
        {
            var point = matches.TryGetValue(line, out var known)
                ? known with { Text = PointMatching.IsSame(known, line) ? known.Text : line.Text }
                : new Point { Id = new PointId(ids.ForPoint(id)), Text = line.Text };
            return point with { Points = [.. line.Points.Select(Made)] };
        }
    }

    private static ImmutableArray<string> Notes(string text) =>
    [
        .. text.ReplaceLineEndings("\n").Split(NoteSeparator).Select(note => note.Trim()).Where(note => note.Length > 0),
    ];

    // What a removed point was near to, or what restated it, is nothing that an editor of cards should have to mend. A question that asks about it is.
    private static Deck WithoutPoints(Deck deck, ImmutableHashSet<PointId> removed) => removed.IsEmpty ? deck : deck with
    {
        NearDuplicates =
        [
            .. deck.NearDuplicates
                .Select(cluster => cluster with { Points = cluster.Points.RemoveAll(removed.Contains) })
                .Where(cluster => cluster.Points.Length > 1),
        ],
        Questions =
        [
            .. deck.Questions.Select(question => question.Distractors.Any(option => option.Point is { } point && removed.Contains(point))
                ? question with
                {
                    Distractors =
                    [
                        .. question.Distractors.Select(option =>
                            option.Point is { } point && removed.Contains(point) ? option with { Point = null } : option),
                    ],
                }
                : question),
        ],
    };
}
