using System.Text.Json;

namespace SinoSovietBot.EndToEnd.Harness;

/// <summary>Everything a member's client was told, in order, and waits on it. Thread safe.</summary>
internal sealed class MemberEvents(string member)
{
    private const int ShownInComplaints = 20;

    private readonly Lock _gate = new();
    private readonly List<MemberEvent> _events = [];
    private TaskCompletionSource _more = NewSignal();
    private Exception? _end;

    /// <summary>A mark in the order: a wait from it sees only what comes later.</summary>
    public int Now
    {
        get
        {
            lock (_gate)
                return _events.Count;
        }
    }

    public IReadOnlyList<MemberEvent> Since(int mark)
    {
        lock (_gate)
            return _events[mark..];
    }

    public void Add(MemberEvent happened)
    {
        lock (_gate)
        {
            _events.Add(happened);
            Signal();
        }
    }

    /// <summary>No event can come any more, and whoever waits is told why.</summary>
    public void End(Exception reason)
    {
        lock (_gate)
        {
            _end = reason;
            Signal();
        }
    }

    /// <summary>The first event from a mark on for which the function gives something.</summary>
    /// <exception cref="TimeoutException">None came; the message says what came instead.</exception>
    public Task<T> WaitAsync<T>(int mark, string what, Func<MemberEvent, T?> choose)
        where T : class =>
        WaitAsync(mark, what, choose, Patience.ForAnEvent);

    public Task<T> WaitAsync<T>(int mark, string what, Func<MemberEvent, T?> choose, TimeSpan limit)
        where T : class =>
        Patience.For(FindAsync(mark, what, choose), limit, () => Complaint(mark, what));

    private async Task<T> FindAsync<T>(int mark, string what, Func<MemberEvent, T?> choose)
        where T : class
    {
        for (var next = mark; ;)
        {
            Task more;
            List<MemberEvent> fresh;
            lock (_gate)
            {
                fresh = _events[next..];
                more = _more.Task;
                if (fresh.Count == 0 && _end is not null)
                    throw new InvalidOperationException($"The connection ended. {Complaint(mark, what)}", _end);
            }

            foreach (var happened in fresh)
            {
                if (choose(happened) is { } found)
                    return found;
            }

            next += fresh.Count;
            if (fresh.Count == 0)
                await more.WaitAsync(Patience.TestCancellation);
        }
    }

    private string Complaint(int mark, string what)
    {
        var seen = Since(mark);
        var shown = seen.Skip(Math.Max(0, seen.Count - ShownInComplaints)).Select(happened => $"  {happened}");
        return $"{member} waited for {what}. Seen since ({seen.Count}, the last {ShownInComplaints} shown):\n{string.Join('\n', shown)}";
    }

    private void Signal()
    {
        _more.TrySetResult();
        _more = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>One gateway event.</summary>
internal sealed record MemberEvent(string Type, JsonElement Data)
{
    /// <summary>The message that was posted or changed, or null for other events.</summary>
    public ChatMessage? Message { get; } = Type is "MESSAGE_CREATE" or "MESSAGE_UPDATE" ? new ChatMessage(Data) : null;

    public override string ToString() =>
        Message is not null ? $"{Type} {Message}" : $"{Type} {(Data.GetRawText() is { Length: > 200 } raw ? raw[..200] : Data.GetRawText())}";
}
