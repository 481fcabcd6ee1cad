using System.Collections.ObjectModel;
using CsCheck;
using SinoSovietBot.Study.Revision;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

public sealed class StudyCalendarTests
{
    private static readonly ReadOnlyCollection<TimeZoneInfo> AllZones = TimeZoneInfo.GetSystemTimeZones();

    private static readonly Gen<TimeZoneInfo> Zones = Gen.Int[0, AllZones.Count - 1].Select(index => AllZones[index]);

    private static readonly Gen<TimeOnly> Starts = Gen.Frequency(
        (1, Gen.Const(StudyCalendar.DefaultDayStart)), (1, Gen.Int[0, 1439].Select(minute => new TimeOnly(minute / 60, minute % 60))));

    private static readonly Gen<DateOnly> Dates =
        Gen.Int[new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2040, 1, 1).DayNumber].Select(DateOnly.FromDayNumber);

    // Moments near midnight of any date are as likely as any others; clocks change there.
    private static readonly Gen<DateTimeOffset> Moments = Gen.Select(Dates, Gen.Long[0, TimeSpan.TicksPerDay - 1])
        .Select((date, ticks) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(ticks));

    private static Gen<StudyCalendar> Calendars => Gen.Select(Zones, Starts).Select((zone, start) => new StudyCalendar(zone, start));

    [Fact]
    public void EveryMomentBelongsToTheDayThatHasBegunLast() => Gen.Select(Calendars, Moments).Sample(
        (calendar, at) =>
        {
            var day = calendar.DayOf(at);

            return calendar.StartOf(day) <= at && at < calendar.StartOf(day.AddDays(1));
        },
        iter: 20_000);

    [Fact]
    public void DaysBeginOneAfterTheOther() => Gen.Select(Calendars, Dates).Sample(
        (calendar, day) => calendar.StartOf(day) <= calendar.StartOf(day.AddDays(1)), iter: 20_000);

    [Fact]
    public void ADayIsNeverShorterThanTwentyHoursWhereOnlyAnHourIsMoved() => Gen.Select(Starts, Dates).Sample(
        (start, day) =>
        {
            var london = new StudyCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), start);
            var length = london.StartOf(day.AddDays(1)) - london.StartOf(day);

            return length >= TimeSpan.FromHours(23) && length <= TimeSpan.FromHours(25);
        },
        iter: 20_000);

    [Fact]
    public void NothingBecomesDueByAChangeOfClocks() => Gen.Select(Calendars, Moments, Gen.Int[0, 60]).Sample(
        (calendar, at, minutes) =>
        {
            var later = at.AddMinutes(minutes);

            // Time that passes never takes a day back, and brings a new one only at its beginning.
            return calendar.DayOf(later) == calendar.DayOf(at)
                || (calendar.DayOf(later) > calendar.DayOf(at) && calendar.StartOf(calendar.DayOf(later)) > at);
        },
        iter: 20_000);

    [Theory]
    [InlineData("Europe/London", "2026-09-07T02:59:59Z", "2026-09-06")]
    [InlineData("Europe/London", "2026-09-07T03:00:00Z", "2026-09-07")]
    [InlineData("Asia/Kathmandu", "2026-09-06T22:15:00Z", "2026-09-07")]
    [InlineData("America/New_York", "2026-09-07T07:59:59Z", "2026-09-06")]
    // Samoa went over the whole of 30 December 2011.
    [InlineData("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29")]
    [InlineData("Pacific/Apia", "2011-12-30T14:00:00Z", "2011-12-31")]
    public void ADayBeginsAtFourOnTheClock(string zone, string at, string day) => Assert.Equal(
        DateOnly.Parse(day, null),
        new StudyCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone), StudyCalendar.DefaultDayStart).DayOf(DateTimeOffset.Parse(at, null)));

    [Fact]
    public void ABeginningThatTheClockJumpsOverIsTheJump()
    {
        var calendar = new StudyCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), new TimeOnly(1, 30));

        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), calendar.StartOf(new DateOnly(2026, 3, 29)));
    }

    [Fact]
    public void ABeginningThatTheClockPassesTwiceIsTheFirst()
    {
        var calendar = new StudyCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"), new TimeOnly(1, 30));

        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), calendar.StartOf(new DateOnly(2026, 10, 25)));
    }
}
