using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SinoSovietBot.Revision.Exchange;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Decks.Import;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Exchange;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Revision;

/// <summary><c>/study export</c> and <c>/study import</c>.</summary>
public class StudyExchangeTests
{
    private static readonly AnkiNoteType Basic = new("Basic", false, ["Front", "Back"], 1);

    [Fact]
    public async Task WithoutAReviewThereIsNothingToExport()
    {
        await using var school = new StudySchool();

        Assert.Contains("nothing to export yet", await school.SayAsync("export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLogComesAsATableOrForPrograms()
    {
        await using var school = new StudySchool(DeckText.Small(), DeckText.Mixed());
        await school.ReviseAsync("small", RevisionStyle.Cards, null, Grade.Again, Grade.Good);
        await school.ReviseAsync("mixed", RevisionStyle.Questions, null, Grade.Good);
        var all = await school.RunAsync("export");
        string table = DeckSchool.FileOf(all);

        Assert.Contains("Your log: 3 reviews", DeckSchool.TextOf(all), StringComparison.Ordinal);
        Assert.Equal("revision-log.csv", DeckSchool.ContentOf(all).Files[0].Name);
        Assert.Equal(4, table.Trim().Split("\r\n").Length);
        Assert.Contains("The war", table, StringComparison.Ordinal);
        string one = DeckSchool.FileOf(await school.RunAsync("export", ("deck", "mixed"), ("format", "json")));
        using var json = JsonDocument.Parse(one);
        Assert.Equal("mixed", Assert.Single(json.RootElement.GetProperty("decks").EnumerateArray()).GetProperty("deck").GetString());
    }

    [Fact]
    public async Task OldReviewsAreLeftOutWhereSoWished()
    {
        await using var school = new StudySchool();
        await school.ReviseAsync("small", RevisionStyle.Cards, null, Grade.Again);
        school.Time.Advance(TimeSpan.FromDays(10));
        await school.ReviseAsync("small", RevisionStyle.Cards, null, Grade.Good);

        Assert.Contains("1 review,", await school.SayAsync("export", ("days", 5)), StringComparison.Ordinal);
        Assert.Contains("2 reviews,", await school.SayAsync("export", ("days", 20)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyExportsAnothersLog()
    {
        await using var school = new StudySchool();
        await school.ReviseAsync("small", RevisionStyle.Cards, null, Grade.Again);
        school.Member = new MemberId(99);

        Assert.Contains("nothing to export yet", await school.SayAsync("export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReviewsFromAnkiAreAddedOnceAndMoveTheSchedule()
    {
        await using var school = new StudySchool();
        school.Anki = Log(["The war", "Nowhere"], [Review(0, days: 40, 3), Review(0, days: 30, 3), Review(1, days: 30, 3)]);
        string said = await ImportAsync(school);

        Assert.Contains("1 card of **A small deck** has reviews in that package; 1 other note is not in the deck. Added: 2 reviews", said, StringComparison.Ordinal);
        var reviews = await ReviewsAsync(school);
        Assert.Equal([ReviewKind.Imported, ReviewKind.Imported], reviews.Select(review => review.Kind));
        Assert.True(reviews[1].After.DueOn > new DateOnly(2026, 2, 1).AddDays(3));
        Assert.Contains("All 2 reviews are in your log already, so nothing was changed", await ImportAsync(school), StringComparison.Ordinal);
        Assert.Equal(2, (await ReviewsAsync(school)).Length);

        // What is revised after it goes on from there.
        await school.ReviseAsync("small", RevisionStyle.Cards, null, Grade.Good);
        Assert.Contains("nothing was changed", await ImportAsync(school), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALargeLogIsWrittenInPartsAndCountedOnce()
    {
        await using var school = new StudySchool();
        var reviews = Enumerable.Range(0, 2 * StudyImport.WrittenTogether).Select(number => Review(number % 2, days: 2000 - number, 3));
        school.Anki = Log(["The war", "The peace"], [.. reviews]);

        Assert.Contains("Added: 2,000 reviews", await ImportAsync(school), StringComparison.Ordinal);
        Assert.Equal(2000, (await ReviewsAsync(school)).Length);
    }

    [Fact]
    public async Task WhoRevisesQuestionsIsToldThatTheReviewsAreOfCards()
    {
        await using var school = new StudySchool();
        await school.SayAsync("settings", ("revise", "questions"));
        school.Anki = Log(["The war"], [Review(0, days: 40, 3)]);

        Assert.Contains("`/card by: cards` shows what is due", await ImportAsync(school), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALogWithoutAnswersIsSaidSo()
    {
        await using var school = new StudySchool();
        school.Anki = Log(["The war"], [Review(0, days: 40, ease: 0)]);

        Assert.Contains("an answer that counts, so nothing was changed", await ImportAsync(school), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APackageOfOtherCardsChangesNothing()
    {
        await using var school = new StudySchool();
        school.Anki = Log(["Nowhere"], [Review(0, days: 1, 3)]);

        Assert.Contains("No note of that package is a card of **A small deck**", await ImportAsync(school), StringComparison.Ordinal);
        Assert.Empty(await ReviewsAsync(school));
    }

    [Fact]
    public async Task AWrongFileIsRefusedInASentence()
    {
        await using var school = new StudySchool();

        Assert.Contains("Attach an Anki package", await school.SayAsync("import", ("deck", "small")), StringComparison.Ordinal);
        Assert.Contains("Attach an Anki package", await ImportAsync(school, "deck.csv"), StringComparison.Ordinal);
        Assert.Contains("no Anki package. Nothing was changed.", await ImportAsync(school), StringComparison.Ordinal);
        Assert.Contains("I have no deck called", await school.SayAsync("import", ("deck", "x"), ("file", school.Upload([1], "a.apkg"))), StringComparison.Ordinal);
        var large = school.Upload([1], "deck.apkg") with { Size = ImportLimits.PackageBytes + 1 };
        Assert.Contains("20,000,001 bytes, and the limit is 20,000,000", await school.SayAsync("import", ("deck", "small"), ("file", large)), StringComparison.Ordinal);
        school.Discord.Fault = call => call is ApiCall.Download ? new HttpRequestException("Away.") : null;
        Assert.Contains("Please try again", await ImportAsync(school), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreThanTheLimitIsRefusedWhole()
    {
        await using var school = new StudySchool(DeckText.Many(AnkiHistory.MaxNewReviews / AnkiHistory.MaxReviewsOfItem + 1));
        int cards = (AnkiHistory.MaxNewReviews / AnkiHistory.MaxReviewsOfItem) + 1;
        var start = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        school.Anki = new AnkiLogReading(new AnkiLog(
            [.. Enumerable.Range(0, cards).Select(card => Note($"Front {card}"))],
            [.. Enumerable.Range(0, cards * AnkiHistory.MaxReviewsOfItem).Select(number => new AnkiReview(number % cards, 0, start + number, 3, 1, 2500, 1))]), null);
        string said = DeckSchool.TextOf(await school.RunAsync("import", ("deck", "many"), ("file", school.Upload([1], "deck.apkg"))));

        Assert.Contains("would add 51,000 reviews, and the limit is 50,000", said, StringComparison.Ordinal);
    }

    private static async Task<string> ImportAsync(StudySchool school, string name = "deck.apkg") =>
        DeckSchool.TextOf(await school.RunAsync("import", ("deck", "small"), ("file", school.Upload(Encoding.UTF8.GetBytes("PK"), name))));

    private static Task<ImmutableArray<Review>> ReviewsAsync(StudySchool school) => school.Storage.ReviewLog.ReviewsAsync(
        StudySchool.Ann, new DeckId("small"), DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);

    private static AnkiLogReading Log(string[] fronts, ImmutableArray<AnkiReview> reviews) => new(new AnkiLog([.. fronts.Select(Note)], reviews), null);

    private static AnkiNote Note(string front) => new($"guid of {front}", Basic, [front, "Back"], [], null);

    private static AnkiReview Review(int note, int days, long ease) =>
        new(note, 0, Given.Morning.AddDays(-days).ToUnixTimeMilliseconds(), ease, 1, 2500, 3000);
}
