using System.Globalization;
using SinoSovietBot.Study.Decks;

namespace SinoSovietBot.Interactions;

/// <summary>Those of <c>/class reports</c>; their letters begin with a q.</summary>
public abstract partial record ComponentId
{
    /// <summary>A page of what members have reported, from 0; the deck is null for all decks.</summary>
    public sealed record ReportsPage(DeckAddress? Deck, int Page) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>A menu of the reports on a page; those that are chosen are done.</summary>
    public sealed record CloseReports(DeckAddress? Deck, int Page) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    /// <summary>Opens again what a choice has marked as done.</summary>
    /// <param name="Deck">Whose reports are shown then; null for all decks.</param>
    /// <param name="Choice">The id of the interaction.</param>
    public sealed record ReopenReports(DeckAddress? Deck, ulong Choice) : ComponentId
    {
        public override bool EditsInPlace => true;
    }

    private static ComponentId? ParseReport(string[] parts)
    {
        if (parts.Length != 4)
            return null;
        var deck = ReadAddress(parts[3]);
        if (deck is null && parts[3].Length > 0)
            return null;
        return parts[1] switch
        {
            "qp" when Number(parts[2]) is { } page => new ReportsPage(deck, page),
            "qc" when Number(parts[2]) is { } page => new CloseReports(deck, page),
            "qo" when Base62.Read(parts[2]) is { } choice => new ReopenReports(deck, choice),
            _ => null,
        };
    }

    private string? WriteReport() => this switch
    {
        ReportsPage page => WriteReport("qp", page.Page.ToString(CultureInfo.InvariantCulture), page.Deck),
        CloseReports menu => WriteReport("qc", menu.Page.ToString(CultureInfo.InvariantCulture), menu.Deck),
        ReopenReports reopen => WriteReport("qo", Base62.Write(reopen.Choice), reopen.Deck),
        _ => null,
    };

    private static string WriteReport(string letters, string number, DeckAddress? deck) =>
        $"{Version}:{letters}:{number}:{(deck is { } only ? WriteAddress(only) : "")}";
}
