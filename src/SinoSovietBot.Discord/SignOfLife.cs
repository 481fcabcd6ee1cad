namespace SinoSovietBot.Discord;

/// <summary>
/// Wakes whoever waits before trying Discord again, at the first answer after a failure. Messages and gateway come back in the same moment, and each
/// waits by its own clock: without this a question could be posted, and closed, before the first press could be heard. Thread-safe.
/// </summary>
internal sealed class SignOfLife(TimeProvider time)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _answered = NewSignal();
    private bool _isAway;

    /// <summary>Discord did not answer, or said that it cannot.</summary>
    public void Failed() => Volatile.Write(ref _isAway, true);

    /// <summary>Discord answered.</summary>
    public void Answered()
    {
        // Only the first answer after a failure: with a gateway that alone is broken, every message would cause another attempt.
        if (!Volatile.Read(ref _isAway)) return;
        lock (_gate)
        {
            _isAway = false;
            _answered.TrySetResult();
            _answered = NewSignal();
        }
    }

    /// <summary>Waits, at most that long.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
    {
        Task answered;
        lock (_gate) answered = _answered.Task;
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task delay = Task.Delay(longest, time, woken.Token);
        await Task.WhenAny(delay, answered).ConfigureAwait(false);
        await woken.CancelAsync().ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
