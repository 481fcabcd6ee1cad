using System.Globalization;
using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Interactions;

/// <summary>Those of decks; their letters begin with a d.</summary>
public abstract partial record ComponentId
{
    /// <summary>A page of the cards of a deck.</summary>
    /// <param name="Deck">Its id, as it is known where the button is.</param>
    /// <param name="Topic">From 1; 0 for all topics.</param>
    /// <param name="Page">From 0.</param>
    public sealed record DeckPage(string Deck, int Topic, int Page) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>A menu of the topics of a deck; what is chosen is a topic's number, 0 for all.</summary>
    public sealed record DeckTopics(string Deck) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>A page of what is known about a deck.</summary>
    public sealed record DeckInfo(string Deck, int Page) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    public sealed record ConfirmImport(WaitingId Import) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    public sealed record CancelImport(WaitingId Import) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    public sealed record RemoveDeck(string Deck) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>Takes the last change of a deck back, if it is still this one.</summary>
    public sealed record UndoDeck(string Deck, int Revision) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>Leaves a deck as it is.</summary>
    public sealed record KeepDeck(string Deck) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>Opens a form again, with what was typed.</summary>
    public sealed record OpenCard(WaitingId Card) : ComponentId;

    /// <summary>The form in which a card is written.</summary>
    public sealed record CardForm(WaitingId Card) : ComponentId;

    private static ComponentId? ParseDeck(string[] parts) => (parts[1], parts.Length) switch
    {
        ("dp", 5) when Number(parts[2]) is { } page && Number(parts[3]) is { } topic => new DeckPage(parts[4], topic, page),
        ("di", 4) when Number(parts[2]) is { } page => new DeckInfo(parts[3], page),
        ("du", 4) when Number(parts[2]) is { } revision => new UndoDeck(parts[3], revision),
        ("dt", 3) => new DeckTopics(parts[2]),
        ("dr", 3) => new RemoveDeck(parts[2]),
        ("dk", 3) => new KeepDeck(parts[2]),
        ("dc", 3) when Base62.Read(parts[2]) is { } import => new ConfirmImport(new WaitingId(import)),
        ("dx", 3) when Base62.Read(parts[2]) is { } import => new CancelImport(new WaitingId(import)),
        ("do", 3) when Base62.Read(parts[2]) is { } card => new OpenCard(new WaitingId(card)),
        ("df", 3) when Base62.Read(parts[2]) is { } card => new CardForm(new WaitingId(card)),
        _ => null,
    };

    private string? WriteDeck() => this switch
    {
        DeckPage page => string.Create(CultureInfo.InvariantCulture, $"{Version}:dp:{page.Page}:{page.Topic}:{page.Deck}"),
        DeckInfo info => string.Create(CultureInfo.InvariantCulture, $"{Version}:di:{info.Page}:{info.Deck}"),
        UndoDeck undo => string.Create(CultureInfo.InvariantCulture, $"{Version}:du:{undo.Revision}:{undo.Deck}"),
        DeckTopics topics => $"{Version}:dt:{topics.Deck}",
        RemoveDeck remove => $"{Version}:dr:{remove.Deck}",
        KeepDeck keep => $"{Version}:dk:{keep.Deck}",
        ConfirmImport confirm => Write("dc", confirm.Import),
        CancelImport cancel => Write("dx", cancel.Import),
        OpenCard open => Write("do", open.Card),
        CardForm form => Write("df", form.Card),
        _ => null,
    };

    private static string Write(string letters, WaitingId waiting) => $"{Version}:{letters}:{Base62.Write(waiting.Value)}";
}
