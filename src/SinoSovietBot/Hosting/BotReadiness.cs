namespace SinoSovietBot.Hosting;

/// <summary>Tells when the bot is connected with its commands registered. Thread-safe.</summary>
internal sealed class BotReadiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the first time; fails when it will never happen.</summary>
    public Task Reached => ready.Task;

    public void Set() => ready.TrySetResult();

    public void Fail(Exception reason) => ready.TrySetException(reason);
}
