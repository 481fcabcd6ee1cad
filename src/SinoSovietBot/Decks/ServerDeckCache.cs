using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Servers;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Decks;

/// <summary>
/// The decks of servers that were asked for last, so that a quiz does not read the same text again and again. Bounded: a thousand servers must not
/// mean a thousand decks in memory. Thread-safe.
/// </summary>
/// <param name="capacity">Bytes of text, as decks are stored, that it holds at most; read, a deck takes several times as much.</param>
internal sealed class ServerDeckCache(long capacity = ServerDeckCache.Capacity)
{
    public const long Capacity = 6_000_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(ServerId, DeckId), LinkedListNode<Entry>> byDeck = [];
    private readonly LinkedList<Entry> latestFirst = [];
    private long held;

    /// <summary>How many decks are held.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return byDeck.Count;
        }
    }

    /// <summary>The deck as it was read at that revision, or null when it is not held.</summary>
    public Deck? Find(ServerDeck wanted)
    {
        lock (gate)
        {
            if (!byDeck.TryGetValue(KeyOf(wanted), out var node) || !IsSameVersion(node.Value.Version, wanted))
                return null;
            latestFirst.Remove(node);
            latestFirst.AddFirst(node);
            return node.Value.Deck;
        }
    }

    public void Put(ServerDeck version, Deck deck)
    {
        lock (gate)
        {
            if (byDeck.TryGetValue(KeyOf(version), out var former))
                Drop(former);
            byDeck[KeyOf(version)] = latestFirst.AddFirst(new Entry(version, deck));
            held += version.Size;
            while (held > capacity && latestFirst.Last is { } oldest)
                Drop(oldest);
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        latestFirst.Remove(node);
        byDeck.Remove(KeyOf(node.Value.Version));
        held -= node.Value.Version.Size;
    }

    private static (ServerId Server, DeckId Deck) KeyOf(ServerDeck deck) => (deck.Server, deck.Id);

    // A deck that was deleted for good and brought again begins with revision 1 once more.
    private static bool IsSameVersion(ServerDeck one, ServerDeck other) => one.Revision == other.Revision && one.ChangedAt == other.ChangedAt;

    private sealed record Entry(ServerDeck Version, Deck Deck);
}
