namespace SinoSovietBot.DiscordNet.Rest;

/// <summary>
/// Discord.Net puts all first responses into one bucket. A new bucket lets one request through until an answer has come, and makes the others sleep
/// for 750 ms; an answer without limits, such as Discord's, opens it for good, but after a quiet minute it is thrown away. So after a quiet time the
/// first response goes alone, the others wait for its answer, and then all go at once. Thread-safe.
/// </summary>
internal sealed class FirstAlone(TimeProvider time)
{
    /// <summary>Surely less than the minute after which Discord.Net forgets.</summary>
    private static readonly TimeSpan _remembered = TimeSpan.FromSeconds(45);

    /// <summary>Who goes first may be unlucky: nobody loses much of the three seconds that Discord waits.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(400);

    private readonly Lock _gate = new();
    private long? _openSince;
    private TaskCompletionSource? _first;

    public async Task PassAsync(Func<Task> send, CancellationToken cancellation)
    {
        TaskCompletionSource? mine = null;
        Task? another = null;
        lock (_gate)
        {
            if (_openSince is not { } since || time.GetElapsedTime(since) > _remembered)
            {
                if (_first is null) mine = _first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                else another = _first.Task;
            }
        }

        if (another is not null) await another.WaitAsync(_patience, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await send().ConfigureAwait(false);
            lock (_gate) _openSince = time.GetTimestamp();
        }
        finally
        {
            if (mine is not null)
            {
                lock (_gate) _first = null;
                mine.SetResult();
            }
        }
    }
}
