namespace SinoSovietBot.Study.Decks.Export;

/// <summary>Writes a deck in a form for other programs. Pure: the caller writes the text, as UTF-8, wherever it belongs.</summary>
public static class DeckExport
{
    /// <summary>The whole file; the same deck always gives the same text.</summary>
    public static string Write(Deck deck, DeckExportFormat format) => format switch
    {
        DeckExportFormat.Native => DeckYaml.Write(deck),
        DeckExportFormat.Json => DeckJson.Write(deck),
        DeckExportFormat.Csv => DeckCsv.Write(deck),
        DeckExportFormat.Anki => DeckAnki.Write(deck),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
    };
}

/// <summary>What <see cref="DeckExport"/> can write.</summary>
public enum DeckExportFormat
{
    /// <summary>One YAML file; reading it gives the same deck.</summary>
    Native,

    /// <summary>One object with cards, points and questions.</summary>
    Json,

    /// <summary>RFC 4180 with a header, one row a point and one a question. No cell can run as a formula.</summary>
    Csv,

    /// <summary>A text file for Anki's import, one note a card and one a question; importing it again updates the notes.</summary>
    Anki,
}
