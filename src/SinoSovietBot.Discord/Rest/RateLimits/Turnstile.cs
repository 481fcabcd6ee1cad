namespace SinoSovietBot.Discord.Rest.RateLimits;

/// <summary>
/// A limit with a line of waiters, first in, first out. Nobody polls: the line moves when somebody leaves, when a reply tells more, or when the
/// one timer fires at the moment the limit opens. Every member but <see cref="EnterAsync"/> is called under <c>gate</c>.
/// </summary>
internal abstract class Turnstile(TimeProvider time, Lock gate) : IDisposable
{
    private readonly LinkedList<Waiter> _line = new();
    private ITimer? _timer;
    private long? _blockedUntil;

    public int Waiting => _line.Count;

    /// <summary>How long a 429 keeps it shut.</summary>
    public TimeSpan BlockedFor => _blockedUntil is { } until && until > Now ? time.GetElapsedTime(Now, until) : TimeSpan.Zero;

    protected long Now => time.GetTimestamp();

    /// <summary>Takes one place if there is one.</summary>
    protected abstract bool TryTake(long now);

    /// <summary>When there will be a place; null when only a reply can tell.</summary>
    protected abstract long? HasPlaceAt();

    /// <summary>Discord answered 429: nobody passes for that long.</summary>
    public void Block(TimeSpan wait)
    {
        long until = After(Now, wait);
        if (_blockedUntil is null || until > _blockedUntil) _blockedUntil = until;
    }

    /// <summary>Waits for a place.</summary>
    /// <returns>The turnstile passed: a waiter may have been moved to another. Null when the limit turned out not to exist.</returns>
    public Task<Turnstile?> EnterAsync(bool atHead, CancellationToken cancellation)
    {
        if (_line.Count == 0 && TryPass(Now)) return Task.FromResult<Turnstile?>(this);
        var waiter = new Waiter(gate);
        if (atHead) _line.AddFirst(waiter.Node);
        else _line.AddLast(waiter.Node);
        waiter.ObserveCancellation(cancellation);
        LetThrough();
        return waiter.Passed;
    }

    /// <summary>Lets as many through as may pass now, and sets the timer for the next.</summary>
    public void LetThrough()
    {
        long now = Now;
        while (_line.First is { } first && TryPass(now))
        {
            _line.RemoveFirst();
            first.Value.Pass(this);
        }

        long? opens = now < _blockedUntil ? _blockedUntil : HasPlaceAt();
        if (_line.Count == 0 || opens is not { } opening) return;
        // Timers count whole milliseconds and must not fire early.
        TimeSpan wait = TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(time.GetElapsedTime(now, opening).TotalMilliseconds)));
        _timer ??= time.CreateTimer(static self => ((Turnstile)self!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    public void MoveLineTo(Turnstile other)
    {
        while (_line.First is { } first)
        {
            _line.RemoveFirst();
            other._line.AddLast(first);
        }
    }

    /// <summary>The limit does not exist: everybody passes.</summary>
    public void Open()
    {
        while (_line.First is { } first)
        {
            _line.RemoveFirst();
            first.Value.Pass(null);
        }
    }

    public void Dispose() => _timer?.Dispose();

    protected long After(long now, TimeSpan span) => now + (long)Math.Ceiling(span.TotalSeconds * time.TimestampFrequency);

    private bool TryPass(long now) => !(now < _blockedUntil) && TryTake(now);

    private void OnTimer()
    {
        lock (gate) LetThrough();
    }

    private sealed class Waiter
    {
        private readonly Lock _gate;
        private readonly TaskCompletionSource<Turnstile?> _passed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private CancellationTokenRegistration _registration;

        public Waiter(Lock gate)
        {
            _gate = gate;
            Node = new LinkedListNode<Waiter>(this);
        }

        public LinkedListNode<Waiter> Node { get; }

        public Task<Turnstile?> Passed => _passed.Task;

        public void ObserveCancellation(CancellationToken cancellation) =>
            _registration = cancellation.UnsafeRegister(static (self, token) => ((Waiter)self!).GiveUp(token), this);

        public void Pass(Turnstile? through)
        {
            // Not Dispose: it would wait for a cancellation that is itself waiting for our lock.
            _registration.Unregister();
            _passed.TrySetResult(through);
        }

        private void GiveUp(CancellationToken token)
        {
            lock (_gate)
            {
                if (Node.List is not { } line) return;
                line.Remove(Node);
            }

            _passed.TrySetCanceled(token);
        }
    }
}
