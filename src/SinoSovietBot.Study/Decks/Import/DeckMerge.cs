using System.Collections.Immutable;
using SinoSovietBot.Study.Questions;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Brings two versions of a deck together.</summary>
public static class DeckMerge
{
    /// <summary>
    /// The old version with everything that the new one adds or changes; nothing is removed. What both have is as the new one has it, and stays where
    /// it was; a card keeps its old points that the new version has nowhere, behind the new ones. The result may be larger than a deck can be, so read
    /// it back before it is used.
    /// </summary>
    public static Deck Update(Deck before, Deck import)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(import);
        var imported = import.Cards.SelectMany(card => card.AllPoints).Select(point => point.Id).ToHashSet();
        var cards = ById(before.Cards, import.Cards, card => card.Id, (old, now) => Merge(old, now, imported));
        var owners = cards
            .SelectMany(card => card.AllPoints.Select(point => (point.Id, Card: card.Id)))
            .ToDictionary(pair => pair.Id, pair => pair.Card);
        return import with
        {
            Notes = [.. import.Notes, .. before.Notes.Except(import.Notes)],
            Names = ById(before.Names, import.Names, name => name.Name, Newer),
            NearDuplicates = ById(before.NearDuplicates, import.NearDuplicates, cluster => cluster.Id, Newer),
            Cards = [.. cards.Where(card => !card.Points.IsEmpty)],
            Questions = ById(before.Questions, import.Questions, question => question.Id, Newer, old => Rehomed(old, owners)),
        };
    }

    // A card kept from before loses the points that the new version has on another card.
    private static Card Merge(Card old, Card? now, HashSet<PointId> imported)
    {
        var left = Without(old.Points, imported);
        return now is null ? old with { Points = left } : now with { Points = [.. now.Points, .. left] };
    }

    // A sub-point whose parent is in the new version stays on its card, one level up.
    private static ImmutableArray<Point> Without(ImmutableArray<Point> points, HashSet<PointId> imported) =>
    [
        .. points.SelectMany(point => imported.Contains(point.Id)
            ? Without(point.Points, imported)
            : [point with { Points = Without(point.Points, imported) }]),
    ];

    // When all points of an old question are on one card, that card is its card.
    private static Question Rehomed(Question question, Dictionary<PointId, CardId> owners)
    {
        var homes = question.Points.Select(point => owners.GetValueOrDefault(point, question.Card)).Distinct().ToList();
        return homes is [var home] ? question with { Card = home } : question;
    }

    private static T Newer<T>(T old, T? now)
        where T : class => now ?? old;

    private static ImmutableArray<T> ById<T, TId>(
        ImmutableArray<T> before, ImmutableArray<T> import, Func<T, TId> id, Func<T, T?, T> both, Func<T, T>? keep = null)
        where T : class
        where TId : notnull
    {
        var now = import.ToDictionary(id);
        var old = before.Select(id).ToHashSet();
        return
        [
            .. before.Select(item => now.TryGetValue(id(item), out var newer) ? both(item, newer) : keep is null ? both(item, null) : keep(item)),
            .. import.Where(item => !old.Contains(id(item))),
        ];
    }
}
