using SinoSovietBot.Storage.Tests.Support;
using SinoSovietBot.Study.Members;
using SinoSovietBot.Study.Revision.Reminders;
using Xunit;
using static SinoSovietBot.Storage.Tests.Revision.ARevision;

namespace SinoSovietBot.Storage.Tests.Revision.Reminders;

public sealed class ReminderStoreTests : IDisposable
{
    private readonly DatabaseFile file = new();
    private readonly SqliteStorage storage;

    public ReminderStoreTests() => storage = file.Open();

    private IReminderStore Store => storage.Reminders;

    public void Dispose()
    {
        storage.Dispose();
        file.Dispose();
    }

    [Fact]
    public async Task AReminderTakesThePlaceOfTheLastOne()
    {
        Assert.Null(await FindAsync(Ann));
        await Store.SaveAsync(Reminder(Ann, 1));
        var evening = Reminder(Ann, 2) with { Time = new TimeOnly(23, 59), Days = ReminderDays.Weekend, Refusals = 2, IsGivenUp = true };
        await Store.SaveAsync(evening);
        Assert.Equal(evening, await FindAsync(Ann));
        Assert.Null(await FindAsync(Ben));
        Assert.Equal(1, file.Number("SELECT count(*) FROM reminders"));
    }

    [Fact]
    public async Task WhatBecomesOfAReminderIsStoredOnlyWhileItIsAsItWasRead()
    {
        var read = Reminder(Ann, 1);
        var passed = read with { NextAt = read.NextAt.AddDays(1), Refusals = 1 };
        Assert.False(await Store.MoveAsync(read, passed));
        await Store.SaveAsync(read);
        await Store.SaveAsync(Reminder(Ben, 1));
        Assert.True(await Store.MoveAsync(read, passed));
        Assert.Equal(passed, await FindAsync(Ann));
        Assert.Equal(Reminder(Ben, 1), await FindAsync(Ben));
        Assert.False(await Store.MoveAsync(read, passed));

        var changed = passed with { Time = new TimeOnly(7, 0) };
        await Store.SaveAsync(changed);
        Assert.False(await Store.MoveAsync(passed, passed with { IsGivenUp = true }));
        Assert.Equal(changed, await FindAsync(Ann));
        await Store.RemoveAsync(Ann);
        Assert.False(await Store.MoveAsync(changed, passed));
        Assert.Null(await FindAsync(Ann));
    }

    [Fact]
    public async Task AReminderIsRemovedOnce()
    {
        await Store.SaveAsync(Reminder(Ann, 1));
        Assert.False(await Store.RemoveAsync(Ben));
        Assert.True(await Store.RemoveAsync(Ann));
        Assert.False(await Store.RemoveAsync(Ann));
        Assert.Null(await FindAsync(Ann));
    }

    [Fact]
    public async Task TheLongestWaitingComesFirst()
    {
        foreach (int hour in (int[])[3, 1, 4, 2])
            await Store.SaveAsync(Reminder(new MemberId((ulong)hour), hour));
        Assert.Equal([1, 2, 3], await DueAsync(3));
        Assert.Equal([1, 2], await DueAsync(3, take: 2));
        Assert.Equal([], await DueAsync(0));
        Assert.Equal(Morning.AddHours(1), await NextAsync());
    }

    [Fact]
    public async Task WhatWasGivenUpIsNotDue()
    {
        await Store.SaveAsync(Reminder(Ann, 1) with { IsGivenUp = true });
        Assert.Null(await NextAsync());
        await Store.SaveAsync(Reminder(Ben, 2));
        Assert.Equal([2], await DueAsync(9));
        Assert.Equal(Morning.AddHours(2), await NextAsync());
    }

    [Fact]
    public async Task WithoutRemindersNoneIsNext() => Assert.Null(await NextAsync());

    private static Reminder Reminder(MemberId member, int hour) => new()
    {
        Member = member, Time = new TimeOnly(17, 30), Days = ReminderDays.SchoolDays, NextAt = Morning.AddHours(hour),
    };

    private Task<Reminder?> FindAsync(MemberId member) => Store.FindAsync(member, DatabaseFile.Cancellation);

    private Task<DateTimeOffset?> NextAsync() => Store.NextAsync(DatabaseFile.Cancellation);

    private async Task<IEnumerable<int>> DueAsync(int hour, int take = 10) =>
        (await Store.DueAsync(Morning.AddHours(hour), take, DatabaseFile.Cancellation)).Select(reminder => (int)reminder.Member.Value);
}
