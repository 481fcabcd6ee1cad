using System.Collections.ObjectModel;
using CsCheck;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Reminders;
using Xunit;

namespace SinoSovietBot.Study.Tests.Revision;

public class ReminderRulesTests
{
    private static readonly ReadOnlyCollection<TimeZoneInfo> AllZones = TimeZoneInfo.GetSystemTimeZones();

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly Gen<TimeZoneInfo> Zones = Gen.Int[0, AllZones.Count - 1].Select(index => AllZones[index]);

    private static readonly Gen<TimeOnly> Times = Gen.Int[0, 1439].Select(minute => new TimeOnly(minute / 60, minute % 60));

    private static readonly Gen<ReminderDays> Days = Gen.Int[1, 127].Select(days => (ReminderDays)days);

    private static readonly Gen<DateTimeOffset> Moments = Gen.Long[
        new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks, new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks]
        .Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    [Fact]
    public void TheNextTimeIsLaterAndOnAChosenDayWithinAWeekOrSo() => Gen.Select(Zones, Times, Days, Moments).Sample(
        (zone, time, days, after) =>
        {
            var next = ReminderRules.Next(time, days, zone, after);
            var wall = TimeZoneInfo.ConvertTime(next, zone).DateTime;

            // Where the clock jumps over the time, it comes with the jump, which may lie on the next date.
            bool isTime = TimeOnly.FromDateTime(wall) == time && days.HasFlag((ReminderDays)(1 << (int)wall.DayOfWeek));
            return next > after && next - after <= TimeSpan.FromDays(9) && (isTime || HasJumped(zone, next));
        },
        iter: 20_000);

    [Fact]
    public void EachChosenDateComesOnceAndNoneTwice() => Gen.Select(Zones, Times, Days, Moments).Sample(
        (zone, time, days, from) =>
        {
            var calendar = new StudyCalendar(zone, StudyCalendar.DefaultDayStart);
            var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime).AddDays(-2);
            var wanted = Enumerable.Range(0, 40).Select(first.AddDays)
                .Where(date => days.HasFlag((ReminderDays)(1 << (int)date.DayOfWeek)))
                .Select(date => calendar.Instant(date, time))
                // A date that a zone left out altogether comes together with the next one.
                .Distinct()
                .Where(at => at > from)
                .ToList();
            var reminders = new List<DateTimeOffset>();
            for (var at = ReminderRules.Next(time, days, zone, from); reminders.Count < wanted.Count; at = ReminderRules.Next(time, days, zone, at))
                reminders.Add(at);

            return reminders.SequenceEqual(wanted);
        },
        iter: 3_000);

    [Fact]
    public void WhereClocksGoBackItComesTheFirstTimeOnly()
    {
        // 25 October 2026: 02:00 BST becomes 01:00 GMT.
        var before = new DateTimeOffset(2026, 10, 24, 12, 0, 0, TimeSpan.Zero);
        var first = ReminderRules.Next(new TimeOnly(1, 30), ReminderDays.All, London, before);

        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), first);
        Assert.Equal(new DateTimeOffset(2026, 10, 26, 1, 30, 0, TimeSpan.Zero), ReminderRules.Next(new TimeOnly(1, 30), ReminderDays.All, London, first));
    }

    [Fact]
    public void WhereClocksJumpOverItItComesWithTheJump()
    {
        // 29 March 2026: 01:00 GMT becomes 02:00 BST.
        var before = new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(
            new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), ReminderRules.Next(new TimeOnly(1, 30), ReminderDays.All, London, before));
    }

    [Fact]
    public void SchoolDaysPassTheWeekendOver()
    {
        var friday = new DateTimeOffset(2026, 1, 16, 18, 0, 0, TimeSpan.Zero);

        Assert.Equal(friday.AddDays(3), ReminderRules.Next(new TimeOnly(18, 0), ReminderDays.SchoolDays, London, friday));
        Assert.Equal(friday.AddDays(1), ReminderRules.Next(new TimeOnly(18, 0), ReminderDays.Weekend, London, friday));
    }

    [Fact]
    public void ThreeRefusalsInARowGiveUpAndASuccessInBetweenForgives()
    {
        var twice = ReminderRules.Refused(ReminderRules.Refused(Evening));

        Assert.False(twice.IsGivenUp);
        Assert.True(ReminderRules.Refused(twice).IsGivenUp);
        Assert.False(ReminderRules.Refused(ReminderRules.Sent(twice)).IsGivenUp);
    }

    [Fact]
    public void WhatDiscordDidNotHearIsTriedForTwoHoursThenTheNextDay()
    {
        var at = Evening.NextAt;
        var tries = new List<DateTimeOffset>();
        var reminder = Evening;
        while (tries.Count < 20)
        {
            var now = reminder.NextAt;
            tries.Add(now);
            Assert.False(ReminderRules.IsTooLate(reminder, London, now));
            reminder = ReminderRules.Failed(ReminderRules.Passed(reminder, London, now), London, now);
            if (reminder.NextAt == at.AddDays(1))
                break;
        }

        Assert.Equal([.. Enumerable.Range(0, 9).Select(quarter => at.AddMinutes(15 * quarter))], tries);
    }

    [Fact]
    public void ABotThatWasAwayForLongDoesNotWakeAnybody()
    {
        Assert.False(ReminderRules.IsTooLate(Evening, London, Evening.NextAt.AddHours(2)));
        Assert.True(ReminderRules.IsTooLate(Evening, London, Evening.NextAt.AddHours(2).AddSeconds(1)));
        Assert.True(ReminderRules.IsTooLate(Evening, London, Evening.NextAt.AddDays(100).AddHours(9)));
    }

    private static Reminder Evening => ReminderRules.From(
        new Reminder { Member = new MemberId(7), Time = new TimeOnly(18, 0), Days = ReminderDays.All, NextAt = default },
        London,
        new DateTimeOffset(2026, 1, 12, 9, 0, 0, TimeSpan.Zero));

    private static bool HasJumped(TimeZoneInfo zone, DateTimeOffset at) => zone.GetUtcOffset(at) > zone.GetUtcOffset(at - TimeSpan.FromTicks(1));
}
