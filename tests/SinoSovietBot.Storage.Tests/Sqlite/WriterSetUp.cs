using Microsoft.Data.Sqlite;
using SinoSovietBot.Storage.Sqlite;
using SinoSovietBot.Storage.Tests.Support;
using SQLitePCL;
using Xunit;

namespace SinoSovietBot.Storage.Tests.Sqlite;

/// <summary>A writer on a table of rows, and the means to hold it and to make it fail.</summary>
public abstract class WriterSetUp : IDisposable
{
    private strdelegate_authorizer? authorizer;

    protected WriterSetUp()
    {
        Connection = new Database(File.Path).OpenWriter();
        File.Run("CREATE TABLE rows (id INTEGER PRIMARY KEY, payload BLOB) STRICT");
        Writer = new GroupCommitWriter(Connection, File.Path, Log);
        raw.sqlite3_commit_hook(
            Connection.Handle,
            _ =>
            {
                Commits++;
                return Commits == RefusedCommit ? 1 : 0;
            },
            null);
    }

    private protected DatabaseFile File { get; } = new();

    private protected SqliteConnection Connection { get; }

    private protected GroupCommitWriter Writer { get; }

    private protected LineLog Log { get; } = new();

    /// <summary>How many transactions have come to their commit.</summary>
    protected int Commits { get; private set; }

    /// <summary>Which of them fails there, from 1.</summary>
    protected int RefusedCommit { get; set; }

    public void Dispose()
    {
        Writer.Dispose();
        Connection.Dispose();
        File.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static async Task AssertAllFailAsync(IEnumerable<Task> writes)
    {
        foreach (var write in writes)
            await Assert.ThrowsAsync<StorageException>(() => write);
    }

    /// <summary>Queues a gate, and returns once the writer's thread stands before it: what is queued from now on is another group.</summary>
    private protected Task Hold(Gate gate)
    {
        var held = Writer.EnqueueAsync(gate);
        gate.Reached.Wait(DatabaseFile.Cancellation);
        return held;
    }

    /// <summary>Queues writes of nothing until the writer takes no more, and returns them all.</summary>
    private protected List<Task> UntilRefused()
    {
        var writes = new List<Task>();
        do
            writes.Add(Writer.EnqueueAsync(new Act(null, () => { })));
        while (!writes[^1].IsFaulted);
        return writes;
    }

    /// <summary>Has SQLite refuse a step of the transaction for as long as asked to: an authorizer makes any of them fail on purpose.</summary>
    private protected void Deny(string step, Func<bool> denied)
    {
        authorizer = (_, action, what, _, _, _) =>
            action == raw.SQLITE_TRANSACTION && what == step && denied() ? raw.SQLITE_DENY : raw.SQLITE_OK;
        raw.sqlite3_set_authorizer(Connection.Handle, authorizer, null);
    }

    private protected void SetMaxPages(long pages)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {pages}";
        command.ExecuteNonQuery();
    }

    private protected Act Row(int id, WriteStream? stream = null, int payload = 0) => new(stream, () => Insert(id, payload));

    private protected void Insert(int id, int payload)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = "INSERT INTO rows (id, payload) VALUES ($id, zeroblob($payload))";
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$payload", payload);
        command.ExecuteNonQuery();
    }

    private protected sealed class Act(WriteStream? stream, Action act) : WriteJob(stream)
    {
        public override void Execute() => act();
    }

    /// <summary>Holds the writer's thread until it is opened, so that what is queued behind it waits.</summary>
    private protected sealed class Gate(Action? then = null) : WriteJob(null), IDisposable
    {
        private readonly ManualResetEventSlim open = new();

        public ManualResetEventSlim Reached { get; } = new();

        public void Open() => open.Set();

        public override void Execute()
        {
            Reached.Set();
            open.Wait();
            then?.Invoke();
        }

        public void Dispose()
        {
            open.Dispose();
            Reached.Dispose();
        }
    }
}
