namespace SinoSovietBot.Storage.Sqlite;

/// <summary>Something to write, together or not at all.</summary>
internal abstract class WriteJob(WriteStream? stream)
{
    // Completions run on the pool: the writer's thread goes on with the next group at once.
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The sequence it belongs to, or null when it stands alone.</summary>
    public WriteStream? Stream { get; } = stream;

    /// <summary>Completes once it is on disk.</summary>
    public Task Done => completion.Task;

    /// <summary>Runs the statements; called on the writer's thread, inside a transaction.</summary>
    public abstract void Execute();

    public void Succeed() => completion.TrySetResult();

    /// <summary>It was tried and is not on disk: no later write of its sequence may be made.</summary>
    public void Fail(Exception exception)
    {
        Stream?.Break();
        completion.TrySetException(exception);
    }

    /// <summary>It was not even queued: what was queued before it goes on.</summary>
    public void Refuse(Exception exception) => completion.TrySetException(exception);
}

/// <summary>A sequence of writes of which each builds on the one before. Thread-safe.</summary>
internal sealed class WriteStream
{
    private volatile bool broken;

    /// <summary>Whether a write has failed, so that no later one may succeed.</summary>
    public bool Broken => broken;

    public void Break() => broken = true;
}
