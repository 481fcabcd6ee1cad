using System.Runtime.CompilerServices;

namespace SinoSovietBot.Tests.Support;

/// <summary>What happened, in order, as the fakes saw it; a test waits here for the thing itself. Thread-safe.</summary>
internal sealed class Journal
{
    // Real time, and only for a test that would otherwise hang.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly List<object> entries = [];
    private TaskCompletionSource changed = New();

    public void Add(object entry)
    {
        TaskCompletionSource told;
        lock (gate)
        {
            entries.Add(entry);
            told = changed;
            changed = New();
        }

        told.SetResult();
    }

    /// <summary>The entries of a type so far, in order.</summary>
    public List<T> Of<T>(Func<T, bool>? match = null)
    {
        lock (gate)
            return [.. entries.OfType<T>().Where(match ?? (_ => true))];
    }

    /// <summary>Where an entry stands among all.</summary>
    public int IndexOf<T>(Func<T, bool> match)
    {
        lock (gate)
            return entries.FindIndex(entry => entry is T typed && match(typed));
    }

    /// <summary>The n-th entry (from 1) of a type, once it is there.</summary>
    public async Task<T> NthAsync<T>(int n, Func<T, bool>? match = null, [CallerArgumentExpression(nameof(match))] string what = "")
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                var found = entries.OfType<T>().Where(match ?? (_ => true)).Skip(n - 1).Take(1).ToList();
                if (found.Count == 1)
                    return found[0];
                next = changed.Task;
            }

            try
            {
                await next.WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                string seen = string.Join(Environment.NewLine, Of<object>().TakeLast(30));
                throw new InvalidOperationException(
                    $"Never came: {typeof(T).Name} number {n} {what}. The last of what did:{Environment.NewLine}{seen}");
            }
        }
    }

    public Task<T> FirstAsync<T>(Func<T, bool>? match = null, [CallerArgumentExpression(nameof(match))] string what = "") => NthAsync(1, match, what);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
