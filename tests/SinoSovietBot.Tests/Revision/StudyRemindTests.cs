using SinoSovietBot.Revision.Reminders;
using SinoSovietBot.Study.Decks;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Study.Revision.Reminders;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Revision;

/// <summary><c>/study remind</c>.</summary>
public class StudyRemindTests
{
    [Fact]
    public async Task WithoutAnOptionItSaysHowItStands()
    {
        await using var school = new StudySchool();
        Assert.Contains("You have no reminder", await school.SayAsync("remind"), StringComparison.Ordinal);
        await school.SayAsync("remind", ("time", "6 pm"));
        string shown = await school.SayAsync("remind");

        Assert.Contains("every day at 18:00 (UTC)", shown, StringComparison.Ordinal);
        Assert.Contains($"next <t:{Given.Morning.AddHours(9).ToUnixTimeSeconds()}:f>", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DaysAndTimeCanBeChangedOneByOne()
    {
        await using var school = new StudySchool();
        Assert.Contains("at what time", await school.SayAsync("remind", ("days", "weekend")), StringComparison.Ordinal);
        Assert.Null(await StoredAsync(school));
        await school.SayAsync("remind", ("time", "18:00"), ("days", "school"));
        Assert.Contains("at weekends at 18:00", await school.SayAsync("remind", ("days", "weekend")), StringComparison.Ordinal);
        Assert.Contains("at weekends at 07:30", await school.SayAsync("remind", ("time", "07:30")), StringComparison.Ordinal);

        // Given.Morning is a Monday.
        Assert.Equal(new DateTimeOffset(2026, 3, 7, 7, 30, 0, TimeSpan.Zero), (await StoredAsync(school))!.NextAt);
    }

    [Theory]
    [InlineData("25:99")]
    [InlineData("soon")]
    public async Task WhatIsNoTimeIsRefused(string typed)
    {
        await using var school = new StudySchool();
        string said = await school.SayAsync("remind", ("time", typed));

        Assert.Contains($"“{typed}” is no time of day", said, StringComparison.Ordinal);
        Assert.Null(await StoredAsync(school));
    }

    [Fact]
    public async Task OffStopsItOnceAndForAll()
    {
        await using var school = new StudySchool();
        await school.SayAsync("remind", ("time", "18:00"));
        Assert.Contains("stopped", await school.SayAsync("remind", ("off", true)), StringComparison.Ordinal);
        Assert.Contains("You have no reminder", await school.SayAsync("remind", ("off", true)), StringComparison.Ordinal);
        Assert.Null(await StoredAsync(school));
    }

    [Fact]
    public async Task TheButtonUnderAReminderStopsItMonthsLaterToo()
    {
        await using var school = new StudySchool();
        await school.SayAsync("remind", ("time", "18:00"));
        var message = ReminderMessages.Due(
            [new DueDeck("A small deck", 3, IsOfServer: false)], default);
        school.Guild = null;
        school.Time.Advance(TimeSpan.FromDays(200));
        school.Restart();
        var stopped = await school.PressAsync(message, "Stop reminders");

        Assert.Contains("Reminders are stopped", DeckSchool.TextOf(stopped), StringComparison.Ordinal);
        Assert.Empty(DeckSchool.ContentOf(stopped).Rows);
        Assert.Null(await StoredAsync(school));
        Assert.Contains("Reminders are stopped", DeckSchool.TextOf(await school.PressAsync(message, "Stop reminders")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasGivenUpSaysSoAndBeginsAnewWhenItIsSet()
    {
        await using var school = new StudySchool();
        await school.SayAsync("remind", ("time", "18:00"), ("days", "school"));
        await school.Storage.Reminders.SaveAsync((await StoredAsync(school))! with { Refusals = 3, IsGivenUp = true });
        Assert.Contains("given up, because Discord did not let me write to you", await school.SayAsync("remind"), StringComparison.Ordinal);

        await school.SayAsync("remind", ("time", "18:00"));
        var reminder = (await StoredAsync(school))!;
        Assert.Equal((0, false, ReminderDays.SchoolDays), (reminder.Refusals, reminder.IsGivenUp, reminder.Days));
    }

    [Fact]
    public async Task WhatIsDueIsCountedWithoutNewCards()
    {
        await using var school = new StudySchool(DeckText.Small(), DeckText.Mixed());
        Assert.Empty(await DueAsync(school));
        await school.ReviseAsync("small", RevisionStyle.Cards, null, Grade.Good, Grade.Good);
        await school.ReviseAsync("mixed", RevisionStyle.Cards, null, Grade.Again);
        Assert.Equal([new DueDeck("A mixed deck", 1, false)], await DueAsync(school));
        school.Time.Advance(TimeSpan.FromDays(5));
        Assert.Equal([new DueDeck("A mixed deck", 1, false), new DueDeck("A small deck", 2, false)], await DueAsync(school));
        await school.RememberAsync(new DeckId("removed"), new ItemMemory { Item = new ItemId("card:x"), IsSuspended = true });
        Assert.Equal(2, (await DueAsync(school)).Count);
    }

    private static async Task<IReadOnlyList<DueDeck>> DueAsync(StudySchool school) =>
        await new DueDecks(school.Catalogue, school.Learners, school.Storage.ReviewLog)
            .OfAsync(StudySchool.Ann, school.Time.GetUtcNow(), TestContext.Current.CancellationToken);

    private static Task<Reminder?> StoredAsync(StudySchool school) =>
        school.Storage.Reminders.FindAsync(StudySchool.Ann, TestContext.Current.CancellationToken);
}
