using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SinoSovietBot.Discord;
using SinoSovietBot.Discord.Model;
using SinoSovietBot.Interactions;
using SinoSovietBot.Storage;
using SinoSovietBot.Study.Revision.Reminders;

namespace SinoSovietBot.Revision.Reminders;

/// <summary>
/// Reminds members when their time has come and something is due. That a time has passed is stored before the message leaves, so a crash can cost a
/// reminder, and never sends one twice.
/// </summary>
internal sealed class ReminderService(
    IReminderStore reminders, ReminderBell bell, DueDecks due, Learners learners, IDiscordApi api, DiscordClock clock, TimeProvider time,
    ILogger<ReminderService> logger) : BackgroundService
{
    /// <summary>Between two looks at the database: the clock by which times are told may have been set meanwhile.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Where the database could not be read.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    /// <summary>After each message: many members choose the same full hour, and quizzes share Discord's limits with them.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    // Should what is due not want to move, this keeps the loop from going round without a rest.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    private const int Batch = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var rung = bell.Next;
                var wait = await RemindAsync(stoppingToken);
                using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await Task.WhenAny(rung, Task.Delay(wait, time, waiting.Token));
                await waiting.CancelAsync();
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The shutdown; what was not looked at yet still stands in the database.
        }
    }

    /// <summary>Looks after all whose time has come.</summary>
    /// <returns>How long to wait for the next.</returns>
    private async Task<TimeSpan> RemindAsync(CancellationToken cancellation)
    {
        try
        {
            bool moved = true;
            while (moved && await reminders.DueAsync(clock.Now, Batch, cancellation) is { IsEmpty: false } batch)
            {
                moved = false;
                foreach (var reminder in batch)
                    moved |= await RemindAsync(reminder, cancellation);
            }

            return await reminders.NextAsync(cancellation) is { } next && next - clock.Now < LongestWait
                ? TimeSpan.FromTicks(Math.Max(ShortestWait.Ticks, (next - clock.Now).Ticks))
                : LongestWait;
        }
        catch (StorageException exception)
        {
            Log.RemindersUnread(logger, Retry, exception.Message);
            return Retry;
        }
    }

    /// <summary>Whether its time has passed now; its member may have changed or removed it meanwhile.</summary>
    private async Task<bool> RemindAsync(Reminder reminder, CancellationToken cancellation)
    {
        var now = clock.Now;
        var settings = await learners.Store.SettingsAsync(reminder.Member, cancellation);
        var zone = settings.Calendar(learners.OperatorZone).Zone;
        var passed = ReminderRules.Passed(reminder, zone, now);
        if (!await reminders.MoveAsync(reminder, passed))
            return false;
        if (ReminderRules.IsTooLate(reminder, zone, now) || await DueAsync(reminder, now, cancellation) is not { IsEmpty: false } decks)
            return true;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(ReminderRules.Wanted(reminder, zone, now), zone).DateTime);
        var after = await SendAsync(passed, ReminderMessages.Due(decks, settings.Style), Nonce(reminder, day), zone, cancellation);
        if (after != passed)
            await reminders.MoveAsync(passed, after);
        await Task.Delay(Pause, time, cancellation);
        return true;
    }

    private async Task<ImmutableArray<DueDeck>> DueAsync(Reminder reminder, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            return await due.OfAsync(reminder.Member, now, cancellation);
        }
        catch (Exception exception) when (exception is not (StorageException or OperationCanceledException))
        {
            // One member's deck that cannot be looked at must not silence everybody else's reminders.
            Log.ReminderFault(logger, reminder.Member.Value, exception);
            return [];
        }
    }

    /// <summary>What the reminder is after the message was sent, or was not.</summary>
    private async Task<Reminder> SendAsync(Reminder passed, MessageContent content, string nonce, TimeZoneInfo zone, CancellationToken cancellation)
    {
        try
        {
            var channel = await api.OpenDirectMessageAsync(new Snowflake(passed.Member.Value), cancellation);
            await api.PostMessageAsync(channel, content, nonce, cancellation);
            return ReminderRules.Sent(passed);
        }
        catch (DiscordRestException exception) when (exception.Error.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            var refused = ReminderRules.Refused(passed);
            Log.ReminderRefused(logger, passed.Member.Value, refused.Refusals, exception.Message);
            return refused;
        }
        catch (Exception exception) when (exception is DiscordRestException or HttpRequestException)
        {
            Log.ReminderDelayed(logger, passed.Member.Value, exception.Message);
            return ReminderRules.Failed(passed, zone, clock.Now);
        }
    }

    // One a day: should a message have arrived without our hearing of it, Discord sends no second one for some minutes.
    private static string Nonce(Reminder reminder, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"r{Base62.Write(reminder.Member.Value)}.{day:yyyyMMdd}");
}
