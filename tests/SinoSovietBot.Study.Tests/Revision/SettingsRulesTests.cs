using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Settings;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

public class SettingsRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);

    private static readonly TimeZoneBook Zones = TimeZoneBook.OfThisMachine;

    [Fact]
    public void WhatIsNotTypedStays()
    {
        var before = LearnerSettings.Default with { NewPerDay = 7, TimeZone = "Asia/Tokyo", FourButtons = true, DayStart = new TimeOnly(5, 30) };
        var typed = new TypedSettings { Retention = 97 };

        Assert.Equal(new SettingsReading.Read(before with { Retention = 0.97 }), Read(typed, before));
        Assert.True(new TypedSettings().IsEmpty);
        Assert.False(typed.IsEmpty);
    }

    [Fact]
    public void EveryRetentionThatIsOfferedCanBeScheduledBy()
    {
        for (int percent = SettingsRules.MinRetentionPercent; percent <= SettingsRules.MaxRetentionPercent; percent++)
        {
            var read = Assert.IsType<SettingsReading.Read>(Read(new TypedSettings { Retention = percent }));
            Assert.NotNull(RevisionRules.Scheduler(read.Settings));
        }
    }

    [Theory]
    [InlineData(-1, 100, 90, "new-per-day")]
    [InlineData(101, 100, 90, "new-per-day")]
    [InlineData(10, 9, 90, "reviews-per-day")]
    [InlineData(10, 501, 90, "reviews-per-day")]
    [InlineData(10, 100, 69, "retention")]
    [InlineData(10, 100, 98, "retention")]
    [InlineData(10, 100, long.MaxValue, "retention")]
    public void ANumberOutOfRangeIsNamed(long fresh, long reviews, long retention, string option)
    {
        var typed = new TypedSettings { NewPerDay = fresh, ReviewsPerDay = reviews, Retention = retention };

        Assert.Equal(option, Assert.IsType<SettingsReading.OutOfRange>(Read(typed)).Option);
    }

    [Theory]
    [InlineData("4", "04:00")]
    [InlineData("04:00", "04:00")]
    [InlineData("4.30", "04:30")]
    [InlineData("4am", "04:00")]
    [InlineData("4 PM", "16:00")]
    [InlineData("12am", "00:00")]
    [InlineData("12 p.m.", "12:00")]
    [InlineData("1830", "18:30")]
    [InlineData("930", "09:30")]
    [InlineData(" 23:59 ", "23:59")]
    public void TimesAreReadAsPeopleTypeThem(string typed, string read) => Assert.Equal(read, ClockTime.Write(ClockTime.Read(typed)!.Value));

    [Theory]
    [InlineData("25:99")]
    [InlineData("24:00")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("4:5")]
    [InlineData("noonish")]
    [InlineData("")]
    [InlineData("-4")]
    [InlineData("٤")]
    [InlineData("4:00\n5")]
    public void WhatIsNoTimeIsSaidSo(string typed) => Assert.Equal(new SettingsReading.NoTime("day-start", typed), Read(new TypedSettings { DayStart = typed }));

    [Theory]
    [InlineData("Europe/London", "Europe/London")]
    [InlineData("europe/LONDON", "Europe/London")]
    [InlineData("london", "Europe/London")]
    [InlineData("new york", "America/New_York")]
    [InlineData("New_York", "America/New_York")]
    [InlineData("Eastern Standard Time", "America/New_York")]
    [InlineData("utc", "UTC")]
    [InlineData(" tokyo ", "Asia/Tokyo")]
    public void AZoneIsFoundByWhatPeopleCallIt(string typed, string id) =>
        Assert.Equal(id, Assert.IsType<SettingsReading.Read>(Read(new TypedSettings { TimeZone = typed })).Settings.TimeZone);

    [Theory]
    [InlineData("Mars/Olympus_Mons")]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../../etc/passwd")]
    [InlineData("/dev/zero")]
    [InlineData("Europe/../Europe/London")]
    [InlineData("localtime")]
    [InlineData("right/Europe/London")]
    [InlineData("posixrules")]
    [InlineData("Europe")]
    [InlineData("zone.tab")]
    [InlineData("Europe/London\0")]
    [InlineData("🕓")]
    public void AnAbsurdZoneIsRefused(string typed) => Assert.IsType<SettingsReading.UnknownZone>(Read(new TypedSettings { TimeZone = typed }));

    [Fact]
    public void NoNameIsTooLongToBeRefused() => Assert.IsType<SettingsReading.UnknownZone>(Read(new TypedSettings { TimeZone = new string('a', 6000) }));

    [Theory]
    [InlineData("Lndon", "Europe/London")]
    [InlineData("Europe/Pariss", "Europe/Paris")]
    [InlineData("UTC+2", "Europe/Athens")]
    [InlineData("+9", "Asia/Tokyo")]
    [InlineData("GMT-05:00", "America/New_York")]
    [InlineData("york", "America/New_York")]
    public void TheNearestZonesAreNamed(string typed, string nearest)
    {
        var unknown = Assert.IsType<SettingsReading.UnknownZone>(Read(new TypedSettings { TimeZone = typed }));

        Assert.Contains(nearest, unknown.Nearest);
        Assert.InRange(unknown.Nearest.Length, 1, SettingsRules.OfferedZones);
    }

    [Fact]
    public void SuggestionsBeginWithTheCityThatIsTyped()
    {
        Assert.Equal("Europe/London", Zones.Matching("lon", 25)[0]);
        Assert.Contains("America/New_York", Zones.Matching("new y", 25));
        Assert.NotEmpty(Zones.Matching("", 25));
        Assert.InRange(Zones.Matching("a", 25).Length, 25, 25);
        Assert.Empty(Zones.Matching("nowhere at all", 25));
    }

    [Fact]
    public void AHigherRetentionAsksForMoreReviews()
    {
        Assert.Equal(1, SettingsRules.ReviewsComparedToDefault(0.9), 6);
        Assert.InRange(SettingsRules.ReviewsComparedToDefault(0.97), 3, 10);
    }

    private static SettingsReading Read(TypedSettings typed, LearnerSettings? before = null) =>
        SettingsRules.Read(before ?? LearnerSettings.Default, typed, Zones, Now);
}
