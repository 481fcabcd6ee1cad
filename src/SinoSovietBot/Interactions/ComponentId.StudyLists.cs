using System.Globalization;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Interactions;

/// <summary>Those of what a member has done and put aside.</summary>
public abstract partial record ComponentId
{
    /// <summary>A page of what a member has suspended of a deck, from 0.</summary>
    public sealed record SuspendedPage(DeckAddress Deck, int Page) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>A menu of suspended items; those that are chosen come back.</summary>
    public sealed record BringBack(DeckAddress Deck, int Page) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>A page of a member's sessions, from 0; the deck is null for all decks.</summary>
    public sealed record HistoryPage(DeckAddress? Deck, int Page) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>A menu of sessions; the misses of the chosen one's deck and topic are revised in a new message.</summary>
    public sealed record ReviewMisses(int Page) : ComponentId;

    /// <summary>Under a reminder: it was the last one. The member is whoever presses.</summary>
    public sealed record StopReminders : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    private static ComponentId? ParseStudyList(string[] parts) => (parts[1], parts.Length) switch
    {
        ("sa", 4) when Number(parts[2]) is { } page && ReadAddress(parts[3]) is { } deck => new SuspendedPage(deck, page),
        ("sb", 4) when Number(parts[2]) is { } page && ReadAddress(parts[3]) is { } deck => new BringBack(deck, page),
        ("sc", 4) when Number(parts[2]) is { } page && parts[3].Length == 0 => new HistoryPage(null, page),
        ("sc", 4) when Number(parts[2]) is { } page && ReadAddress(parts[3]) is { } deck => new HistoryPage(deck, page),
        ("sd", 3) when Number(parts[2]) is { } page => new ReviewMisses(page),
        ("se", 3) when parts[2].Length == 0 => new StopReminders(),
        _ => null,
    };

    private string? WriteStudyList() => this switch
    {
        SuspendedPage page => string.Create(CultureInfo.InvariantCulture, $"{Version}:sa:{page.Page}:{WriteAddress(page.Deck)}"),
        BringBack menu => string.Create(CultureInfo.InvariantCulture, $"{Version}:sb:{menu.Page}:{WriteAddress(menu.Deck)}"),
        HistoryPage page => string.Create(
            CultureInfo.InvariantCulture, $"{Version}:sc:{page.Page}:{(page.Deck is { } deck ? WriteAddress(deck) : "")}"),
        ReviewMisses menu => string.Create(CultureInfo.InvariantCulture, $"{Version}:sd:{menu.Page}"),
        StopReminders => $"{Version}:se:",
        _ => null,
    };

    // Shorter than an address is stored: with a server's number in decimals there would be no room for a page.
    private static string WriteAddress(DeckAddress deck) => deck.Server is { } server ? $"{Base62.Write(server.Value)}/{deck.Deck}" : deck.Deck.Value;

    private static DeckAddress? ReadAddress(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return text.Length > 0 ? new DeckAddress(new DeckId(text)) : null;
        return Base62.Read(text.AsSpan(0, slash)) is { } server && slash + 1 < text.Length
            ? new DeckAddress(new DeckId(text[(slash + 1)..]), new ServerId(server))
            : null;
    }
}
