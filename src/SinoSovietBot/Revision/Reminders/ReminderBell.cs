namespace SinoSovietBot.Revision.Reminders;

/// <summary>Tells whoever waits for the next reminder that one was set or moved. Thread-safe.</summary>
internal sealed class ReminderBell
{
    private TaskCompletionSource next = New();

    /// <summary>Completes with the next ring. Taken before the reminders are read, so that none is missed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Ring() => Interlocked.Exchange(ref next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
