using SinoSovietBot.Discord.Model;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Revision;

public class StudySettingsTests
{
    [Fact]
    public async Task WithoutAnOptionAllSettingsAreShown()
    {
        await using var school = new StudySchool();
        string shown = await school.SayAsync("settings");

        foreach (string setting in (string[])["new-per-day** 10", "reviews-per-day** 100", "retention** 90 %", "buttons** two", "revise** cards",
            "answers** reveal", "timezone** UTC, which is not your choice", "day-start** 04:00"])
            Assert.Contains(setting, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsChangedIsStoredAndSaysWhereItTells()
    {
        await using var school = new StudySchool();
        string said = await school.SayAsync(
            "settings", ("new-per-day", 20), ("reviews-per-day", 500), ("retention", 85), ("buttons", "four"), ("revise", "questions"), ("answers", "typed"),
            ("timezone", "new york"), ("day-start", "5am"));

        Assert.StartsWith("Stored.", said, StringComparison.Ordinal);
        Assert.Contains("**new-per-day** is 20 (it was 10)", said, StringComparison.Ordinal);
        // 2 March 2026, 09:00 UTC is 04:00 in New York: the next day there begins at 05:00.
        Assert.Contains(@"**timezone** is America/New\_York: it is 04:00 there", said, StringComparison.Ordinal);
        Assert.Contains($"next <t:{Given.Morning.AddHours(1).ToUnixTimeSeconds()}:f>", said, StringComparison.Ordinal);
        Assert.Equal(
            new LearnerSettings
            {
                NewPerDay = 20, ReviewsPerDay = 500, Retention = 0.85, FourButtons = true, Style = RevisionStyle.Questions, TypesAnswers = true,
                TimeZone = "America/New_York", DayStart = new TimeOnly(5, 0),
            },
            await StoredAsync(school));
        Assert.Contains("America", await school.SayAsync("settings"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("timezone", "Mars/Olympus", "Mars/Olympus")]
    [InlineData("timezone", "Lndon", "Europe/London")]
    [InlineData("day-start", "25:99", "from 00:00 to 23:59")]
    public async Task OfAWrongCommandNothingIsStored(string option, string typed, string said)
    {
        await using var school = new StudySchool();
        string reply = await school.SayAsync("settings", ("new-per-day", 20), (option, typed));

        Assert.Contains(said, reply, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.", reply, StringComparison.Ordinal);
        Assert.Equal(LearnerSettings.Default, await StoredAsync(school));
    }

    [Fact]
    public async Task ARetentionOutOfRangeNamesTheRange()
    {
        await using var school = new StudySchool();

        Assert.Contains("from 70 to 97", await school.SayAsync("settings", ("retention", 98)), StringComparison.Ordinal);
        Assert.Equal(LearnerSettings.Default, await StoredAsync(school));
    }

    [Fact]
    public async Task AHighRetentionSaysWhatItCosts()
    {
        await using var school = new StudySchool();

        Assert.DoesNotContain("multiply", await school.SayAsync("settings", ("retention", 95)), StringComparison.Ordinal);
        Assert.Contains("multiply", await school.SayAsync("settings", ("retention", 97)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsSoAlreadyIsNoChange()
    {
        await using var school = new StudySchool();

        Assert.Contains("nothing was changed", await school.SayAsync("settings", ("new-per-day", 10)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDeckRevisedLastIsKeptThroughAChange()
    {
        await using var school = new StudySchool();
        await school.ReviseAsync();
        await school.SayAsync("settings", ("new-per-day", 5));

        Assert.Equal("small", (await StoredAsync(school)).LastDeck?.Deck.Value);
    }

    [Fact]
    public async Task ZonesAreSuggestedWithTheTimeThere()
    {
        await using var school = new StudySchool();

        Assert.Contains(new Suggestion("Europe/London · 09:00 now", "Europe/London"), await school.SuggestAsync("settings", "timezone", "london"));
        Assert.Contains(new Suggestion("America/New_York · 04:00 now", "America/New_York"), await school.SuggestAsync("settings", "timezone", "new york"));
        Assert.InRange((await school.SuggestAsync("settings", "timezone", "a")).Length, 1, 25);
        Assert.Empty(await school.SuggestAsync("settings", "day-start", "4"));
    }

    [Fact]
    public async Task ANewZoneMovesTheReminder()
    {
        await using var school = new StudySchool();
        await school.SayAsync("remind", ("time", "18:00"));
        string said = await school.SayAsync("settings", ("timezone", "Asia/Tokyo"));

        // 18:00 in Tokyo is 09:00 UTC: this very moment has passed.
        Assert.Contains($"Your reminder comes next <t:{Given.Morning.AddDays(1).ToUnixTimeSeconds()}:f>", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Your reminder", await school.SayAsync("settings", ("new-per-day", 3)), StringComparison.Ordinal);
    }

    private static Task<LearnerSettings> StoredAsync(StudySchool school) =>
        school.Storage.Revision.SettingsAsync(StudySchool.Ann, TestContext.Current.CancellationToken);
}
