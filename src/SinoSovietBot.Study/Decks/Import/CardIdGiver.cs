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
        var points = Points(id, sketch.Points, old is null ? [] : [.. old.AllPoints]);
        if (sketch.Id is not null || old is null)
            return sketch with { Id = id, Points = points };
        return sketch with { Id = id, Points = points, Topic = sketch.Topic ?? old.Topic, Notes = sketch.Notes.IsEmpty ? old.Notes : sketch.Notes };
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

    // A point keeps the id it had when its text is the same, and with it what the format has no place for. Of those that were reworded, the first takes
    // the first id that is left, and so on; what was said of the old wording need not be true of the new one.
    private ImmutableArray<PointSketch> Points(string card, ImmutableArray<PointSketch> sketches, ImmutableArray<Point> old)
    {
        var all = sketches.SelectMany(sketch => sketch.Flat()).ToArray();
        var said = all.Select(sketch => sketch.Id).ToHashSet(StringComparer.Ordinal);
        var left = old.Where(point => !said.Contains(point.Id.Value)).ToList();
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Id is null && left.Find(point => string.Equals(point.Text, all[i].Text, StringComparison.Ordinal)) is { } same)
                all[i] = WithRest(Take(all[i], same), same);
        }

        for (var i = 0; i < all.Length && left.Count > 0; i++)
        {
            if (all[i].Id is null)
                all[i] = Take(all[i], left[0]);
        }

        points.UnionWith(all.Select(sketch => sketch.Id).OfType<string>());
        Number(card, all);
        var next = 0;
        return InPlace(sketches);

        PointSketch Take(PointSketch sketch, Point from)
        {
            left.Remove(from);
            return sketch with { Id = from.Id.Value };
        }

        ImmutableArray<PointSketch> InPlace(ImmutableArray<PointSketch> level) => [.. level.Select(sketch => all[next++] with { Points = InPlace(sketch.Points) })];
    }

    private static PointSketch WithRest(PointSketch sketch, Point same) => sketch with
    {
        Source = sketch.Source ?? same.SourceText,
        Correction = sketch.Correction ?? same.Correction,
        Ask = sketch.Ask ?? DeckWords.Of(same.Ask),
        Date = sketch.Date ?? same.Date?.ToString(),
    };

    private void Number(string card, PointSketch[] sketches)
    {
        var number = 1;
        for (var i = 0; i < sketches.Length; i++)
        {
            while (sketches[i].Id is null)
            {
                var id = ImportIds.Part(card, number.ToString(CultureInfo.InvariantCulture));
                number++;
                if (points.Add(id))
                    sketches[i] = sketches[i] with { Id = id };
            }
        }
    }
}
