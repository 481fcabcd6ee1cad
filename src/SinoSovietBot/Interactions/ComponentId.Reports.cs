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

    private static ComponentId? ParseReport(string[] parts)
    {
        if (parts.Length != 4 || Number(parts[2]) is not { } page)
            return null;
        var deck = ReadAddress(parts[3]);
        if (deck is null && parts[3].Length > 0)
            return null;
        return parts[1] switch
        {
            "qp" => new ReportsPage(deck, page),
            "qc" => new CloseReports(deck, page),
            _ => null,
        };
    }

    private string? WriteReport() => this switch
    {
        ReportsPage page => WriteReport("qp", page.Deck, page.Page),
        CloseReports menu => WriteReport("qc", menu.Deck, menu.Page),
        _ => null,
    };

    private static string WriteReport(string letters, DeckAddress? deck, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{Version}:{letters}:{page}:{(deck is { } only ? WriteAddress(only) : "")}");
}
