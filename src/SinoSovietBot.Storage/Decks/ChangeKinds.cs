using SinoSovietBot.Study.Decks.Servers;

namespace SinoSovietBot.Storage.Decks;

/// <summary>The words for what made a version.</summary>
internal static class ChangeKinds
{
    public static string Write(DeckChangeKind kind) => kind switch
    {
        DeckChangeKind.Import => "import",
        DeckChangeKind.Card => "card",
        DeckChangeKind.Undo => "undo",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not one of the kinds."),
    };

    public static DeckChangeKind Read(string word) => word switch
    {
        "import" => DeckChangeKind.Import,
        "card" => DeckChangeKind.Card,
        "undo" => DeckChangeKind.Undo,
        _ => throw new FormatException($"A deck was changed in a way, '{word}', that this program does not know."),
    };
}
