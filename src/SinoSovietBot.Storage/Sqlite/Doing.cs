namespace SinoSovietBot.Storage.Sqlite;

/// <summary>A write that stands alone and has nothing to say.</summary>
internal sealed class Doing(Action write) : WriteJob(stream: null)
{
    /// <summary>Queues it.</summary>
    /// <returns>Completes once it is on disk.</returns>
    public static Task OnAsync(GroupCommitWriter writer, Action write) => writer.EnqueueAsync(new Doing(write));

    public override void Execute() => write();
}
