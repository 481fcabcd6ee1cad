using System.Globalization;
using SinoSovietBot.Study.Members;

namespace SinoSovietBot.Study.Decks;

/// <summary>Which deck of all that there are: one of the bot's own, which every server sees, or one that a server has brought.</summary>
/// <param name="Deck">Its id; two servers may have decks of the same id.</param>
/// <param name="Server">Whose it is; null for one of the bot's own.</param>
public readonly record struct DeckAddress(DeckId Deck, ServerId? Server = null)
{
    private const char Separator = '/';

    /// <summary>An id alone stands for one of the bot's own decks.</summary>
    public static implicit operator DeckAddress(DeckId deck) => new(deck);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">What stands before the slash is no server.</exception>
    public static DeckAddress Parse(string text)
    {
        int slash = text.IndexOf(Separator, StringComparison.Ordinal);
        return slash < 0
            ? new DeckAddress(new DeckId(text))
            : new DeckAddress(
                new DeckId(text[(slash + 1)..]), new ServerId(ulong.Parse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture)));
    }

    /// <summary>Unique over all decks: <c>server/deck</c>, or the deck's id alone. An id never holds a slash.</summary>
    public override string ToString() =>
        Server is { } server ? string.Create(CultureInfo.InvariantCulture, $"{server.Value}{Separator}{Deck}") : Deck.Value;
}
