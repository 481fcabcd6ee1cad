using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace SinoSovietBot.Storage.Sqlite;

/// <summary>
/// The one writer. A thread of its own takes whatever waits, writes it in one transaction and waits for the disk once: under load hundreds of
/// answers share one flush, and a lone answer waits for nobody. When a job fails, each of its group is tried alone, so that one bad write
/// takes no good one with it; when the transaction itself fails (locked, full, a dying disk), the group fails together, because each of it
/// would fail alike. Thread-safe.
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
    private bool disposed;

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
            job.Refuse(new StorageException("The bot is shutting down, so nothing more is stored."));
        }

        return job.Done;
    }

    /// <summary>Writes what still waits, then stops. From the first transaction that fails on, what waits fails with it.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
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
            Write(group);
        }
    }

    private void Write(List<WriteJob> group)
    {
        group.RemoveAll(RefuseIfBroken);
        if (group.Count == 0 || TryWrite(group) is not { } fault)
            return;
        if (fault.OfOneJob && group.Count > 1)
            WriteEachAlone(group);
        else
            FailAll(group, fault);
    }

    private void WriteEachAlone(List<WriteJob> group)
    {
        for (int i = 0; i < group.Count; i++)
        {
            if (RefuseIfBroken(group[i]) || TryWrite([group[i]]) is not { } fault)
                continue;
            if (!fault.OfOneJob)
            {
                FailAll(group[i..], fault);
                return;
            }

            FailAll([group[i]], fault);
        }
    }

    /// <returns>Null when the whole group is on disk; otherwise nothing of it is.</returns>
    private Fault? TryWrite(List<WriteJob> group)
    {
        bool executing = false;
        try
        {
            // Only after an undo that failed is anything left to undo.
            Undo();
            begin.Run();
            executing = true;
            foreach (var job in group)
                job.Execute();
            executing = false;
            commit.Run();
        }
        catch (Exception exception)
        {
            // Everything is caught because the thread must outlive a bad job: whoever enqueued it gets the fault.
            TryUndo();
            return new Fault(Describe(exception), executing);
        }

        foreach (var job in group)
            job.Succeed();
        return null;
    }

    private void FailAll(List<WriteJob> jobs, Fault fault)
    {
        // Each group would wait for a locked database anew, and nobody waits minutes for a bot to stop.
        while (!fault.OfOneJob && queue.IsAddingCompleted && queue.TryTake(out var waiting))
            jobs.Add(waiting);
        Log.WritesFailed(logger, jobs.Count, fault.Reason.Message);
        foreach (var job in jobs)
        {
            // An exception of its own for each: they are thrown on as many threads at once.
            job.Fail(new StorageException(fault.Reason.Message, fault.Reason));
        }
    }

    private static bool RefuseIfBroken(WriteJob job)
    {
        if (job.Stream is not { Broken: true })
            return false;
        job.Fail(new StorageException("An earlier write of the same quiz failed."));
        return true;
    }

    private StorageException Describe(Exception exception) => exception switch
    {
        SqliteException sqlite => SqliteFaults.Describe(path, sqlite),
        StorageException storage => storage,
        _ => new StorageException($"A write to '{path}' failed: {exception.Message}", exception),
    };

    private void Undo()
    {
        // SQLite has already rolled back after some faults (a full disk, say); a second ROLLBACK would be a fault of its own.
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            rollback.Run();
    }

    // A disk that fails a write may fail the undoing too. Nothing of it is committed; the next write tries the undoing again first.
    private void TryUndo()
    {
        try
        {
            Undo();
        }
        catch (SqliteException exception)
        {
            Log.UndoFailed(logger, SqliteFaults.Describe(path, exception).Message);
        }
    }

    /// <summary>Why a group is not on disk.</summary>
    /// <param name="Reason">In a sentence.</param>
    /// <param name="OfOneJob">Whether one of its jobs is at fault, rather than the transaction around them.</param>
    private sealed record Fault(StorageException Reason, bool OfOneJob);
}
