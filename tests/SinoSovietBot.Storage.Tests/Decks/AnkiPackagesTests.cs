using System.Diagnostics;
using SinoSovietBot.Storage.Decks;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Decks;

public sealed class AnkiPackagesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sino-soviet-bot-");

    private static Apkg Sample => new Apkg()
        .Note("k;A\"9", Apkg.Basic, "asia::china leech", "Who was <b>Mao</b>?", "<ul><li>Chairman &amp; poet</li><li>Swimmer <img src=\"map.jpg\"></li></ul>")
        .Note("zz", Apkg.Reversed, "", "Пекин", "Beijing")
        .Note("cc", Apkg.Cloze, "war", "Korea: {{c1::1950::year}} to {{c2::1953}}", "An armistice.");

    public static TheoryData<string> Forms => ["legacy 1", "legacy 2", "latest", "latest without meta"];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryFormOfPackageIsRead(string form)
    {
        byte[] bytes = form switch
        {
            "legacy 1" => Sample.Legacy1(),
            "legacy 2" => Sample.Legacy2(),
            "latest" => Sample.Latest(),
            _ => Apkg.Zip(("collection.anki21b", Apkg.Zstd(Sample.Schema18())), ("collection.anki2", Apkg.Stub())),
        };
        var package = Read(bytes).Package!;

        Assert.Equal(["k;A\"9", "zz", "cc"], package.Notes.Select(note => note.Key));
        Assert.Equal(["asia::china", "leech"], package.Notes[0].Tags);
        Assert.All(package.Notes, note => Assert.Equal("History::Cold War", note.Deck));
        Assert.Equal(["Basic", "Basic (and reversed card)", "Cloze"], package.Notes.Select(note => note.Type.Name));
        Assert.Equal([false, false, true], package.Notes.Select(note => note.Type.IsCloze));
        Assert.Equal([1, 2, 1], package.Notes.Select(note => note.Type.CardsOfNote));
        Assert.Equal(["Text", "Back Extra"], package.Notes[2].Type.FieldNames);
        Assert.Equal(form switch { "legacy 2" => 2, "latest" => 1, _ => 0 }, package.MediaFiles);
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void APackageBecomesADeck()
    {
        var reading = Import(Sample.Latest());
        var deck = reading.Deck!;

        Assert.Equal((ImportFormat.AnkiPackage, "History", "history"), (reading.Format, deck.Title, deck.Id.Value));
        Assert.Equal(["Who was Mao?", "Пекин", "Korea: […] to […]"], deck.Cards.Select(card => card.Front));
        Assert.Equal(["Chairman & poet", "Swimmer"], deck.Cards[0].Points.Select(point => point.Text));
        Assert.Equal(["asia: china", "Cold War", "war"], deck.Cards.Select(card => card.Topic));
        Assert.Equal(["1950", "1953"], deck.Questions.Select(question => question.Answer));
        Assert.Contains("The package's 1 media file was left out.", reading.Notes);
        Assert.Contains("1 note with cards in both directions became one card each.", reading.Notes);
        Assert.Empty(reading.Rejected);
    }

    [Fact]
    public void EveryFormGivesTheSameIds()
    {
        var ids = Import(Sample.Latest()).Deck!.Cards.Select(card => card.Id).ToList();

        Assert.Equal(ids, Import(Sample.Legacy1()).Deck!.Cards.Select(card => card.Id));
        Assert.Equal(ids, Import(Sample.Legacy2()).Deck!.Cards.Select(card => card.Id));
    }

    [Fact]
    public void ABadNoteIsRefusedWithItsNumberAndTheOthersAreRead()
    {
        var reading = Import(new Apkg().Note("a", Apkg.Basic, "", "A", "one").Note("b", Apkg.Basic, "", "<img src=x>", "two").Note("c", Apkg.Basic, "", "A", "x").Latest());

        Assert.Single(reading.Deck!.Cards);
        Assert.Equal(["deck.apkg:2:1", "deck.apkg:3:1"], reading.Rejected.Select(problem => problem.ToString()[..13]));
    }

    [Fact]
    public void WhatIsNoArchiveIsRefused() => Refused("is no Anki package", "not a zip at all"u8.ToArray());

    [Fact]
    public void AnArchiveWithoutACollectionIsRefused() => Refused("holds no Anki collection", Apkg.Zip(("readme.txt", [1])));

    [Fact]
    public void ATruncatedPackageIsRefusedWhereverItIsCut()
    {
        byte[] whole = Sample.Latest();
        for (int length = 2; length < whole.Length; length += whole.Length / 60)
            Refused("damaged or was cut off", whole[..length]);
    }

    [Fact]
    public void ATruncatedCollectionIsRefusedWhereverItIsCut()
    {
        byte[] collection = Sample.Schema18();
        for (int length = 0; length < collection.Length - 4096; length += collection.Length / 20)
            Refused("", Apkg.Zip(("meta", [8, 3]), ("collection.anki21b", Apkg.Zstd(collection[..length]))));
        byte[] packed = Apkg.Zstd(collection);
        for (int length = 0; length < packed.Length; length += packed.Length / 20)
            Refused("damaged or was cut off", Apkg.Zip(("meta", [8, 3]), ("collection.anki21b", packed[..length])));
    }

    [Fact]
    public void ACollectionWithFlippedBytesNeverThrows()
    {
        byte[] collection = Sample.Schema11();
        var random = new Random(1);
        for (int round = 0; round < 60; round++)
        {
            byte[] damaged = [.. collection];
            for (int flip = 0; flip < 40; flip++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var reading = Read(Apkg.Zip(("collection.anki2", damaged)));
            Assert.True(reading.Package is null != (reading.Fault is null));
        }

        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    public void APackageOfANewerFormIsRefused(byte version) => Refused("made by a newer Anki", Sample.Latest(version));

    [Fact]
    public void ACollectionOfANewerSchemaIsRefused() => Refused("made by a newer Anki", Sample.Latest(schema: 19));

    [Fact]
    public void TheNoteThatAsksToUpdateIsNoDeck() => Refused("only Anki's own request to update", Apkg.Zip(("collection.anki2", Apkg.Stub())));

    [Fact]
    public void AnEmptyCollectionIsRefused() => Refused("holds no notes", new Apkg().Latest());

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("media/../../x")]
    [InlineData("..\\x")]
    [InlineData("C:x")]
    public void ANameThatLeadsOutOfTheArchiveIsRefused(string name) =>
        Refused("leads out of its folder", Apkg.Zip(("collection.anki2", Sample.Schema11()), (name, [1])));

    [Fact]
    public void AnEncryptedPackageIsRefused()
    {
        byte[] bytes = Sample.Legacy1();
        // The flag that says so stands in the local header (offset 6) and in the directory (offset 8) of each file.
        foreach (var (signature, offset) in new[] { ("PK\u0003\u0004", 6), ("PK\u0001\u0002", 8) })
        {
            byte[] mark = System.Text.Encoding.Latin1.GetBytes(signature);
            for (int at = bytes.AsSpan().IndexOf(mark); at >= 0;)
            {
                bytes[at + offset] |= 1;
                int next = bytes.AsSpan(at + 4).IndexOf(mark);
                at = next < 0 ? -1 : at + 4 + next;
            }
        }

        Refused("is encrypted", bytes);
    }

    [Fact]
    public void AZipBombIsRefusedByWhatItSaysOfItself() => Refused("larger than 100,000,000 bytes", Apkg.Zip(("collection.anki2", new byte[ImportLimits.UnpackedBytes + 1])));

    [Fact]
    public void AZstandardBombIsRefusedByWhatItIs() =>
        Refused("larger than 100,000,000 bytes", Apkg.Zip(("meta", [8, 3]), ("collection.anki21b", Apkg.Zstd(new byte[ImportLimits.UnpackedBytes + 1]))));

    [Fact]
    public void ManySmallBombsAreRefusedTogether() =>
        Refused("larger than 100,000,000 bytes", Apkg.Zip([("collection.anki2", Sample.Schema11()), .. Enumerable.Range(0, 11).Select(number => ($"{number}", new byte[10_000_000]))]));

    [Fact]
    public void APackageThatIsTooLargeIsNotEvenOpened()
    {
        byte[] bytes = new byte[ImportLimits.PackageBytes + 1];
        "PK"u8.CopyTo(bytes);

        Assert.Contains("the limit is 20,000,000", Assert.Single(Import(bytes).Rejected).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE VIEW notetypes AS WITH RECURSIVE forever (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM forever) SELECT n AS id, '' AS name, x'' AS config FROM forever;")]
    [InlineData("DROP TABLE cards; CREATE VIEW cards AS WITH RECURSIVE forever (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM forever) SELECT n AS nid, n AS did, n AS ord FROM forever;")]
    [InlineData("ALTER TABLE notes ADD COLUMN more GENERATED ALWAYS AS (printf('%.100000c', 'x'));")]
    public void ACollectionThatWouldComputeForEverIsRefused(string sql)
    {
        var watch = Stopwatch.StartNew();

        Refused("damaged", Apkg.Zip(("collection.anki2", sql.StartsWith("DROP", StringComparison.Ordinal) ? new Apkg().Schema11(sql) : Sample.Schema11(sql))));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void MoreNotesThanADeckHoldsAreRefused()
    {
        var apkg = new Apkg();
        for (int number = 0; number <= DeckLimits.Cards; number++)
            apkg.Note($"g{number}", Apkg.Basic, "", $"Front {number}", "back");

        Refused("10,001 notes; the limit is 10,000", apkg.Legacy1());
    }

    [Fact]
    public void AFolderThatCannotBeWrittenIsSaidSo()
    {
        string file = Path.Combine(folder.FullName, "file");
        File.WriteAllText(file, "");

        Assert.Throws<StorageException>(() => new AnkiPackages(file).Read(Sample.Legacy1(), "deck.apkg"));
    }

    private AnkiPackageReading Read(byte[] bytes) => new AnkiPackages(folder.FullName).Read(bytes, "deck.apkg");

    private ImportReading Import(byte[] bytes) =>
        DeckImport.Read(new ImportFile("deck.apkg", bytes), new ImportTarget(null, null, null), new AnkiPackages(folder.FullName));

    private void Refused(string because, byte[] bytes)
    {
        var reading = Import(bytes);
        Assert.Null(reading.Deck);
        Assert.Contains(because, Assert.Single(reading.Rejected).Message, StringComparison.Ordinal);
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }
}
