using System.Runtime.CompilerServices;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Marking;
using SinoSovietBot.Study.Revision;

namespace SinoSovietBot.Revision;

/// <summary>Keeps what can be revised of each deck for as long as somebody else keeps the deck. Thread-safe.</summary>
internal sealed class DeckItemsCache
{
    private readonly ConditionalWeakTable<Deck, Entry> entries = [];

    public DeckItems Of(Deck deck, RevisionStyle style)
    {
        var entry = entries.GetValue(deck, made => new Entry(made));
        return (style == RevisionStyle.Cards ? entry.Cards : entry.Questions).Value;
    }

    /// <summary>What marks answers to a deck's questions.</summary>
    public Lazy<MarkingKeys> KeysOf(Deck deck) => entries.GetValue(deck, made => new Entry(made)).Keys;

    private sealed class Entry(Deck deck)
    {
        // Weak tables keep a key alive that its value refers to only through the table itself, so this is no leak.
        public Lazy<DeckItems> Cards { get; } = new(() => DeckItems.Of(deck, RevisionStyle.Cards));

        public Lazy<DeckItems> Questions { get; } = new(() => DeckItems.Of(deck, RevisionStyle.Questions));

        public Lazy<MarkingKeys> Keys { get; } = new(() => new MarkingKeys(deck));
    }
}
