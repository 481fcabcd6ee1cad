using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace SinoSovietBot.Storage.Sqlite;

/// <summary>
/// The one writer. A thread of its own takes whatever waits, writes it in one transaction and waits for the disk once: under load hundreds of
/// answers share one flush, and a lone answer waits for nobody. When a group fails, each of its jobs is tried alone, so that one bad write
/// takes no good one with it. Thread-safe.
/// </summary>
internal sealed class GroupCommitWriter : IDisposable
{
    private const int MaxGroup = 512;

    private readonly SqliteConnection connection;
    private readonly string path;
    private readonly ILogger logger;
    private readonly BlockingCollection<WriteJob> queue = [];
    private readonly Thread thread;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;

    public GroupCommitWriter(SqliteConnection connection, string path, ILogger logger)
    {
        this.connection = connection;
        this.path = path;
        this.logger = logger;
        begin = new Statement(connection, "BEGIN IMMEDIATE", 0);
        commit = new Statement(connection, "COMMIT", 0);
        rollback = new Statement(connection, "ROLLBACK", 0);
        thread = new Thread(Loop) { Name = "SQLite writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Queues a job at once and in order.</summary>
    /// <returns>Completes when the job is on disk; fails with <see cref="StorageException"/> when it is not and will not be.</returns>
    public Task EnqueueAsync(WriteJob job)
    {
        try
        {
            queue.Add(job);
        }
        catch (InvalidOperationException)
        {
            job.Fail(new StorageException("The bot is shutting down, so nothing more is stored."));
        }

        return job.Done;
    }

    /// <summary>Writes what still waits, then stops.</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        begin.Dispose();
        commit.Dispose();
        rollback.Dispose();
        queue.Dispose();
    }

    private void Loop()
    {
        var group = new List<WriteJob>(MaxGroup);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            group.Clear();
            group.Add(first);
            while (group.Count < MaxGroup && queue.TryTake(out var next))
                group.Add(next);
            if (!TryWrite(group, out _))
                WriteEachAlone(group);
        }
    }

    private void WriteEachAlone(List<WriteJob> group)
    {
        foreach (var job in group)
        {
            if (!TryWrite([job], out var fault))
                job.Fail(fault!);
        }
    }

    private bool TryWrite(List<WriteJob> group, out StorageException? fault)
    {
        fault = null;
        try
        {
            begin.Run();
            foreach (var job in group)
            {
                if (job.Stream is { Broken: true })
                    throw new StorageException("An earlier write of the same quiz failed.");
                job.Execute();
            }

            commit.Run();
        }
        catch (Exception exception)
        {
            // Everything is caught because the thread must outlive a bad job: whoever enqueued it gets the fault.
            fault = exception switch
            {
                SqliteException sqlite => SqliteFaults.Describe(path, sqlite),
                StorageException storage => storage,
                _ => new StorageException($"A write to '{path}' failed: {exception.Message}", exception),
            };
            // SQLite has already rolled back after some faults (a full disk, say); a second ROLLBACK would be a fault of its own.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
                rollback.Run();
            if (group.Count == 1)
                Log.WriteFailed(logger, fault.Message);
            return false;
        }

        foreach (var job in group)
            job.Succeed();
        return true;
    }
}
