using SinoSovietBot.Storage.Decks;
using SinoSovietBot.Study.Decks.Import;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Decks;

public sealed class AnkiLogTests : IDisposable
{
    private const long Monday = 1_769_400_000_000;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sino-soviet-bot-");

    private static Apkg Sample => new Apkg()
        .Note("a", Apkg.Basic, "", "Who was Mao?", "Chairman")
        .Note("b", Apkg.Basic, "", "Who was Zhou?", "Premier")
        .Review(Monday + 600_000, card: 1, ease: 3)
        .Review(Monday, card: 1, ease: 1, type: 0)
        .Review(Monday + 1, card: 2, ease: 4, type: 3, factor: 0)
        .Review(Monday + 2, card: 99, ease: 3);

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("legacy 1")]
    [InlineData("legacy 2")]
    [InlineData("latest")]
    public void EveryFormOfPackageGivesItsAnswersByTheirTimes(string form)
    {
        var log = Read(form switch { "legacy 1" => Sample.Legacy1(), "legacy 2" => Sample.Legacy2(), _ => Sample.Latest() }).Log!;

        Assert.Equal(["a", "b"], log.Notes.Select(note => note.Key));
        Assert.Equal(
            [
                new AnkiReview(0, 0, Monday, 1, 0, 2500, 6500), new AnkiReview(1, 0, Monday + 1, 4, 3, 0, 6500),
                new AnkiReview(0, 0, Monday + 600_000, 3, 1, 2500, 6500),
            ],
            log.Reviews);
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void APackageWithoutAnswersSaysHowToExportThem() =>
        Refused("'Include scheduling information'", new Apkg().Note("a", Apkg.Basic, "", "Who was Mao?", "Chairman").Latest());

    [Fact]
    public void WhatIsNoPackageIsRefused() => Refused("is no Anki package", "not a zip at all"u8.ToArray());

    [Fact]
    public void TheCollectionThatAsksToUpdateIsRefused() => Refused("only Anki's own request to update", Apkg.Zip(("collection.anki2", Apkg.Stub())));

    [Fact]
    public void MoreAnswersThanTheLimitAreRefusedBeforeTheyAreRead() => Refused(
        "500,001 reviews; the limit is 500,000",
        Apkg.Zip(("collection.anki2", Sample.Schema11($"""
            DROP TABLE revlog;
            CREATE TABLE revlog (id integer, cid integer, usn integer, ease integer, ivl integer, lastIvl integer, factor integer, time integer, type integer);
            WITH RECURSIVE numbers (n) AS (SELECT 5 UNION ALL SELECT n + 1 FROM numbers WHERE n <= {ImportLimits.Reviews})
            INSERT INTO revlog SELECT n, 1, 0, 3, 0, 0, 0, 0, 1 FROM numbers;
            """))));

    [Theory]
    [InlineData("DROP TABLE revlog; CREATE VIEW revlog AS WITH RECURSIVE forever (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM forever) SELECT n AS id FROM forever;")]
    [InlineData("DROP TABLE revlog;")]
    [InlineData("DROP TABLE revlog; CREATE TABLE revlog (id integer); INSERT INTO revlog VALUES (1);")]
    [InlineData("DROP TABLE revlog; CREATE TABLE revlog (id, cid, ease, type, factor, time); INSERT INTO revlog VALUES (NULL, 1, NULL, NULL, NULL, NULL);")]
    public void ALogThatIsNoLogIsRefused(string sql) => Refused("damaged", Apkg.Zip(("collection.anki2", new Apkg()
        .Note("a", Apkg.Basic, "", "Who was Mao?", "Chairman").Schema11(sql))));

    [Fact]
    public void WordsInThePlaceOfNumbersAreNoAnswers()
    {
        var log = Read(Apkg.Zip(("collection.anki2", new Apkg().Note("a", Apkg.Basic, "", "Who was Mao?", "Chairman").Schema11(
            "DROP TABLE revlog; CREATE TABLE revlog (id, cid, ease, type, factor, time); INSERT INTO revlog VALUES ('now', 1, 'good', x'FF', 'x', 1e300);")))).Log!;

        Assert.Equal(0, Assert.Single(log.Reviews).Ease);
    }

    [Fact]
    public void ACollectionWithFlippedBytesNeverThrows()
    {
        byte[] collection = Sample.Schema11();
        var random = new Random(2);
        for (int round = 0; round < 60; round++)
        {
            byte[] damaged = [.. collection];
            for (int flip = 0; flip < 40; flip++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var reading = Read(Apkg.Zip(("collection.anki2", damaged)));
            Assert.True(reading.Log is null != (reading.Fault is null));
        }
    }

    private AnkiLogReading Read(byte[] bytes) => new AnkiPackages(folder.FullName).ReadLog(bytes, "deck.apkg");

    private void Refused(string because, byte[] bytes)
    {
        var reading = Read(bytes);
        Assert.Null(reading.Log);
        Assert.Contains(because, reading.Fault, StringComparison.Ordinal);
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }
}
