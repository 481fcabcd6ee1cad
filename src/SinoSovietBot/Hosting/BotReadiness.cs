namespace SinoSovietBot.Hosting;

/// <summary>Tells when the bot is connected with its commands registered, and why it stopped if not by request. Thread-safe.</summary>
internal sealed class BotReadiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the first time; fails when it will never happen.</summary>
    public Task Reached => ready.Task;

    public void Set() => ready.TrySetResult();

    /// <summary>Why the bot stopped by itself, or null.</summary>
    public Exception? StopReason { get; private set; }

    /// <summary>The bot stops by itself, before or after it was ready.</summary>
    public void Fail(Exception reason)
    {
        StopReason = reason;
        ready.TrySetException(reason);
    }

    /// <summary>The bot was asked to stop.</summary>
    public void Cancel() => ready.TrySetCanceled();
}
