using System.Collections.Immutable;
using System.Globalization;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>Gives cards and points their ids: those that they have in the deck they update, else made of guid or front.</summary>
internal sealed class CardIdGiver
{
    private readonly Dictionary<string, Card> byFront = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Card> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> slugs;
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private readonly HashSet<string> points = new(StringComparer.Ordinal);

    /// <param name="cards">All cards of the file, of which no two have the same front or guid.</param>
    /// <param name="existing">The deck that they update, if any.</param>
    public CardIdGiver(ImmutableArray<CardSketch> cards, Deck? existing)
    {
        foreach (var card in existing?.Cards ?? [])
        {
            byId.Add(card.Id.Value, card);
            byFront.TryAdd(FrontKey(card.Front), card);
        }

        slugs = cards.CountBy(card => ImportIds.Slug(card.Front)).ToDictionary(StringComparer.Ordinal);

        // What a guid says is certain, so no front may take its id.
        given.UnionWith(cards.Select(Certain).OfType<string>());
    }

    /// <summary>Fronts that a member could not tell apart have the same key.</summary>
    public static string FrontKey(string front) => string.Join(' ', front.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    public CardSketch Give(CardSketch sketch)
    {
        var id = sketch.Id ?? CardId(sketch);
        var old = byId.GetValueOrDefault(id);
        return sketch with { Id = id, Points = Points(id, sketch.Points, old is null ? [] : [.. old.AllPoints]) };
    }

    private static string? Certain(CardSketch sketch) => sketch.Id ?? (sketch.Key is { } key ? ImportIds.WithHash(key) : null);

    private string CardId(CardSketch sketch)
    {
        var certain = Certain(sketch);
        if (certain is not null && byId.ContainsKey(certain))
            return certain;
        if (byFront.TryGetValue(FrontKey(sketch.Front), out var same) && given.Add(same.Id.Value))
            return same.Id.Value;
        if (certain is not null)
            return certain;
        var id = ImportIds.OfFront(sketch.Front, slugs[ImportIds.Slug(sketch.Front)] == 1);
        if (given.Add(id))
            return id;
        id = ImportIds.WithHash(sketch.Front);
        given.Add(id);
        return id;
    }

    // A point keeps the id it had when its text is the same; of those that were reworded, the first takes the first id that is left, and so on.
    private ImmutableArray<PointSketch> Points(string card, ImmutableArray<PointSketch> sketches, ImmutableArray<Point> old)
    {
        var all = sketches.SelectMany(sketch => sketch.Flat()).ToList();
        var ids = new string?[all.Count];
        var left = old.Where(point => all.All(sketch => sketch.Id != point.Id.Value)).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            ids[i] = all[i].Id;
            if (ids[i] is null && left.Find(point => string.Equals(point.Text, all[i].Text, StringComparison.Ordinal)) is { } same && left.Remove(same))
                ids[i] = same.Id.Value;
        }

        for (var i = 0; i < all.Count && left.Count > 0; i++)
        {
            if (ids[i] is not null)
                continue;
            ids[i] = left[0].Id.Value;
            left.RemoveAt(0);
        }

        points.UnionWith(ids.OfType<string>());
        for (int i = 0, number = 1; i < all.Count; i++)
        {
            while (ids[i] is null)
            {
                var id = ImportIds.Part(card, number.ToString(CultureInfo.InvariantCulture));
                number++;
                if (points.Add(id))
                    ids[i] = id;
            }
        }

        var next = 0;
        return Numbered(sketches);

        ImmutableArray<PointSketch> Numbered(ImmutableArray<PointSketch> level) =>
            [.. level.Select(sketch => sketch with { Id = ids[next++], Points = Numbered(sketch.Points) })];
    }
}
