using System.Net;
using SinoSovietBot.Discord;
using SinoSovietBot.Revision.Reminders;
using SinoSovietBot.Study.Revision;
using SinoSovietBot.Study.Revision.Fsrs;
using SinoSovietBot.Study.Revision.Reminders;
using SinoSovietBot.Tests.Support;

namespace SinoSovietBot.Tests.Revision;

/// <summary>Reminders as time passes: a clock that moves by hand, a real database, and a Discord that may refuse.</summary>
public sealed class ReminderServiceTests : IAsyncDisposable
{
    private readonly StudySchool school = new();
    private ReminderService? service;

    private Journal Journal => school.Journal;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await school.DisposeAsync();
    }

    [Fact]
    public async Task AReminderComesAtItsTimeWhenSomethingIsDueAndOnlyOnce()
    {
        await ForgetAsync();
        await RemindAtAsync("18:00");
        await StartAsync();
        await PassAsync(TimeSpan.FromHours(9) - TimeSpan.FromMinutes(2));
        Assert.Empty(Journal.Of<ApiCall.Post>());
        await PassAsync(TimeSpan.FromMinutes(3));

        var post = Assert.Single(Journal.Of<ApiCall.Post>());
        Assert.Equal(FakeDiscordApi.DirectMessages, post.Channel);
        Assert.Equal("1 card is due in **A small deck**. `/card` begins.", post.Content.Text);
        Assert.Equal(StudySchool.Ann.Value, Assert.Single(Journal.Of<ApiCall.OpenDirectMessage>()).User.Value);
        await PassAsync(TimeSpan.FromHours(1));
        Assert.Single(Journal.Of<ApiCall.Post>());
        await PassAsync(TimeSpan.FromHours(23));
        Assert.Equal(2, Journal.Of<ApiCall.Post>().Select(sent => sent.Nonce).Distinct().Count());
    }

    [Fact]
    public async Task NobodyIsRemindedOfNothing()
    {
        await RemindAtAsync("18:00");
        await StartAsync();
        await PassAsync(TimeSpan.FromDays(1));

        Assert.Empty(Journal.Of<ApiCall.OpenDirectMessage>());
        Assert.True((await ReminderAsync())!.NextAt > school.Time.GetUtcNow());
    }

    [Fact]
    public async Task AfterThreeClosedDoorsItIsGivenUp()
    {
        await ForgetAsync();
        await RemindAtAsync("18:00");
        school.Discord.Fault = call => call is ApiCall.Post
            ? FakeDiscordApi.Refusal(HttpStatusCode.Forbidden, DiscordErrorCode.CannotMessageUser)
            : null;
        await StartAsync();
        await PassAsync(TimeSpan.FromHours(10));
        Assert.Equal((1, false), State(await ReminderAsync()));
        await PassAsync(TimeSpan.FromDays(1));
        Assert.Equal((2, false), State(await ReminderAsync()));
        await PassAsync(TimeSpan.FromDays(1));
        Assert.Equal((3, true), State(await ReminderAsync()));
        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(3, Journal.Of<ApiCall.Post>().Count);
        Assert.Contains("given up", await school.SayAsync("remind"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOpenDoorForgivesTheClosedOnesBefore()
    {
        await ForgetAsync();
        await RemindAtAsync("18:00");
        await school.Storage.Reminders.SaveAsync((await ReminderAsync())! with { Refusals = 2 });
        await StartAsync();
        await PassAsync(TimeSpan.FromHours(10));

        Assert.Equal((0, false), State(await ReminderAsync()));
    }

    [Fact]
    public async Task WhatDiscordDidNotHearComesAQuarterOfAnHourLater()
    {
        await ForgetAsync();
        await RemindAtAsync("18:00");
        bool isDown = true;
        school.Discord.Fault = call => call is ApiCall.Post && isDown ? new HttpRequestException("No route to host.") : null;
        await StartAsync();
        await PassAsync(TimeSpan.FromHours(9));
        isDown = false;
        Assert.Equal((0, false), State(await ReminderAsync()));
        await PassAsync(TimeSpan.FromMinutes(14));
        Assert.Single(Journal.Of<ApiCall.Post>());
        await PassAsync(TimeSpan.FromMinutes(2));

        var posts = Journal.Of<ApiCall.Post>();
        Assert.Equal(2, posts.Count);
        Assert.Equal(posts[0].Nonce, posts[1].Nonce);
        Assert.Equal(Given.Morning.AddDays(1).AddHours(9), (await ReminderAsync())!.NextAt);
    }

    [Fact]
    public async Task ADayOnWhichDiscordIsAwayIsLetGo()
    {
        await ForgetAsync();
        await RemindAtAsync("18:00");
        school.Discord.Fault = call => call is ApiCall.Post ? new HttpRequestException("No route to host.") : null;
        await StartAsync();
        await PassAsync(TimeSpan.FromHours(9));
        for (int quarter = 1; quarter < 8; quarter++)
            await PassAsync(TimeSpan.FromMinutes(15));
        await PassAsync(TimeSpan.FromHours(1));
        await PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(8, Journal.Of<ApiCall.Post>().Count);
        Assert.Equal(Given.Morning.AddDays(1).AddHours(9), (await ReminderAsync())!.NextAt);
    }

    [Fact]
    public async Task ARestartDoesNotRemindASecondTime()
    {
        await ForgetAsync();
        await RemindAtAsync("18:00");
        await StartAsync();
        await PassAsync(TimeSpan.FromHours(9));
        Assert.Single(Journal.Of<ApiCall.Post>());
        await StopAsync();
        school.Restart();
        await StartAsync();
        await PassAsync(TimeSpan.FromHours(1));

        Assert.Single(Journal.Of<ApiCall.Post>());
    }

    [Fact]
    public async Task ACrashBeforeDiscordHasAnsweredCostsTheReminderAndDoublesNone()
    {
        await ForgetAsync();
        await RemindAtAsync("18:00");
        var never = new TaskCompletionSource();
        school.Discord.Hold = call => call is ApiCall.Post ? never.Task : Task.CompletedTask;
        await StartAsync();
        school.Time.Advance(TimeSpan.FromHours(9));
        await Journal.FirstAsync<ApiCall.Post>();
        // Nothing of what would come after the call is stored.
        await StopAsync();
        school.Discord.Hold = _ => Task.CompletedTask;
        school.Restart();
        await StartAsync();
        await PassAsync(TimeSpan.FromHours(1));

        Assert.Single(Journal.Of<ApiCall.Post>());
        Assert.Equal(Given.Morning.AddDays(1).AddHours(9), (await ReminderAsync())!.NextAt);
    }

    [Fact]
    public async Task ABotThatWasAwayOverNightWakesNobody()
    {
        await ForgetAsync();
        await RemindAtAsync("18:00");
        school.Time.Advance(TimeSpan.FromHours(12));
        await StartAsync();

        Assert.Empty(Journal.Of<ApiCall.Post>());
        Assert.Equal(Given.Morning.AddDays(1).AddHours(9), (await ReminderAsync())!.NextAt);
    }

    [Fact]
    public async Task StoppedWhileItIsOnItsWayItStaysStopped()
    {
        await ForgetAsync();
        await RemindAtAsync("18:00");
        var stopping = new TaskCompletionSource();
        school.Discord.Hold = call => call is ApiCall.Post ? stopping.Task : Task.CompletedTask;
        school.Discord.Fault = call => call is ApiCall.Post
            ? FakeDiscordApi.Refusal(HttpStatusCode.Forbidden, DiscordErrorCode.CannotMessageUser)
            : null;
        await StartAsync();
        school.Time.Advance(TimeSpan.FromHours(9));
        await Journal.FirstAsync<ApiCall.Post>();
        await school.SayAsync("remind", ("off", true));
        stopping.SetResult();
        await Journal.FirstAsync<TimerSet>(timer => timer.Due == ReminderService.Pause);

        Assert.Null(await ReminderAsync());
    }

    [Fact]
    public async Task AReminderSetForTheNextMinuteIsSeen()
    {
        await ForgetAsync();
        await StartAsync();
        int timers = Waits();
        await RemindAtAsync("09:02");
        await Journal.NthAsync<TimerSet>(timers + 1, IsWait);
        await PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(Journal.Of<ApiCall.Post>());
    }

    [Fact]
    public async Task ManyAtTheSameTimeAreWrittenToOneAfterTheOther()
    {
        for (ulong member = 10; member < 70; member++)
        {
            school.Member = new(member);
            await ForgetAsync();
            await RemindAtAsync("18:00");
        }

        await StartAsync();
        await PassAsync(TimeSpan.FromHours(9));
        // Each message leaves when the pause after the one before it is over.
        for (int sent = 1; sent <= 60; sent++)
        {
            await Journal.NthAsync<TimerSet>(sent, timer => timer.Due == ReminderService.Pause);
            Assert.Equal(sent, Journal.Of<ApiCall.Post>().Count);
            school.Time.Advance(ReminderService.Pause);
        }

        Assert.Equal(60, Journal.Of<ApiCall.Post>().Select(post => post.Nonce).Distinct().Count());
    }

    private static (int, bool) State(Reminder? reminder) => (reminder!.Refusals, reminder.IsGivenUp);

    /// <summary>Gets a card wrong, so that it is due from then on.</summary>
    private Task ForgetAsync() => school.ReviseAsync("small", RevisionStyle.Cards, null, Grade.Again);

    private Task<string> RemindAtAsync(string time) => school.SayAsync("remind", ("time", time));

    private Task<Reminder?> ReminderAsync() => school.Storage.Reminders.FindAsync(StudySchool.Ann, TestContext.Current.CancellationToken);

    private async Task StartAsync()
    {
        service = school.Reminders();
        int timers = Waits();
        await service.StartAsync(TestContext.Current.CancellationToken);
        await Journal.NthAsync<TimerSet>(timers + 1, IsWait);
    }

    private async Task StopAsync()
    {
        if (service is null)
            return;
        await service.StopAsync(CancellationToken.None);
        service.Dispose();
        service = null;
    }

    /// <summary>Lets time pass, and the service look at what has become due; the pause after a message passes, too.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        int timers = Waits();
        int pauses = Journal.Of<TimerSet>(timer => timer.Due == ReminderService.Pause).Count;
        school.Time.Advance(time);
        await Journal.NthAsync<TimerSet>(timers + pauses + 1, timer => IsWait(timer) || timer.Due == ReminderService.Pause);
    }

    private int Waits() => Journal.Of<TimerSet>(IsWait).Count;

    private static bool IsWait(TimerSet timer) => timer.Due != ReminderService.Pause && timer.Due != Timeout.InfiniteTimeSpan;
}
