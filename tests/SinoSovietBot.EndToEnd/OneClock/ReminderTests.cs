using System.Globalization;
using Microsoft.Extensions.Logging;
using SinoSovietBot.EndToEnd.Harness;
using SinoSovietBot.Playground.Driving;
using Xunit;

namespace SinoSovietBot.EndToEnd.OneClock;

/// <summary>Reminders as days pass, over real sockets.</summary>
[Collection(OneClockCollection.Name)]
public sealed class ReminderTests
{
    // The pump does not see that somebody reads the database, and the clock may have gone on when the message leaves.
    private static readonly TimeSpan Reading = TimeSpan.FromMinutes(10);

    // Of days in which nobody plays, heartbeats are all there is to wait for.
    private static readonly SchoolSettings Days = new() { Heartbeat = TimeSpan.FromMinutes(30) };

    [Fact]
    public async Task AReminderComesEveryDayUntilItsButtonIsPressed()
    {
        await using var school = await School.OpenAsync(Days);
        var pupil = school.Class[0];
        await ForgetACardAsync(school, pupil);
        await school.CommandAsync(pupil, "study remind", ("time", "18:00"));

        var first = await RemindedAsync(school, TimeSpan.FromHours(8.1));
        Assert.Equal(new DateTimeOffset(2026, 3, 4, 18, 0, 0, TimeSpan.Zero), Snowflakes.TimeOf(first.Id), Reading);
        Assert.True(first.Says("1 card is due in"), first.Text);
        var second = await RemindedAsync(school, TimeSpan.FromHours(24.1));
        Assert.Equal(Snowflakes.TimeOf(first.Id).AddDays(1), Snowflakes.TimeOf(second.Id), Reading);

        // The one of yesterday will do.
        var stopped = await Patience.For(
            school.Driver.PressAsync(
                pupil.Id, Number(first.ChannelId), Number(first.Id), first.Button("Stop reminders").CustomId),
            Patience.ForAnEvent,
            () => "It was waited for an answer to Stop reminders.");
        Assert.True(stopped.Accepted);
        Assert.Contains("You have no reminder", (await school.CommandAsync(pupil, "study remind")).Text, StringComparison.Ordinal);
        int mark = school.Events.Now;
        await school.Pump.PassAsync(TimeSpan.FromDays(1), grain: TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(school.Events.Since(mark), happened => happened.Message is { } message && message.Says("due in"));
        Assert.Empty(school.Log.At(LogLevel.Warning));
    }

    [Fact]
    public async Task ClosedDirectMessagesAreTriedThreeTimes()
    {
        await using var school = await School.OpenAsync(Days);
        var pupil = school.Class[0];
        await ForgetACardAsync(school, pupil);
        await school.CommandAsync(pupil, "study remind", ("time", "18:00"));
        lock (school.Server.World.Gate)
            school.Server.World.Members.First(member => member.Id == pupil.Id).DmsClosed = true;
        for (int day = 1; day <= 2; day++)
            await school.Pump.PassAsync(TimeSpan.FromDays(1), grain: TimeSpan.FromMinutes(1));
        Assert.Contains("did not let me write to you the last time", (await RemindAsync(school, pupil)).Text, StringComparison.Ordinal);
        await school.Pump.PassAsync(TimeSpan.FromDays(1), grain: TimeSpan.FromMinutes(1));

        Assert.Contains("is given up", (await RemindAsync(school, pupil)).Text, StringComparison.Ordinal);
        long since = school.Server.Record.Last;
        await school.Pump.PassAsync(TimeSpan.FromDays(1), grain: TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(school.Recorded("request", since), request => request.Route.StartsWith("/channels", StringComparison.Ordinal));
    }

    private static ulong Number(string id) => ulong.Parse(id, CultureInfo.InvariantCulture);

    private static Task<PressResult> RemindAsync(School school, Pupil pupil) => school.CommandAsync(pupil, "study remind");

    /// <summary>Leaves one card due from ten minutes later on.</summary>
    private static async Task ForgetACardAsync(School school, Pupil pupil)
    {
        var front = await school.CommandAsync(pupil, "card", ("deck", Classroom.DeckId));
        var back = await school.PressAsync(pupil, school.Look(front.Message!.Value), "Show answer");
        Assert.True(back.Accepted);
        Assert.True((await school.PressAsync(pupil, school.Look(front.Message!.Value), "Again")).Accepted);
    }

    private static Task<ChatMessage> RemindedAsync(School school, TimeSpan limit) =>
        school.SeeAsync(message => message.Says("due in"), "a reminder", school.Events.Now, limit);
}
