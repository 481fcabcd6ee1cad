namespace SinoSovietBot.Study.Decks;

/// <summary>Reads decks. Never throws on bad content and never stops at the first fault.</summary>
public static class DeckReader
{
    /// <summary>Reads one deck from its files: the text of one YAML file, or of all YAML files of its folder.</summary>
    /// <param name="files">Each with the name to use in messages. The order does not matter.</param>
    public static DeckReading Read(IReadOnlyList<DeckFile> files) => throw new NotSupportedException(string.Join(", ", files.Select(file => file.Name)));
}
