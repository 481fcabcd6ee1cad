namespace SinoSovietBot.Storage.Sqlite;

/// <summary>A write that looks before it writes, and says what came of it.</summary>
internal sealed class Deciding<T>(Func<T> decide) : WriteJob(stream: null)
{
    private T? outcome;

    /// <summary>Queues it.</summary>
    /// <returns>What it decided, once that is on disk.</returns>
    public static async Task<T> OnAsync(GroupCommitWriter writer, Func<T> decide)
    {
        var job = new Deciding<T>(decide);
        await writer.EnqueueAsync(job);
        return job.outcome!;
    }

    // Run a second time where the group that it was in had to be undone: what counts is the last.
    public override void Execute() => outcome = decide();
}
