using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Interactions;

/// <summary>
/// What time it is at Discord, and so for members: the times in a message are shown by Discord's clock, and the bot's own may be minutes off.
/// Every id that Discord makes tells its time; in between the monotonic clock goes on, so that setting the machine's clock changes nothing. Before
/// the first id the bot's own clock is all there is. Thread-safe.
/// </summary>
internal sealed class DiscordClock(TimeProvider time)
{
    private Reading? last;

    public DateTimeOffset Now => Volatile.Read(ref last) is { } reading ? reading.At + time.GetElapsedTime(reading.Timestamp) : time.GetUtcNow();

    /// <summary>
    /// Discord sends an id some time after it made it, after a resume even minutes later: it can be earlier than now, and never later. So it is
    /// believed only where it says a later time than was known.
    /// </summary>
    public void Saw(Snowflake id)
    {
        if (Volatile.Read(ref last) is null || id.CreatedAt > Now)
            Set(id);
    }

    /// <summary>An id made in answer to a call that has just returned: it tells the time even where that has gone back.</summary>
    public void SawFresh(Snowflake id) => Set(id);

    private void Set(Snowflake id) => Volatile.Write(ref last, new Reading(id.CreatedAt, time.GetTimestamp()));

    private sealed record Reading(DateTimeOffset At, long Timestamp);
}
