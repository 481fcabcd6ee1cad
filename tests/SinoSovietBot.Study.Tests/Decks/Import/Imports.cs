using System.Text;
using System.Text.Json;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;
using Xunit;

namespace SinoSovietBot.Study.Tests.Decks.Import;

/// <summary>Short ways to import a text.</summary>
internal static class Imports
{
    public static ImportReading Read(string name, string text, Deck? existing = null, string? id = null, string? title = null, ImportFormat? format = null) =>
        Read(name, Encoding.UTF8.GetBytes(text), existing, id, title, format);

    public static ImportReading Read(string name, byte[] bytes, Deck? existing = null, string? id = null, string? title = null, ImportFormat? format = null) =>
        DeckImport.Read(new ImportFile(name, bytes), new ImportTarget(id, title, existing, format), new NoPackages());

    public static Deck Good(string name, string text, Deck? existing = null)
    {
        var reading = Read(name, text, existing);
        Assert.Empty(Lines(reading));
        return reading.Deck!;
    }

    public static string[] Lines(ImportReading reading) => [.. reading.Rejected.Select(problem => problem.ToString())];

    /// <summary>Everything that a deck holds, however it is written to files.</summary>
    public static string Dump(object value) => JsonSerializer.Serialize(value);

    /// <summary>The points of a card in one line, sub-points in brackets.</summary>
    public static string Points(Card card) => Points(card.Points);

    private static string Points(IEnumerable<Point> points) =>
        string.Join("; ", points.Select(point => point.Text + (point.Points.IsEmpty ? "" : $" [{Points(point.Points)}]")));

    public static AnkiNote Note(string key, string[] fields, string[]? tags = null, bool isCloze = false, int cards = 1, string? deck = null) =>
        new(key, new AnkiNoteType(isCloze ? "Cloze" : "Basic", isCloze, ["Front", "Back"], cards), [.. fields], [.. tags ?? []], deck);

    public static ImportReading ReadNotes(Deck? existing, params AnkiNote[] notes) => DeckImport.Read(
        new ImportFile("deck.apkg", "PK"u8.ToArray()), new ImportTarget(null, null, existing), new FixedPackages(new AnkiPackage([.. notes], 0)));

    private sealed class NoPackages : IAnkiPackages
    {
        public AnkiPackageReading Read(ReadOnlyMemory<byte> content, string fileName) => new(null, "No packages here.");

        public AnkiLogReading ReadLog(ReadOnlyMemory<byte> content, string fileName) => new(null, "No packages here.");
    }

    private sealed class FixedPackages(AnkiPackage package) : IAnkiPackages
    {
        public AnkiPackageReading Read(ReadOnlyMemory<byte> content, string fileName) => new(package, null);

        public AnkiLogReading ReadLog(ReadOnlyMemory<byte> content, string fileName) => throw new NotSupportedException();
    }
}
