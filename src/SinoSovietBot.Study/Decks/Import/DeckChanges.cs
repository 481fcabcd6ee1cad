using System.Collections.Immutable;
using SinoSovietBot.Study.Decks.Export;

namespace SinoSovietBot.Study.Decks.Import;

/// <summary>What a new version of a deck changes.</summary>
/// <param name="Added">In the order of the new version.</param>
/// <param name="Changed">Same id, other content; in the order of the new version.</param>
/// <param name="Removed">In the order of the old version.</param>
public sealed record DeckChanges(ImmutableArray<DeckChange> Added, ImmutableArray<DeckChange> Changed, ImmutableArray<DeckChange> Removed)
{
    private const int TextLength = 80;

    public bool IsEmpty => Added.IsEmpty && Changed.IsEmpty && Removed.IsEmpty;

    /// <summary>Compares by ids. The order of cards and questions in the deck does not count.</summary>
    /// <param name="before">The version in use, or null when the deck is new: then everything is added.</param>
    /// <param name="after">The new version.</param>
    public static DeckChanges Between(Deck? before, Deck after)
    {
        ArgumentNullException.ThrowIfNull(after);
        var old = before is null ? [] : Entries(before).ToDictionary(entry => entry.Key);
        var added = ImmutableArray.CreateBuilder<DeckChange>();
        var changed = ImmutableArray.CreateBuilder<DeckChange>();
        var kept = new HashSet<(DeckPart, string)>();
        foreach (var entry in Entries(after))
        {
            kept.Add(entry.Key);
            if (!old.TryGetValue(entry.Key, out var former))
                added.Add(entry.Change);
            else if (!string.Equals(former.Content, entry.Content, StringComparison.Ordinal))
                changed.Add(entry.Change);
        }

        var removed = old.Values.Where(entry => !kept.Contains(entry.Key)).Select(entry => entry.Change);
        return new DeckChanges(added.ToImmutable(), changed.ToImmutable(), before is null ? [] : [.. removed]);
    }

    // What is written of a thing says all about it, so two things are equal when their texts are.
    private static IEnumerable<Entry> Entries(Deck deck)
    {
        // The header is one thing, whatever the deck is called.
        yield return new Entry(DeckPart.Header, "", deck.Id.Value, deck.Title, Written(yaml => DeckYaml.WriteHeader(yaml, deck)));
        foreach (var card in deck.Cards)
        {
            var places = string.Join(' ', card.AllPoints.Select(point => $"{point.Id}({string.Join(' ', point.Points.Select(child => child.Id))})"));
            var head = Written(yaml => DeckYaml.WriteCardHead(yaml, card));
            yield return new Entry(DeckPart.Card, card.Id.Value, card.Id.Value, card.Front, head + places);
            foreach (var point in card.AllPoints)
            {
                var written = Written(yaml => DeckYaml.WritePointHead(yaml, point, 0));
                yield return new Entry(DeckPart.Point, point.Id.Value, point.Id.Value, point.Text, written);
            }
        }

        foreach (var question in deck.Questions)
        {
            yield return new Entry(
                DeckPart.Question, question.Id.Value, question.Id.Value, question.Prompt, Written(yaml => YamlQuestion.Write(yaml, question)));
        }
    }

    private static string Written(Action<YamlLines> write)
    {
        var yaml = new YamlLines();
        write(yaml);
        return yaml.ToString();
    }

    private static string Short(string text) =>
        ShortText.Cut(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), TextLength);

    private sealed record Entry(DeckPart Part, string PartId, string Id, string Text, string Content)
    {
        public (DeckPart, string) Key => (Part, PartId);

        public DeckChange Change => new(Part, Id, Short(Text));
    }
}

/// <summary>One thing that is added, changed or removed.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Text">Short, one line: the title, front, text or prompt, as it is after the change where it still is.</param>
public sealed record DeckChange(DeckPart Part, string Id, string Text);

/// <summary>What a <see cref="DeckChange"/> is about.</summary>
public enum DeckPart
{
    /// <summary>What stands in the header: title, source, names, near-duplicates and the like.</summary>
    Header,

    /// <summary>A card's topic, front, notes, and which points it has in which order; not what they say.</summary>
    Card,
    Point,
    Question,
}
