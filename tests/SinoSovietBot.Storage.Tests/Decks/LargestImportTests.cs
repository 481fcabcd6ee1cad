using System.Diagnostics;
using System.Globalization;
using System.Text;
using SinoSovietBot.Storage.Decks;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Decks;

/// <summary>Files at their limits. What they take is written to the test's output; the bounds are generous, since a busy machine must not fail them.</summary>
public sealed class LargestImportTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    [Fact]
    public void ATableOfAsManyCardsAsADeckHoldsIsRead() => Assert.Equal(DeckLimits.Cards, Measure("cards.csv", Encoding.UTF8.GetBytes(Rows())).Deck!.Cards.Length);

    [Fact]
    public void APackageOfAsManyNotesAsADeckHoldsIsRead()
    {
        byte[] media = new byte[18_000_000];
        new Random(1).NextBytes(media);
        byte[] package = Apkg.Zip(("meta", [8, 3]), ("collection.anki21b", Apkg.Zstd(Notes("x").Schema18())), ("media", Apkg.Zstd([])), ("0", media));

        Assert.InRange(package.Length, 18_000_000, ImportLimits.PackageBytes);
        Assert.Equal(DeckLimits.Cards, Measure("deck.apkg", package).Deck!.Cards.Length);
    }

    [Fact]
    public void APackageWithAsMuchTextAsIsReadIsTooLargeForADeck()
    {
        var reading = Measure("deck.apkg", Apkg.Zip(("meta", [8, 3]), ("collection.anki21b", Apkg.Zstd(Notes(new string('x', 950)).Schema18()))));

        Assert.Null(reading.Deck);
        Assert.Contains("As a deck file this would have at least", reading.Rejected[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APackageWithMoreTextThanIsReadIsRefused() => Assert.Contains(
        "the limit is 10,000,000", Assert.Single(Measure("deck.apkg", Notes(new string('x', 1_000)).Legacy1()).Rejected).Message, StringComparison.Ordinal);

    private ImportReading Measure(string name, byte[] content)
    {
        GC.Collect();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var reading = DeckImport.Read(new ImportFile(name, content), new ImportTarget(null, null, null), new AnkiPackages());
        var time = watch.Elapsed;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{content.Length:N0} bytes in {time.TotalMilliseconds:N0} ms, {(GC.GetTotalAllocatedBytes(precise: true) - before) / 1_000_000.0:N0} MB allocated, {Environment.WorkingSet / 1_000_000.0:N0} MB resident"));
        Assert.InRange(time, TimeSpan.Zero, Bound);
        return reading;
    }

    private static string Rows() => string.Concat(Enumerable.Range(0, DeckLimits.Cards).Select(number => $"What happened in year {number}?,The event {number} did.,Topic {number % 20}\n"));

    private static Apkg Notes(string more)
    {
        var apkg = new Apkg { DeckName = "Large" };
        for (int number = 0; number < DeckLimits.Cards; number++)
            apkg.Note(string.Create(CultureInfo.InvariantCulture, $"g{number:00000}"), Apkg.Basic, "t", $"What happened in year {number}?", $"<p>{more}</p>");
        return apkg;
    }
}
